"""The help center as loaded: pages, gateways, and every text that readers see, each with its place in a file."""

import posixpath
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from ..files.markdown import Block, Content
from ..files.source import Source, Text
from .documents import (
    LabelsFile,
    MessagesFile,
    NotCoveredFile,
    PageMeta,
    QueriesFile,
    Review,
    StepsFile,
    TermsFile,
    TypedFile,
)
from .rules import Facts
from .vocabulary import RuleType, SharedFile

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Page:
    """A Markdown page in one language. `key` is its path without language and ending, such as `guides/intervals`."""

    key: str
    language: str
    source: Source
    meta: PageMeta
    body: int
    content: Content

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return its blocks in order."""
        return self.content.blocks


@dataclass(frozen=True)
class Png:
    """A PNG file: its size in bytes, and its width and height in pixels, None where it is none."""

    size: int
    pixels: tuple[int, int] | None


@dataclass(frozen=True, eq=False)
class Gateway(Facts):
    """Everything about one gateway: its facts, its steps, its pages, and the labels on the provider's own screens.

    One without steps is a card: its pages say its rules and no more.
    """

    article: StepsFile | None
    pages: Mapping[str, Page]
    own: LabelsFile | None

    @property
    def own_labels(self) -> Mapping[str, Text]:
        """Return the labels on the provider's own screens, by their ids."""
        return self.own.labels if self.own else {}


def path_from(page: str, target: str) -> str:
    """Return the path below docs/ to which a link on a page leads; an empty one leads to the page itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), target)) if target else f"{page}.md"


def relative_url(from_key: str, to_key: str) -> str:
    """Return the URL from one page's key to another's of the same language; "" leads to the page itself."""
    start, end = (posixpath.join("/", key.removesuffix("index")) for key in (from_key, to_key))
    return posixpath.relpath(end, start) + "/" if start != end else ""


@dataclass(frozen=True, eq=False)
class Site:
    """The whole help center, as loaded: what checks are run on and pages are made of. Compared by identity."""

    languages: tuple[str, ...]
    names: Mapping[str, Text]
    """What the whole site is called, by language."""
    terms: TermsFile
    vocabulary: Mapping[str, RuleType]
    """The rule types in the order in which readers meet them."""
    shared: SharedFile
    typed: TypedFile
    platform: Facts | None
    """The rules that hold for every gateway, where docs/platform/rules.yml has some."""
    messages: MessagesFile
    gateways: Mapping[str, Gateway]
    pages: Mapping[str, Mapping[str, Page]]
    sources: tuple[Source, ...]
    currencies: tuple[str, ...]
    countries: tuple[str, ...]
    files: frozenset[str]
    """What else lies below docs/, by its path there."""
    today: date
    reviews: Mapping[str, Review]
    """The recorded review of each unit of text, by the unit's id."""
    queries: QueriesFile | None
    """What the search must find, where docs/queries.yml says it."""
    not_covered: NotCoveredFile | None
    """What the search says that no page covers, where docs/not-covered.yml does."""
    redirects: Mapping[Text, Text]
    """Addresses below the site's root at which something once was, and the key of the page that is meant."""
    styles: Source
    """Our stylesheet: the one home of the colours in which pictures are drawn."""
    images: Mapping[str, Png]
    """The pictures below docs/assets, by their path there."""
    examples: Mapping[str, StepsFile]
    """Articles of the writers' guide, which belong to no gateway, by their folder."""

    def gateway_of(self, key: str) -> Gateway | None:
        """Return the gateway in whose folder a page lies."""
        parts = key.split("/")
        return self.gateways.get(parts[1]) if parts[0] == "gateways" and len(parts) > 2 else None

    def address(self, key: str, language: str) -> str:
        """Return where a page lies below the site's root: "" for the home page, "en/checker/" for another."""
        folder = key.removesuffix("index").removesuffix("/")
        prefix = "" if language == self.languages[0] else f"{language}/"
        return f"{prefix}{folder}/" if folder else prefix

    def root(self, key: str, language: str) -> str:
        """Return the way from a page to the site's root: "./" or "../../"."""
        return "../" * self.address(key, language).count("/") or "./"

    @cached_property
    def articles(self) -> Mapping[str, StepsFile]:
        """Return every article's steps by the folder below docs/ in which its pages lie."""
        own = {f"gateways/{id_}": one.article for id_, one in self.gateways.items() if one.article}
        return {**own, **self.examples}

    def article_of(self, key: str) -> StepsFile | None:
        """Return the steps beside a page, if it is an article's."""
        folder, _, name = key.rpartition("/")
        return self.articles.get(folder) if name == "index" else None

    @cached_property
    def brand_names(self) -> Mapping[str, str]:
        """Return every name that is written one way in all languages, by its id: gateways' and other brands'."""
        brands = {id_: str(term.text[self.languages[0]]) for id_, term in self.terms.brands.items()}
        return {**brands, **{gateway.id: str(gateway.file.name) for gateway in self.gateways.values()}}

    def owner(self, article: StepsFile) -> Gateway | None:
        """Return the gateway whose steps these are: those of the writers' guide belong to none."""
        return next((one for one in self.gateways.values() if one.article is article), None)

    def label_ids(self, gateway: Gateway | None) -> tuple[str, ...]:
        """Return the ids of the labels that a gateway's article may name: systeme.io's, and its own screens'."""
        return (*map(str, self.terms.labels), *map(str, gateway.own_labels if gateway else ()))

    @cached_property
    def publishers(self) -> Mapping[str, str]:
        """Return the name of every gateway by its id: each is a publisher of facts about itself."""
        return {gateway.id: str(gateway.file.name) for gateway in self.gateways.values()}

    @cached_property
    def memory(self) -> dict[Hashable, Any]:
        """Return what has been worked out of this site, and goes with it: see `remembered`."""
        return {}


def remembered(
    function: Callable[Concatenate[Site, Parameters], Result],
) -> Callable[Concatenate[Site, Parameters], Result]:
    """Decorate a pure function of a site and hashable values: what it has returned once is kept as long as the site."""

    @wraps(function)
    def remembering(site: Site, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        key = (function, args, tuple(kwargs.items()))
        if key not in site.memory:
            site.memory[key] = function(site, *args, **kwargs)
        result: Result = site.memory[key]
        return result

    return remembering
