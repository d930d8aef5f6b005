"""The help center as loaded: pages, gateways, and every text that readers see, each with its place in a file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from ..files.diagnostics import Position
from ..files.source import Path_, Source, Text
from .documents import LexiconFile, MessagesFile, PageMeta, Review, RulesFile, StepsFile, TermsFile

PLATFORM = "platform"
"""The id under which claims name systeme.io's own defaults, from docs/platform.yml."""


@dataclass(frozen=True)
class BoundLink:
    """`[words](scheme:target)`: words that must be true. `offset` is where it starts in its text."""

    words: str
    scheme: str
    target: str
    text: Text
    offset: int
    length: int

    @property
    def position(self) -> Position:
        """Return where its first word stands."""
        return self.text.at(self.offset + 1)


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list item or table cell of a page, as its writer wrote it; `text` of code is empty.

    `section` is the id of the heading above it, `number` that of the top-level numbered item it belongs to, `depth` the
    lists and quotations around it.
    """

    kind: Literal["heading", "paragraph", "item", "cell", "directive", "code"]
    text: Text
    section: str
    level: int = 0
    id: str = ""
    number: int | None = None
    depth: int = 0
    code: Text | None = None


@dataclass(frozen=True)
class Page:
    """A Markdown page in one language. `key` is its path without language and ending, such as `guides/intervals`."""

    key: str
    language: str
    source: Source
    meta: PageMeta
    body: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Png:
    """A PNG file: its size in bytes, and its width and height in pixels, None where it is none."""

    size: int
    pixels: tuple[int, int] | None


@dataclass(frozen=True)
class Rulebook:
    """A file of rules: a gateway's, or the platform's defaults. `positions` are those of its values."""

    id: str
    facts: RulesFile
    positions: Mapping[Path_, Position]

    def rule_position(self, path: str) -> Position:
        """Return where a rule such as `failure.cancel_after` stands, or the nearest key above it."""
        parts: Path_ = ("rules", *path.split("."))
        while parts not in self.positions:
            parts = parts[:-1]
        return self.positions[parts]


@dataclass(frozen=True)
class Gateway(Rulebook):
    """Everything about one gateway."""

    article: StepsFile
    pages: Mapping[str, Page]


@dataclass(frozen=True, eq=False)
class Site:
    """The whole help center, as loaded: what checks are run on and pages are made of. Each is equal to itself alone."""

    languages: tuple[str, ...]
    terms: TermsFile
    lexicon: LexiconFile
    messages: MessagesFile
    gateways: Mapping[str, Gateway]
    pages: Mapping[str, Mapping[str, Page]]
    sources: tuple[Source, ...]
    currencies: tuple[str, ...]
    files: frozenset[str]
    """What else lies below docs/, by its path there."""
    today: date
    reviews: Mapping[str, Review]
    """The recorded review of each unit of text, by the unit's id."""
    redirects: Mapping[Text, Text]
    """Addresses below the site's root at which something once was, and the key of the page that is meant."""
    styles: Source
    """Our stylesheet: the one home of the colours in which pictures are drawn."""
    images: Mapping[str, Png]
    """The pictures below docs/assets, by their path there."""
    examples: Mapping[str, StepsFile]
    """Articles of the writers' guide, which belong to no gateway, by their folder."""
    platform: Rulebook | None = None
    """What systeme.io says of all gateways, if docs/platform.yml exists: defaults that a gateway's rules override."""

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
        return {**{f"gateways/{id_}": one.article for id_, one in self.gateways.items()}, **self.examples}

    def article_of(self, key: str) -> StepsFile | None:
        """Return the steps that stand beside a page, if it is an article's."""
        folder, _, name = key.rpartition("/")
        return self.articles.get(folder) if name == "index" else None

    @cached_property
    def brand_names(self) -> Mapping[str, str]:
        """Return every name that is written one way in all languages, by its id: gateways' and other brands'."""
        brands = {id_: str(term.text[self.languages[0]]) for id_, term in self.terms.brands.items()}
        return {**brands, **{gateway.id: str(gateway.facts.name) for gateway in self.gateways.values()}}
