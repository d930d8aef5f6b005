"""What people type leads to one thing: an alias of two terms, or one that is another term's text, finds by chance."""

from collections.abc import Iterator

from ..engine.typed import fold
from ..files.diagnostics import Diagnostic
from ..model.site import Site

NAME = "aliases"


def check_whole(site: Site) -> Iterator[Diagnostic]:
    """Yield aliases that another term has too, as its alias or as its text, or that a topic of not-covered.yml has."""
    terms = {**site.terms.labels, **site.terms.fields, **site.terms.words}
    owners = {fold(text): str(id_) for id_, term in terms.items() for text in term.text.values()}
    topics = site.not_covered.topics if site.not_covered else {}
    typed = [(str(id_), term.aliases) for id_, term in terms.items()]
    typed += [(f"not-covered.yml: {id_}", topic.words) for id_, topic in topics.items()]
    for id_, by_language in typed:
        for alias in (one for forms in by_language.values() for one in forms):
            owner = owners.setdefault(fold(alias), id_)
            if owner != id_:
                message = f"'{alias}' leads to '{owner}' already"
                yield Diagnostic(alias.at(), NAME, message, "leave it at the term that readers mean")
