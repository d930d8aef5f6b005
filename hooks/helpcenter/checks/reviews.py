"""Every text is reviewed as it is: a change in one language waits until somebody has read the others."""

from collections.abc import Iterator

from ..files.diagnostics import Diagnostic, Position
from ..model.chapters import Chapter
from ..model.site import Site
from ..reviews.units import drifts_in, gone_from

NAME = "reviews"


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield units that are not as reviewed, in the languages that changed, and reviewed units that are gone."""
    for drift in drifts_in(site, chapter.id):
        for language in drift.languages:
            kinds = [f"{kind} {', '.join(drift.rules)}".strip() if kind == "rule" else kind for kind in drift.kinds]
            message = f"'{drift.unit.id}' is not reviewed: {', '.join(kinds)}"
            command = f"helpcenter accept '{drift.unit.id}'"
            place = drift.places.get(language) or drift.unit.place(language)
            yield Diagnostic(place, NAME, message, f"compare the languages, then: {command}", command=command)
    for id_ in gone_from(site, chapter.id):
        message = f"'{id_}' was reviewed and is gone"
        hint = "bring it back, or forget it: helpcenter accept --gone"
        yield Diagnostic(_home(site, id_), NAME, message, hint, command="helpcenter accept --gone")


def _home(site: Site, id_: str) -> Position:
    """Return the file in which a unit stood."""
    key = id_.partition("#")[0]
    homes = [f"docs/{key}/steps.yml", f"docs/{key}.yml", f"docs/{key}.{site.languages[0]}.md", "docs/reviews.lock"]
    return Position(next((home for home in homes if home in site.sources), homes[-1]), 1, 1)
