"""The schemas of the writers' YAML files: typed and frozen. `helpcenter schemas` publishes them for editors."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from ..files.inline import bound_links
from ..files.source import Text
from .screens import Screen
from .values import (
    Address,
    CurrencyCode,
    CurrencyKey,
    Id,
    Key,
    Label,
    LabelList,
    Labels,
    Phrases,
    Strict,
    Texts,
    Unit,
    UnitOrUnits,
    Url,
    WrittenQuantity,
    every_language,
)


class Rule(Strict):
    """What every rule carries: the source that says it and, where it may change, since when it is so."""

    source: Id
    as_of: date | None = None


class Currencies(Rule):
    """The currencies that are accepted, and no others."""

    only: tuple[CurrencyCode, ...] = Field(min_length=1, strict=False)


class Interval(Rule):
    """The units in which a subscription's interval can be set, and the days that stand for a month."""

    only: UnitOrUnits
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


class ProviderDecides(Rule):
    """Rules of which the source says that the provider decides them, so that they have no value here."""

    rules: tuple[Literal["currencies", "required_fields", "interval", "retries", "failure"], ...] = Field(
        min_length=1, strict=False
    )


class Rules(Strict):
    """The rules of a gateway. An absent one is not stated."""

    required_fields: RequiredFields | None = None
    currencies: Currencies | None = None
    interval: Interval | None = None
    retries: Retries | None = None
    failure: Failure | None = None
    provider_decides: ProviderDecides | None = None

    @model_validator(mode="after")
    def _say_each_once(self) -> "Rules":
        for name in self.provider_decides.rules if self.provider_decides else ():
            if getattr(self, name) is not None:
                raise PydanticCustomError(
                    "stated_twice", "'{name}' is stated, and left to the provider", {"name": name}
                )
        return self


class Reference(Strict):
    """Where a fact was read, and when."""

    url: Url
    read: date


class RulesFile(Strict):
    """`rules.yml`: the only home of a gateway's facts, its name among them."""

    gateway: Id
    name: Label
    wrong_names: LabelList = ()
    contact_form: Url | None = None
    sources: Mapping[Key, Reference]
    rules: Rules


class Step(Strict):
    """One action of the reader. `screen` is where it happens, if not on its section's screen."""

    id: Id
    text: Texts
    note: Texts | None = None
    screen: Id | None = None

    @property
    def labels(self) -> set[str]:
        """Return the ids of the labels that its text says in any language."""
        links = (link for text in self.text.values() for link in bound_links(text))
        return {link.target for link in links if link.scheme == "ui"}


class Section(Strict):
    """Steps under one heading, with the screen on which they happen."""

    id: Id
    title: Texts
    screen: Id | None = None
    steps: tuple[Step, ...] = Field(min_length=1, strict=False)


class StepsFile(Strict):
    """`steps.yml`: the article's steps, both languages side by side, its screens, and small texts in their drawings."""

    screens: tuple[Screen, ...] = Field(default=(), strict=False)
    texts: Mapping[Key, Texts] = {}
    sections: tuple[Section, ...] = Field(min_length=1, strict=False)

    def screen_of(self, section: Section, step: Step) -> Screen | None:
        """Return the screen on which a step happens."""
        wanted = step.screen or section.screen
        return next((screen for screen in self.screens if screen.id == wanted), None)

    def placed_steps(self) -> Iterator[tuple[Section, Step, Screen | None]]:
        """Yield every step with its section and its screen."""
        yield from (
            (section, step, self.screen_of(section, step)) for section in self.sections for step in section.steps
        )

    def numbers(self, screen: Screen | None) -> Mapping[str, int]:
        """Return the numbers of a screen's callouts: they are counted through the article."""
        if screen is None:
            return {}
        earlier = self.screens[: self.screens.index(screen)]
        start = 1 + sum(len(one.callouts) for one in earlier)
        return {str(label): number for number, label in enumerate(screen.callouts, start)}


class Term(Strict):
    """A label, field, brand or word: one form per language, other forms that are read too, and forbidden ones.

    `aliases` are what people type who look for it; no page shows them.
    """

    text: Labels
    also: Mapping[str, LabelList] = {}
    forbidden: Mapping[str, LabelList] = {}
    aliases: Mapping[str, LabelList] = {}


class TermsFile(Strict):
    """`terms.yml`: the glossary. Labels are on systeme.io's screens, fields on its payment pages."""

    labels: Mapping[Key, Term]
    fields: Mapping[Key, Term]
    brands: Mapping[Key, Term]
    words: Mapping[Key, Term]


class UnitWords(Strict):
    """A unit of time: plural forms that are shown, and the words by which it is recognised."""

    forms: Annotated[Mapping[str, Mapping[str, Label]], AfterValidator(every_language)]
    name: Labels
    listed: Labels
    read: Phrases


class TypedWords(Strict):
    """What people type for an interval besides numbers and units, in any language and script: people mix them."""

    units: Mapping[Unit, LabelList]
    numbers: Mapping[Text, int]
    intervals: Mapping[Text, WrittenQuantity]
    currencies: Mapping[CurrencyKey, LabelList]
    every: LabelList


class LexiconFile(Strict):
    """`lexicon.yml`: the words by which claims and typed intervals are read, per language."""

    units: Mapping[Unit, UnitWords]
    typed: TypedWords
    numbers: Annotated[Mapping[str, Mapping[Text, int]], AfterValidator(every_language)]
    meanings: Mapping[Key, Phrases]
    filler: Phrases
    questions: Phrases
    end_marks: Labels


class MessagesFile(Strict):
    """`messages.yml`: every sentence that the checker and the site's own parts say, grouped by who says it."""

    checker: Mapping[Key, Texts]
    statuses: Mapping[Key, Texts]
    problems: Mapping[Key, Texts]
    findings: Mapping[Key, Texts]
    answer: Mapping[Key, Texts]
    rules: Mapping[Key, Texts]
    site: Mapping[Key, Texts]


class Review(Strict):
    """The recorded approval of a unit: fingerprints of its texts, labels, rules and picture; by whom, and when."""

    text: Mapping[str, str]
    labels: str | None = None
    rules: str | None = None
    picture: str | None = None
    by: str
    on: date


class ReviewsFile(Strict):
    """`reviews.lock`: JSON, written by `helpcenter accept` and never by hand."""

    units: Mapping[str, Review]


class RedirectsFile(Strict):
    """`redirects.yml`: addresses at which a page once was, and the key of the page that is meant now."""

    redirects: Mapping[Address, Text]


class Query(Strict):
    """What somebody types into the search, the page that is meant and, on it, a heading."""

    ask: Text
    page: Text
    heading: Id | None = None
    language: Id | None = None


class QueryGroup(Strict):
    """Queries of one kind, typed into the search of the pages in a language, which a query may name for itself."""

    language: Id | None = None
    queries: tuple[Query, ...] = Field(min_length=1, strict=False)


class QueriesFile(Strict):
    """`queries.yml`: what people type and what must be found; `nothing` are, per language, words that no page has."""

    groups: Mapping[Key, QueryGroup]
    nothing: Mapping[Key, LabelList]


Redirects = Mapping[Text, Text]


class PageMeta(Strict):
    """The front matter of a page."""

    title: Text
    description: Text
