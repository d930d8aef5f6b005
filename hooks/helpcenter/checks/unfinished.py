"""Text is finished: sentences end, headings have a body, and nothing appears twice."""

import re
from collections.abc import Iterator

from ..files.diagnostics import Diagnostic
from ..files.inline import visible
from ..language.words import words_of
from ..model.prose import STILL_TO_WRITE, every_prose, is_unwritten
from ..model.site import Page, Site

NAME = "unfinished"

_SENTENCES = ("paragraph", "item", "step", "step-note")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_CLOSING = "*_\"'”’»)] "


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield sentences without an end mark, headings without a body, and headings that appear twice."""
    for unit in every_prose(site):
        marks = site.shared.end_marks[unit.language]
        if is_unwritten(unit.text):
            yield Diagnostic(unit.text.at(), NAME, "still to be written", "write the text in place of the dots")
        elif unit.kind in _SENTENCES and not _IMAGE.fullmatch(unit.text.strip()) and not _ends(unit.text, marks):
            last = " ".join(words_of(visible(unit.text))[-1:])
            place = unit.text.at(len(unit.text.rstrip()) - 1)
            yield Diagnostic(place, NAME, f"the text stops after '{last}'", f"finish the sentence with one of {marks}")
    for gateway in site.gateways.values():
        values = [gateway.file.name, *(reference.url for reference in gateway.file.sources.values())]
        for value in (value for value in values if STILL_TO_WRITE in value):
            yield Diagnostic(value.at(), NAME, "still to be written", "write the value in place of the dots")
    for pages in site.pages.values():
        for page in pages.values():
            yield from _check_headings(page)


def _ends(text: str, marks: str) -> bool:
    return visible(text).rstrip(_CLOSING)[-1:] in tuple(marks)


def _check_headings(page: Page) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    following = [*page.blocks[1:], None]
    for block, after in zip(page.blocks, following, strict=False):
        if block.kind != "heading":
            continue
        if after is None or (after.kind == "heading" and after.level <= block.level):
            yield Diagnostic(
                block.text.at(), NAME, f"nothing follows the heading '{block.text}'", "write it or remove it"
            )
        if block.text in seen and not is_unwritten(block.text):
            hint = f"it is already at line {seen[block.text]}"
            yield Diagnostic(block.text.at(), NAME, f"the heading '{block.text}' appears twice", hint)
        seen.setdefault(block.text, block.text.at().line)
