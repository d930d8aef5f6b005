"""What people type leads to one term: the same alias on two terms, or one that is a term itself, finds by chance."""

from collections.abc import Iterator

from ..diagnostics import Diagnostic
from ..site import Site
from ..source import Text
from ..typed import fold

NAME = "aliases"


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield aliases that stand twice, or that are the text of another term."""
    terms = {**site.terms.labels, **site.terms.fields, **site.terms.words}
    taken: dict[str, str] = {}
    for id_, term in terms.items():
        taken.update({fold(text): id_ for text in term.text.values()})
    seen: dict[str, Text] = {}
    for id_, term in terms.items():
        for alias in (one for forms in term.aliases.values() for one in forms):
            key = fold(alias)
            if key in taken:
                whose = "its own text" if taken[key] == id_ else f"the text of '{taken[key]}'"
                yield Diagnostic(alias.at(), NAME, f"'{alias}' is {whose}", "remove it: the search finds texts already")
            elif key in seen:
                message = f"'{alias}' stands twice, first in line {seen[key].at().line}"
                yield Diagnostic(alias.at(), NAME, message, "leave it at the term that readers mean")
            seen.setdefault(key, alias)
