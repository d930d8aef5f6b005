"""The schemas of the writers' YAML files: typed and frozen. `helpcenter schemas` publishes them for editors."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from ..files.inline import bound_links
from ..files.source import Text
from .screens import Screen
from .values import (
    Address,
    CountryId,
    CurrencyKey,
    Id,
    Kept,
    Key,
    Label,
    LabelList,
    Labels,
    OneOrMoreIds,
    Publisher,
    SomePhrases,
    Strict,
    Texts,
    Unit,
    Url,
    WrittenQuantity,
    some_languages,
)


class Reference(Strict):
    """Where a fact was read: who publishes it (systeme.io, or a gateway's id), when, and how much of it.

    `also` are the addresses of the same text in other languages, which nobody has compared.
    """

    by: Publisher
    url: Url
    read: date
    language: Id | None = None
    extent: Literal["whole", "part"] = "part"
    also: Mapping[Id, Url] = {}


class StatementKeys(Strict):
    """What every statement may have besides the parts of its rule type.

    `in` and `buyers` say for whom it holds. `but` says that a note tells an exception, `said` that a note says it
    all in words, `decided_by` that the provider decides, `not_known` that nothing is known for these accounts.
    """

    source: OneOrMoreIds = ()
    as_of: date | None = None
    in_: Annotated[tuple[CountryId, ...], Field(min_length=1, strict=False)] | None = Field(None, alias="in")
    buyers: Literal["home", "abroad"] | None = None
    but: Literal["note"] | None = None
    said: Literal["note"] | None = None
    decided_by: Literal["provider"] | None = None
    not_known: Literal[True] | None = None


class RulesFile(Strict):
    """`rules.yml`: the only home of a gateway's facts, its name among them.

    Its `rules` have the shape that docs/vocabulary gives them: see `facts.statements`.
    """

    gateway: Id
    name: Label
    on: Id | None = None
    wrong_names: LabelList = ()
    contact_form: Url | None = None
    sources: Mapping[Key, Reference]
    rules: BaseModel


def _request(text: Text) -> Text:
    if text != "webhook":
        raise PydanticCustomError("request", "'{text}' is not 'webhook'", {"text": str(text)})
    return text


class Step(Strict):
    """One action of the reader. `screen` is where it happens, if not on its section's screen.

    `request: webhook` puts the ready message to the provider's support below it, which goes with the webhook URL.
    """

    id: Id
    text: Texts
    note: Texts | None = None
    screen: Id | None = None
    request: Annotated[Text, AfterValidator(_request), WithJsonSchema({"const": "webhook"})] | None = None

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


class LabelsFile(Kept):
    """`gateways/<gateway>/terms.yml`: labels on the provider's own screens, in the language of those screens."""

    language: Id
    labels: Mapping[Key, Label]


class TermsFile(Kept):
    """`terms.yml`: the glossary. Labels are on systeme.io's screens, fields on its payment pages."""

    labels: Mapping[Key, Term]
    fields: Mapping[Key, Term]
    brands: Mapping[Key, Term]
    words: Mapping[Key, Term]


class MessagesFile(Strict):
    """`messages.yml`: every sentence that the checker and the site's own parts say, grouped by who says it."""

    checker: Mapping[Key, Texts]
    groups: Mapping[Key, Texts]
    statuses: Mapping[Key, Texts]
    states: Mapping[Key, Texts]
    problems: Mapping[Key, Texts]
    answer: Mapping[Key, Texts]
    dates: Mapping[Key, Texts]
    finder: Mapping[Key, Texts]
    drafts: Mapping[Key, Texts]
    rules: Mapping[Key, Texts]
    request: Mapping[Key, Texts]
    feedback: Mapping[Key, Texts]
    site: Mapping[Key, Texts]


class TypedFile(Strict):
    """`docs/vocabulary/typed.yml`: what people type into the form besides the words of shared.yml, per language.

    People mix languages and scripts, so all of it is read on every page.
    """

    units: Mapping[Unit, SomePhrases]
    numbers: Annotated[Mapping[str, Mapping[Text, int]], AfterValidator(some_languages)]
    intervals: Annotated[Mapping[str, Mapping[Text, WrittenQuantity]], AfterValidator(some_languages)]
    currencies: Mapping[CurrencyKey, SomePhrases]
    signs: Mapping[Text, Annotated[tuple[CurrencyKey, ...], Field(min_length=1, strict=False)]] = {}
    """What stands beside an amount and may mean several currencies, the likeliest first."""
    every: SomePhrases
    asked: Mapping[Literal["country", "currency", "every", "payment"], Text] = {}
    """The plan that most readers have: the home page answers it."""


class Review(Strict):
    """The recorded approval of a unit: fingerprints of its texts and what belongs to them; by whom, and when."""

    text: Mapping[str, str]
    labels: str | None = None
    rules: str | None = None
    picture: str | None = None
    order: str | None = None
    by: str
    on: date


class ReviewsFile(Strict):
    """`reviews.lock`: JSON, written by `helpcenter accept` and never by hand."""

    units: Mapping[str, Review]


class RedirectsFile(Strict):
    """`redirects.yml`: addresses at which a page once was, and the key of the page that is meant now."""

    redirects: Mapping[Address, Text]


Redirects = Mapping[Text, Text]


class PageMeta(Strict):
    """The front matter of a page. `aliases` are what people type who look for it, in any language."""

    title: Text
    description: Text
    aliases: LabelList = ()
