"""What the search must find is there, and the pages to which it leads from what no page covers."""

from collections.abc import Iterator

from ..files.diagnostics import Diagnostic, did_you_mean
from ..files.source import Text
from ..model.searched import Query
from ..model.site import Site
from .links import anchors

NAME = "queries"


def check_whole(site: Site) -> Iterator[Diagnostic]:
    """Yield queries for pages, headings, topics and languages that do not exist, and topics that lead nowhere."""
    for group in site.queries.groups.values() if site.queries else ():
        for query in group.queries:
            yield from _check_language(site, query.language or group.language, query)
            yield from _check_query(site, query)
    if site.not_covered:
        for page in (page for topic in site.not_covered.topics.values() for page in topic.pages):
            yield from _check_page(site, page)
        for page in site.not_covered.otherwise:
            yield from _check_page(site, page)


def _check_language(site: Site, language: Text | None, query: Query) -> Iterator[Diagnostic]:
    if language is None:
        yield Diagnostic(query.ask.at(), NAME, "no language", "write it in the query, or once for its group")
    elif language not in site.languages:
        yield Diagnostic(language.at(), NAME, f"no language '{language}'", did_you_mean(language, site.languages))


def _check_query(site: Site, query: Query) -> Iterator[Diagnostic]:
    if not query.page and query.topic is None:
        hint = "write the page that must come of it, or the topic that no page covers"
        yield Diagnostic(query.ask.at(), NAME, "neither a page nor a topic", hint)
    topics = site.not_covered.topics if site.not_covered else {}
    if query.topic is not None and query.topic not in topics:
        yield Diagnostic(query.topic.at(), NAME, f"no topic '{query.topic}'", did_you_mean(query.topic, topics))
    for page in query.page:
        unknown = list(_check_page(site, page))
        yield from unknown or _check_heading(site, page, query.heading)


def _check_heading(site: Site, page: Text, heading: Text | None) -> Iterator[Diagnostic]:
    known = anchors(site, str(page))
    if heading is not None and heading not in known:
        message = f"no heading '{heading}' on {page}"
        yield Diagnostic(heading.at(), NAME, message, did_you_mean(heading, known))


def _check_page(site: Site, page: Text) -> Iterator[Diagnostic]:
    if page not in site.pages:
        yield Diagnostic(page.at(), NAME, f"no page '{page}'", did_you_mean(page, site.pages))
