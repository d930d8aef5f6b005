"""What an open tab is told of a problem, as plain data."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..files.diagnostics import Diagnostic, Position
from ..files.inline import plain
from ..model.memory import lasting
from ..model.prose import NOTES, Prose, page_prose, steps_prose
from ..model.site import Site
from ..reviews.reading import read_in
from ..reviews.units import drifts_in
from .store import Place

NOWHERE: Mapping[str, str] = {"anchor": "", "words": ""}
"""What is said of a problem that is not on a page."""


def told(root: Path, editor: str, one: Diagnostic) -> Mapping[str, Any]:
    """Return a problem with the link that opens its place in an editor."""
    place = one.position
    path = (root / place.file).as_posix().lstrip("/")
    return {
        "place": str(place),
        "link": editor.format(path=path, line=place.line, column=place.column),
        "check": one.check,
        "severity": one.severity.value,
        "message": one.message,
        "hint": one.hint,
        "mend": one.mend,
        "command": one.command,
    }


@lasting
def waiting_in(site: Site, chapter: str) -> tuple[Mapping[str, Any], ...]:
    """Return the units of a chapter that wait for review: in each language its words, and what is read in them."""
    return tuple(
        {
            "unit": drift.unit.id,
            "why": ", ".join(drift.kinds),
            "texts": [
                {"language": one, "words": drift.unit.words(one), "read": list(read_in(site, drift.unit, one))}
                for one in drift.unit.texts
            ],
            "command": f"helpcenter accept '{drift.unit.id}'",
        }
        for drift in drifts_in(site, chapter)
    )


def shown_at(site: Site, place: Place, position: Position) -> Mapping[str, str]:
    """Return where on a page a place in a file is: the id of an element, and words in it or below it."""
    if not _is_of(place, position.file):
        return NOWHERE
    texts = [one for one in _prose_of(site, place) if one.text.source.name == position.file]
    before = [one for one in texts if one.text.at() <= position and position.line <= one.text.at(len(one.text)).line]
    return {"anchor": _anchor(before[-1]), "words": plain(before[-1].text)} if before else NOWHERE


def _is_of(place: Place, file: str) -> bool:
    """Say whether a page's texts are in a file: its own, or the steps beside it."""
    return file in (f"docs/{place.key}.{place.language}.md", f"docs/{place.key.rpartition('/')[0]}/steps.yml")


def _prose_of(site: Site, place: Place) -> Iterator[Prose]:
    """Yield the texts of a page in its language."""
    gateway, article = site.gateway_of(place.key), site.article_of(place.key)
    yield from page_prose(site.pages[place.key][place.language], gateway)
    steps = steps_prose(place.key.rpartition("/")[0], article, gateway) if article else ()
    yield from (one for one in steps if one.language == place.language)


def _anchor(text: Prose) -> str:
    """Return the id of the element in which a text is, or of the heading above it."""
    part = text.unit.partition("#")[2]
    return {"title": "top", "description": "top", "introduction": "top"}.get(part, part) or NOTES
