"""What the search must find is there: each query names a page and a heading of it."""

from collections.abc import Iterator

from ..files.diagnostics import Diagnostic, did_you_mean
from ..files.source import Text
from ..model.documents import Query
from ..model.site import Site
from .links import anchors

NAME = "queries"


def check_whole(site: Site) -> Iterator[Diagnostic]:
    """Yield queries for pages, headings and languages that do not exist."""
    for group in site.queries.groups.values() if site.queries else ():
        for query in group.queries:
            yield from _check_language(site, query.language or group.language, query)
            yield from _check_query(site, query)


def _check_language(site: Site, language: Text | None, query: Query) -> Iterator[Diagnostic]:
    if language is None:
        yield Diagnostic(query.ask.at(), NAME, "no language", "write it in the query, or once for its group")
    elif language not in site.languages:
        yield Diagnostic(language.at(), NAME, f"no language '{language}'", did_you_mean(language, site.languages))


def _check_query(site: Site, query: Query) -> Iterator[Diagnostic]:
    if query.page not in site.pages:
        yield Diagnostic(query.page.at(), NAME, f"no page '{query.page}'", did_you_mean(query.page, site.pages))
    elif query.heading is not None:
        known = anchors(site, query.page)
        if query.heading not in known:
            message = f"no heading '{query.heading}' on {query.page}"
            yield Diagnostic(query.heading.at(), NAME, message, did_you_mean(query.heading, known))
