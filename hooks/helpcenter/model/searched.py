"""The schemas of the files about the search: what people type, what must be found, and what no page covers."""

from collections.abc import Mapping

from pydantic import Field

from ..files.source import Text
from .values import Id, Key, LabelList, OneOrMoreTexts, SomePhrases, Strict, Texts


class Query(Strict):
    """What somebody types into the search, and what must come of it.

    That is a page, or one of several that answer it as well, with a heading on it; or the topic that no page covers.
    """

    ask: Text
    page: OneOrMoreTexts = ()
    heading: Id | None = None
    topic: Id | None = None
    language: Id | None = None


class QueryGroup(Strict):
    """Queries of one kind, typed into the search of the pages in a language, which a query may name for itself."""

    language: Id | None = None
    queries: tuple[Query, ...] = Field(min_length=1, strict=False)


class QueriesFile(Strict):
    """`queries.yml`: what people type and what must be found; `nothing` are, per language, words that no page has."""

    groups: Mapping[Key, QueryGroup]
    nothing: Mapping[Key, LabelList]


class Topic(Strict):
    """What people look for and no page covers: as they type it, what is said of it, and the pages that lead on."""

    words: SomePhrases
    says: Texts
    pages: tuple[Text, ...] = Field(default=(), strict=False)


class NotCoveredFile(Strict):
    """`not-covered.yml`: topics that no page covers; `otherwise` are the pages shown to who finds nothing else."""

    topics: Mapping[Key, Topic]
    otherwise: tuple[Text, ...] = Field(default=(), strict=False)
