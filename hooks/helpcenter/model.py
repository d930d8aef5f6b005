"""What a help center is made of: typed, frozen, and with a place in a file for every text.

The pydantic models are the schemas of the writers' YAML files (published for editors by `helpcenter schemas`);
the dataclasses are what `load.py` puts together from them and from the Markdown pages.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from .diagnostics import Position
from .source import Path_, Source, Text
from .typed import UNITS

ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_QUANTITY = re.compile(rf"([1-9][0-9]*) ({'|'.join(UNITS)})s?")
_CODE = re.compile(r"[A-Z]{3}")


def _identifier(text: Text) -> Text:
    if not ID_PATTERN.fullmatch(text):
        raise PydanticCustomError("id", "'{text}' is not an id: small letters, digits and hyphens", {"text": str(text)})
    return text


def _trimmed(text: Text) -> Text:
    if text != " ".join(text.split()):
        message = "blank at an end, or an unusual blank inside '{text}'"
        raise PydanticCustomError("blanks", message, {"text": str(text)})
    return text


def _currency(text: Text) -> Text:
    if not _CODE.fullmatch(text):
        raise PydanticCustomError("currency", "'{text}' is not three capital letters A-Z", {"text": str(text)})
    return text


def _every_language(texts: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
    languages: tuple[str, ...] = info.context["languages"] if info.context else ()
    missing = [language for language in languages if language not in texts]
    unknown = [language for language in texts if languages and language not in languages]
    if missing:
        raise PydanticCustomError("language_missing", "no text for: {names}", {"names": ", ".join(missing)})
    if unknown:
        raise PydanticCustomError("language_unknown", "unknown language: {names}", {"names": ", ".join(unknown)})
    return texts


def _one_or_more(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


_LANGUAGES_SCHEMA = {"type": "object", "x-languages": True}  # `schemas.py` writes the languages out

Id = Annotated[Text, AfterValidator(_identifier), WithJsonSchema({"type": "string", "pattern": ID_PATTERN.pattern})]
Label = Annotated[Text, AfterValidator(_trimmed)]
CurrencyCode = Annotated[
    Text, AfterValidator(_currency), WithJsonSchema({"type": "string", "pattern": _CODE.pattern})
]
Texts = Annotated[Mapping[str, Text], AfterValidator(_every_language), WithJsonSchema(_LANGUAGES_SCHEMA)]
Labels = Annotated[Mapping[str, Label], AfterValidator(_every_language), WithJsonSchema(_LANGUAGES_SCHEMA)]
LabelList = Annotated[tuple[Label, ...], Field(strict=False)]
Phrases = Annotated[Mapping[str, LabelList], AfterValidator(_every_language)]
Unit = Literal["day", "week", "month", "year"]


class Quantity(BaseModel):
    """A count with its unit, written "30 days"."""

    model_config = ConfigDict(frozen=True)
    count: int
    unit: Unit


def _quantity(value: Any) -> Quantity:
    match = _QUANTITY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        message = "'{text}' is not a quantity: write a number and day, week, month or year"
        raise PydanticCustomError("quantity", message, {"text": str(value)})
    return Quantity(count=int(match[1]), unit=match[2])


WrittenQuantity = Annotated[
    Quantity, BeforeValidator(_quantity), WithJsonSchema({"type": "string", "pattern": _QUANTITY.pattern})
]


class Strict(BaseModel):
    """No unknown keys, no conversions, no changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Rule(Strict):
    """What every rule carries: the source that says it and, where it may change, since when it is so."""

    source: Id
    as_of: date | None = None


class Currencies(Rule):
    """The currencies that are accepted, and no others."""

    only: tuple[CurrencyCode, ...] = Field(min_length=1, strict=False)


class Interval(Rule):
    """The units in which a subscription's interval can be set, and the days that stand for a month."""

    only: Annotated[tuple[Unit, ...], BeforeValidator(_one_or_more)] = Field(min_length=1, strict=False)
    month: int | None = Field(default=None, ge=1)


class RequiredFields(Rule):
    """The fields that a payment page must collect."""

    fields: tuple[Id, ...] = Field(min_length=1, strict=False)


class Retries(Rule):
    """How often a failed subscription payment is tried again: 3 retries are 4 attempts."""

    scheduled: int = Field(ge=0)


class Failure(Rule):
    """What follows a failed subscription payment."""

    notify: bool | None = None
    cancel_after: WrittenQuantity | None = None


class Rules(Strict):
    """The rules of a gateway. An absent one is not stated."""

    required_fields: RequiredFields | None = None
    currencies: Currencies | None = None
    interval: Interval | None = None
    retries: Retries | None = None
    failure: Failure | None = None


class Reference(Strict):
    """Where a fact was read, and when."""

    url: Text
    read: date


class RulesFile(Strict):
    """`rules.yml`: the only home of a gateway's facts, its name among them."""

    gateway: Id
    name: Label
    wrong_names: LabelList = ()
    contact_form: Text | None = None
    sources: Mapping[Id, Reference]
    rules: Rules


class Step(Strict):
    """One action of the reader."""

    id: Id
    text: Texts
    note: Texts | None = None


class Screen(Strict):
    """A picture of where to click. Its callouts are labels, numbered by their order through the whole article."""

    id: Id
    title: Texts
    callouts: tuple[Id, ...] = Field(min_length=1, strict=False)


class Section(Strict):
    """Steps under one heading, with the screen on which they happen."""

    id: Id
    title: Texts
    screen: Id | None = None
    steps: tuple[Step, ...] = Field(min_length=1, strict=False)


class StepsFile(Strict):
    """`steps.yml`: the article's steps, both languages side by side."""

    screens: tuple[Screen, ...] = Field(default=(), strict=False)
    sections: tuple[Section, ...] = Field(min_length=1, strict=False)


class Term(Strict):
    """A label, field, brand or word: one form per language, other forms that are read too, and forbidden ones."""

    text: Labels
    also: Mapping[str, LabelList] = {}
    forbidden: Mapping[str, LabelList] = {}


class TermsFile(Strict):
    """`terms.yml`: the glossary. Labels stand on systeme.io's screens, fields on its payment pages."""

    labels: Mapping[Id, Term]
    fields: Mapping[Id, Term]
    brands: Mapping[Id, Term]
    words: Mapping[Id, Term]


class UnitWords(Strict):
    """A unit of time: plural forms that are shown, and the words by which it is recognised."""

    forms: Annotated[Mapping[str, Mapping[str, Label]], AfterValidator(_every_language)]
    name: Labels
    listed: Labels
    read: Phrases


class LexiconFile(Strict):
    """`lexicon.yml`: the words by which claims and typed intervals are read, per language."""

    units: Mapping[Unit, UnitWords]
    numbers: Annotated[Mapping[str, Mapping[Text, int]], AfterValidator(_every_language)]
    meanings: Mapping[Id, Phrases]
    filler: Phrases
    end_marks: Labels


class MessagesFile(Strict):
    """`messages.yml`: every sentence that the checker and the site's own parts say, grouped by who says it."""

    checker: Mapping[Id, Texts]
    statuses: Mapping[Id, Texts]
    problems: Mapping[Id, Texts]
    findings: Mapping[Id, Texts]
    rules: Mapping[Id, Texts]
    site: Mapping[Id, Texts]


class PageMeta(Strict):
    """The front matter of a page."""

    title: Text
    description: Text


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
    """A heading, paragraph, list item or table cell of a page, as its writer wrote it.

    `section` is the id of the heading above it, `number` that of the top-level numbered item it belongs to.
    """

    kind: Literal["heading", "paragraph", "item", "cell", "directive"]
    text: Text
    section: str
    level: int = 0
    id: str = ""
    number: int | None = None


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
class Gateway:
    """Everything about one gateway. `positions` are those of `rules.yml`."""

    id: str
    facts: RulesFile
    positions: Mapping[Path_, Position]
    article: StepsFile
    pages: Mapping[str, Page]

    def screen(self, section: Section) -> Screen | None:
        """Return the screen on which a section's steps happen."""
        return next((screen for screen in self.article.screens if screen.id == section.screen), None)

    def callout(self, section: Section, label: str) -> int | None:
        """Return the number of a label on the section's screen: callouts are numbered through the article."""
        before = 0
        for screen in self.article.screens:
            if screen.id == section.screen:
                return before + screen.callouts.index(label) + 1 if label in screen.callouts else None
            before += len(screen.callouts)
        return None

    def rule_position(self, path: str) -> Position:
        """Return where a rule such as `failure.cancel_after` stands, or the nearest key above it."""
        parts: Path_ = ("rules", *path.split("."))
        while parts not in self.positions:
            parts = parts[:-1]
        return self.positions[parts]


@dataclass(frozen=True)
class Site:
    """The whole help center, as loaded: what checks are run on and pages are made of."""

    languages: tuple[str, ...]
    terms: TermsFile
    lexicon: LexiconFile
    messages: MessagesFile
    gateways: Mapping[str, Gateway]
    pages: Mapping[str, Mapping[str, Page]]
    sources: tuple[Source, ...]
    currencies: tuple[str, ...]

    def gateway_of(self, key: str) -> Gateway | None:
        """Return the gateway in whose folder a page lies."""
        parts = key.split("/")
        return self.gateways.get(parts[1]) if parts[0] == "gateways" and len(parts) > 2 else None

    def brand_names(self) -> Mapping[str, str]:
        """Return every name that is written one way in all languages, by its id: gateways' and other brands'."""
        brands = {id_: term.text[self.languages[0]] for id_, term in self.terms.brands.items()}
        return {**brands, **{gateway.id: gateway.facts.name for gateway in self.gateways.values()}}


@dataclass(frozen=True)
class Prose:
    """A stretch of text that readers see, with what is needed to judge it: the unit of checks and of reviews."""

    unit: str
    kind: Literal["title", "heading", "paragraph", "item", "cell", "step", "step-note", "screen", "message"]
    language: str
    text: Text
    gateway: Gateway | None = None
    section: Section | None = None


def prose(site: Site) -> Iterator[Prose]:
    """Yield every text of the site, in every language."""
    for pages in site.pages.values():
        for page in pages.values():
            yield from _page_prose(site, page)
    for gateway in site.gateways.values():
        yield from _article_prose(gateway)
    for group, messages in site.messages:
        for id_, texts in messages.items():
            for language, text in texts.items():
                yield Prose(f"messages/{group}/{id_}", "message", language, text)


def _page_prose(site: Site, page: Page) -> Iterator[Prose]:
    gateway = site.gateway_of(page.key)
    yield Prose(f"{page.key}#title", "title", page.language, page.meta.title, gateway)
    yield Prose(f"{page.key}#description", "paragraph", page.language, page.meta.description, gateway)
    for index, block in enumerate(page.blocks):
        if block.kind != "directive":
            yield Prose(f"{page.key}#{block.section}-{index}", block.kind, page.language, block.text, gateway)


def _article_prose(gateway: Gateway) -> Iterator[Prose]:
    def texts(id_: str, kind: Any, by_language: Mapping[str, Text], section: Section | None) -> Iterator[Prose]:
        for language, text in by_language.items():
            yield Prose(f"gateways/{gateway.id}#{id_}", kind, language, text, gateway, section)

    for screen in gateway.article.screens:
        yield from texts(screen.id, "screen", screen.title, None)
    for section in gateway.article.sections:
        yield from texts(section.id, "heading", section.title, None)
        for step in section.steps:
            yield from texts(f"step-{step.id}", "step", step.text, section)
            if step.note:
                yield from texts(f"step-{step.id}-note", "step-note", step.note, section)
