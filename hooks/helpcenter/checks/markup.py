"""Pages are Markdown: tags, attributes and deep nesting are refused, because browsers obey what writers paste."""

import re
from collections.abc import Iterator

from ..files.diagnostics import Diagnostic, Position
from ..files.markdown import without_code
from ..files.yaml import DEEPEST
from ..model.prose import prose
from ..model.site import Page, Site

NAME = "markup"

_TAG = re.compile(r"<[a-zA-Z/!?][^>\n]*>?")
_ALLOWED = re.compile(r'<br>|</?kbd>|</?sub>|</?sup>|<span lang="[a-z]{2,3}">|</span>')
_AUTOLINK = re.compile(r"<[a-zA-Z][a-zA-Z0-9+.-]*:[^>\s]*>")
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*[.#=:][^{}\n]*\}")
_FENCE = re.compile(r"[ ]{0,3}(?:```|~~~)")
_GLUED_HEADING = re.compile(r"#{1,6}[^#\s]")
_HEADING_ID = re.compile(r"^#+ .*\{#[^{}\s]*\}[ ]*$")


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield tags outside the allowed ones, attribute lists, and lists nested too deep."""
    for page in (page for pages in site.pages.values() for page in pages.values()):
        yield from _check_page(page)
    for unit in prose(site):
        if unit.text.source.name.endswith(".yml") or unit.kind == "title":
            for match in _TAG.finditer(without_code(unit.text)):
                yield _refused_tag(match[0], unit.text.at(match.start()))


def _check_page(page: Page) -> Iterator[Diagnostic]:
    body = without_code(page.source.content[page.body :])
    for match in _TAG.finditer(body):
        if not (_ALLOWED.fullmatch(match[0]) or _AUTOLINK.fullmatch(match[0])):
            yield _refused_tag(match[0], page.source.position(page.body + match.start()))
    index = page.body
    for line in body.split("\n"):
        if _FENCE.match(line):
            yield Diagnostic(page.source.position(index), NAME, "a code fence that is never closed", "close it: ```")
        if _GLUED_HEADING.match(line):
            hint = "write '## Words {#id}'"
            yield Diagnostic(page.source.position(index), NAME, "a blank is missing after the # of a heading", hint)
        attributes = _ATTRIBUTES.search(line)
        if attributes and not _HEADING_ID.fullmatch(line):
            place = page.source.position(index + attributes.start())
            yield Diagnostic(place, NAME, f"attributes '{attributes[0]}'", "only a heading's {#id} may stand here")
        index += len(line) + 1
    for block in page.blocks:
        if block.depth > DEEPEST:
            message = f"nested deeper than {DEEPEST} levels"
            yield Diagnostic(block.text.at(), NAME, message, "no reader follows this; make it flat")


def _refused_tag(tag: str, place: Position) -> Diagnostic:
    shown = tag if len(tag) <= 40 else f"{tag[:40]}…"
    hint = "write Markdown; allowed tags are br, kbd, sub, sup and span with lang"
    return Diagnostic(place, NAME, f"the tag '{shown}' is not allowed", hint)
