"""What an open tab is told of a problem, as plain data."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..files.diagnostics import Diagnostic, Position
from ..files.inline import plain
from ..model.prose import NOTES, Prose, page_prose, steps_prose
from ..model.site import Site
from .store import Loaded, Place


def told(root: Path, editor: str, one: Diagnostic) -> dict[str, Any]:
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


def shown_at(loaded: Loaded, place: Place, position: Position) -> dict[str, str]:
    """Return where on a page a place in a file is: the id of an element, and words below it; both "" if nowhere."""
    own = (one for one in _prose_of(loaded.site, place) if one.text.source.name == position.file)
    starts = [(one.text.at(), one) for one in own]
    before = [one for at, one in starts if at <= position and position.line <= one.text.at(len(one.text)).line]
    if not before:
        return {"anchor": "", "words": ""}
    return {"anchor": _anchor(before[-1]), "words": plain(before[-1].text)}


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
