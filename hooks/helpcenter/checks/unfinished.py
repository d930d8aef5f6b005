"""Text is finished: sentences end, headings have a body, and nothing appears twice."""

import re
from collections.abc import Iterator

from ..files.diagnostics import Diagnostic
from ..files.inline import visible
from ..files.source import Text
from ..language.words import words_of
from ..model.chapters import Chapter
from ..model.prose import STILL_TO_WRITE, is_unwritten, texts_of
from ..model.site import Page, Site

NAME = "unfinished"
MANY = 12
"""From how many texts on that are still dots a file is named once and not for each of them."""

_SENTENCES = ("paragraph", "item", "step", "step-note")
_IMAGE_OR_LINK = re.compile(r"!\[[^\]]*\]\([^)]*\)|\[[^\]]*\]\([^):]*\)")
"""A picture, or a link to another page: alone, neither is a sentence."""
_CLOSING = "*_\"'”’»)] "


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield sentences without an end mark, headings without a body, and headings that appear twice."""
    yield from _unwritten(site, chapter)
    for unit in chapter.prose:
        marks = site.shared.end_marks[unit.language]
        if unit.kind in _SENTENCES and not _IMAGE_OR_LINK.fullmatch(unit.text.strip()) and not _ends(unit.text, marks):
            last = " ".join(words_of(visible(unit.text))[-1:])
            place = unit.text.at(len(unit.text.rstrip()) - 1)
            yield Diagnostic(place, NAME, f"the text stops after '{last}'", f"finish the sentence with one of {marks}")
    for file in [chapter.gateway.file] if chapter.gateway else []:
        values = [file.name, *(reference.url for reference in file.sources.values())]
        for value in (value for value in values if STILL_TO_WRITE in value):
            yield Diagnostic(value.at(), NAME, "still to be written", "write the value in place of the dots")
    for page in chapter.every_page:
        yield from _check_headings(page)


def _unwritten(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield each text that is still dots; of a file that has many in a language, how many and the first of them."""
    texts: dict[tuple[str, str], list[Text]] = {}
    found = [(unit.language, unit.text) for unit in chapter.every_prose]
    found += [one for file in chapter.texts for one in texts_of(file, site.languages)]
    by_place = {(language, text.source.name, text.start): text for language, text in found}
    for (language, _, _), text in by_place.items():
        texts.setdefault((text.source.name, language), []).append(text)
    for (_, language), own in texts.items():
        left = [text for text in own if is_unwritten(text)]
        if len(left) > MANY:
            message = f"'{language}': {len(own) - len(left)} of {len(own)} texts are written"
            yield Diagnostic(left[0].at(), NAME, message, "go on here: write the text in place of the dots")
        else:
            yield from (
                Diagnostic(text.at(), NAME, "still to be written", "write the text in place of the dots")
                for text in left
            )


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
