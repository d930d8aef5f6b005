"""What people type leads to one term: an alias of two terms, or one that is another term's text, finds by chance."""

from collections.abc import Iterator

from ..engine.typed import fold
from ..files.diagnostics import Diagnostic
from ..model.site import Site

NAME = "aliases"


def check_whole(site: Site) -> Iterator[Diagnostic]:
    """Yield aliases that another term has too, as its alias or as its text."""
    terms = {**site.terms.labels, **site.terms.fields, **site.terms.words}
    owners = {fold(text): str(id_) for id_, term in terms.items() for text in term.text.values()}
    for id_, term in terms.items():
        for alias in (one for forms in term.aliases.values() for one in forms):
            owner = owners.setdefault(fold(alias), str(id_))
            if owner != id_:
                message = f"'{alias}' leads to '{owner}' already"
                yield Diagnostic(alias.at(), NAME, message, "leave it at the term that readers mean")
