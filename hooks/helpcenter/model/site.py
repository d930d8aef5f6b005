"""The help center as loaded: pages, gateways, and every text that readers see, each with its place in a file."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any

from ..files.markdown import Block, Content
from ..files.source import Source, Text, same
from .documents import LabelsFile, MessagesFile, PageMeta, Review, StepsFile, TermsFile, TypedFile
from .memory import Asked, Memory, lasting
from .rules import Facts
from .searched import NotCoveredFile, QueriesFile
from .vocabulary import RuleType, SharedFile


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
    """A PNG file: its size in bytes, its width and height in pixels, None where it is none, and then why."""

    size: int
    pixels: tuple[int, int] | None
    problem: str = ""


@dataclass(frozen=True, eq=False)
class Gateway(Facts):
    """What is known of one gateway: its facts, its steps, and the labels on the provider's own screens.

    One without steps is a card: its pages say its rules and no more.
    """

    article: StepsFile | None
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
    sources: Mapping[str, Source]
    """The writers' files by their names."""
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

    def pages_of(self, gateway: Gateway) -> Mapping[str, Page]:
        """Return the page of a gateway in each language."""
        return self.pages[f"gateways/{gateway.id}/index"]

    def address(self, key: str, language: str) -> str:
        """Return where a page lies below the site's root: "" for the home page, "en/checker/" for another."""
        folder = key.removesuffix("index").removesuffix("/")
        prefix = "" if language == self.languages[0] else f"{language}/"
        return f"{prefix}{folder}/" if folder else prefix

    def root(self, key: str, language: str) -> str:
        """Return the way from a page to the site's root: "./" or "../../"."""
        return "../" * self.address(key, language).count("/") or "./"

    @property
    def articles(self) -> Mapping[str, StepsFile]:
        """Return every article's steps by the folder below docs/ in which its pages lie."""
        own = {f"gateways/{id_}": one.article for id_, one in self.gateways.items() if one.article}
        return {**own, **self.examples}

    def article_of(self, key: str) -> StepsFile | None:
        """Return the steps beside a page, if it is an article's."""
        folder, _, name = key.rpartition("/")
        if name != "index":
            return None
        gateway = self.gateway_of(key)
        return gateway.article if gateway else self.examples.get(folder)

    @property
    def brand_names(self) -> Mapping[str, str]:
        """Return every name that is written one way in all languages, by its id: gateways' and other brands'."""
        return _brand_names(self)

    def label_ids(self, gateway: Gateway | None) -> tuple[str, ...]:
        """Return the ids of the labels that a gateway's article may name: systeme.io's, and its own screens'."""
        return (*map(str, self.terms.labels), *map(str, gateway.own_labels if gateway else ()))

    @property
    def publishers(self) -> Mapping[str, str]:
        """Return the name of every gateway by its id: each is a publisher of facts about itself."""
        return _publishers(self)

    @cached_property
    def memory(self) -> Memory:
        """Return what has been worked out of this site: see `remembered` and `lasting`."""
        memory = Memory(_BY_ITEM, _Window)
        memory.turn_to(self)
        return memory

    def after(self, before: "Site") -> "Site":
        """Return this site with all that is the same in the one before it, and with what was worked out of that.

        The one before is not to be used any more.
        """
        kept = {one.name: _kept(getattr(before, one.name), getattr(self, one.name)) for one in fields(self)}
        site = Site(**kept)
        vars(site)["memory"] = before.memory
        before.memory.turn_to(site)
        return site


def _kept(before: Any, now: Any) -> Any:
    """Return a value, or the one before it where they are the same; of a mapping, the items before where they are."""
    if same(before, now):
        return before
    if isinstance(now, Mapping) and isinstance(before, Mapping):
        return {key: before[key] if key in before and same(before[key], value) else value for key, value in now.items()}
    return now


_BY_ITEM = ("gateways", "pages", "sources", "examples", "images", "reviews", "files")
"""Fields of a site of which functions ask for single items."""


class _Window(Site):
    """A site as a function sees it. What it asks for is noted, and always the answer of the site as it is then."""

    def __init__(self, memory: Memory, asked: Asked) -> None:
        """Look at the site to which a memory is turned."""
        vars(self).update(memory=memory, asked=asked)

    def __getattr__(self, name: str) -> Any:
        """Return a field, which is asked for once."""
        if name.startswith("__"):
            raise AttributeError(name)
        own = vars(self)
        own[name] = own["memory"].read(own["asked"], name)
        return own[name]


@lasting
def _gateway_names(site: Site) -> tuple[tuple[str, Text], ...]:
    return tuple((id_, gateway.file.name) for id_, gateway in site.gateways.items())


@lasting
def _publishers(site: Site) -> Mapping[str, str]:
    return {id_: str(name) for id_, name in _gateway_names(site)}


@lasting
def _brand_names(site: Site) -> Mapping[str, str]:
    brands = {id_: str(term.text[site.languages[0]]) for id_, term in site.terms.brands.items()}
    return {**brands, **site.publishers}
