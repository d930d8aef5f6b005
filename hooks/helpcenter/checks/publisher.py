"""A fact that a provider states is said of the provider: its sentence names who says it."""

from collections.abc import Iterator

from ..facts.claims import parts_said, resolve
from ..facts.ways import suggestions
from ..files.diagnostics import Diagnostic
from ..files.inline import BoundLink, bound_links, visible
from ..model.chapters import Chapter
from ..model.prose import Prose
from ..model.rules import PLATFORM
from ..model.site import Site
from .claims import sentence_around

NAME = "publisher"


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield claims whose fact another publisher than systeme.io states, in a sentence that does not name it."""
    for unit in chapter.prose:
        for link in bound_links(unit.text):
            if link.scheme == "rule":
                yield from _check_claim(site, unit, link)


def _check_claim(site: Site, unit: Prose, link: BoundLink) -> Iterator[Diagnostic]:
    target = resolve(site, link.target, unit.gateway)
    if target.found is None:
        return
    home = target.found.home
    said = parts_said(site, unit.language, target, link.words)
    publishers = {home.publisher(statement) for statement, _ in said} - {PLATFORM}
    start, end = sentence_around(unit.text, link, str(site.shared.end_marks[unit.language]))
    sentence = visible(unit.text)[start:end]
    for publisher in sorted(publishers & set(site.publishers)):
        name = site.publishers[publisher]
        if name not in sentence:
            ways = suggestions(site, unit.language, target, link.words, is_inside=False)
            written = f": [{ways[0]}](rule:{link.target})" if ways else ""
            message = f"{name} says this, and the sentence does not"
            yield Diagnostic(link.position, NAME, message, f"name {name} in the sentence{written}")
