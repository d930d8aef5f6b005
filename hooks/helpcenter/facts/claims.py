"""Prose to values, per language: what the words of a claim say, and what its rule says.

Every word of a claim must be known (docs/lexicon.yml, field names, currency codes), so that no word can turn the
meaning unseen. A claim is true when both readings are equal: it may say neither less nor more than its rule.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import chain
from typing import Any

from ..engine.rules import DAYS
from ..engine.schedule import charges
from ..engine.typed import fold, read_count
from ..language.words import words_of
from ..model.documents import Rules
from ..model.site import Gateway, Site
from ..model.values import Quantity

Meaning = tuple[str, str | int]
"""What a word or phrase stands for: the field of a `Reading` that it belongs in, and its value."""


@dataclass(frozen=True)
class Reading:
    """What words, or a rule, say: quantities are pairs of count and unit, `meanings` are ids of the lexicon."""

    codes: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    quantities: frozenset[tuple[int, str]] = frozenset()
    units: frozenset[str] = frozenset()
    numbers: frozenset[int] = frozenset()
    meanings: frozenset[str] = frozenset()

    def __str__(self) -> str:
        """Say it in few words for a diagnostic."""
        quantities = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in sorted(self.quantities)]
        groups = (self.meanings, self.numbers, quantities, self.units, self.fields, self.codes)
        return ", ".join(str(item) for group in groups for item in sorted(group)) or "nothing"

    def minus(self, other: "Reading") -> "Reading":
        """Return what this reading says and the other does not."""
        return Reading(**{field.name: getattr(self, field.name) - getattr(other, field.name) for field in fields(self)})


@dataclass(frozen=True)
class Unreadable:
    """A word that the lexicon does not know, so that the claim cannot be read."""

    word: str


class Lexicon:
    """The phrases of one language, longest first."""

    def __init__(self, site: Site, language: str) -> None:
        """Gather what a claim in `language` may be made of."""
        self._phrases: dict[tuple[str, ...], Meaning | None] = {}
        self._currencies = frozenset(site.currencies)
        for phrase, meaning in _phrases(site, language):
            self._phrases[tuple(map(fold, words_of(phrase)))] = meaning
        self._longest = max(map(len, self._phrases))

    def meanings(self, text: str) -> list[Meaning] | Unreadable:
        """Return the meanings of all words in their order, or the first word that has none."""
        words, found = words_of(text), list[Meaning]()
        while words:
            length, meaning = self._next(words)
            if length == 0:
                return Unreadable(words[0])
            if meaning:
                found.append(meaning)
            words = words[length:]
        return found

    def _next(self, words: list[str]) -> tuple[int, Meaning | None]:
        for length in range(min(self._longest, len(words)), 0, -1):
            phrase = tuple(map(fold, words[:length]))
            if phrase in self._phrases:
                return length, self._phrases[phrase]
        if words[0] in self._currencies:
            return 1, ("codes", words[0])
        folded = fold(words[0])
        number = 0 if folded == "0" else read_count(folded)
        return (1, ("numbers", number)) if isinstance(number, int) else (0, None)


def _phrases(site: Site, language: str) -> Iterator[tuple[str, Meaning | None]]:
    lexicon = site.lexicon
    for filler in lexicon.filler[language]:
        yield filler, None
    for word, number in lexicon.numbers[language].items():
        yield word, ("numbers", number)
    for unit, words in lexicon.units.items():
        yield from ((word, ("units", unit)) for word in words.read[language])
    for id_, phrases in lexicon.meanings.items():
        yield from ((phrase, ("meanings", id_)) for phrase in phrases[language])
    for id_, term in site.terms.fields.items():
        yield from ((form, ("fields", id_)) for form in chain([term.text[language]], term.also.get(language, ())))


def read(text: str, lexicon: Lexicon) -> Reading | Unreadable:
    """Return what the words of a claim say: a number directly before a unit is a quantity, "no" retries are 0."""
    meanings = lexicon.meanings(text)
    if isinstance(meanings, Unreadable):
        return meanings
    found: dict[str, set[Any]] = {field.name: set() for field in fields(Reading)}
    previous: Meaning = ("", "")
    for kind, value in meanings:
        if kind == "units" and previous[0] == "numbers":
            found["numbers"].discard(previous[1])
            found["quantities"].add((previous[1], value))
        else:
            found[kind].add(value)
        previous = (kind, value)
    if {"no", "retry"} <= found["meanings"] and not found["numbers"]:
        found["meanings"].remove("no")
        found["numbers"].add(0)
    return Reading(**{kind: frozenset(values) for kind, values in found.items()})


ARITHMETIC: Mapping[str, Reading] = {
    f"arithmetic.{unit}": Reading(quantities=frozenset({(days, "day")}))
    for unit, days in {"week": DAYS["week"], "quarter": 90, "year": DAYS["year"]}.items()
}
"""Paths that hold for every gateway, because they are arithmetic and no gateway's rule."""


@dataclass(frozen=True)
class Target:
    """What a claim's target leads to: a path among all that its gateway's rules, and arithmetic, have to say."""

    gateway: Gateway | None
    path: str
    known: Mapping[str, Reading]

    @property
    def reading(self) -> Reading | None:
        """Return what the words must say, None where no rule is stated."""
        return self.known.get(self.path)


def resolve(site: Site, target: str, home: Gateway | None) -> Target:
    """Find the rule `gateway.rule`; a bare rule belongs to `home`, in whose folder it is written."""
    first, _, rest = target.partition(".")
    named = site.gateways.get(first)
    gateway, path = (named, rest) if named else (home, target)
    return Target(gateway, path, {**ARITHMETIC, **(expected(gateway.facts.rules) if gateway else {})})


def expected(rules: Rules) -> Mapping[str, Reading]:
    """Return every path that a claim may name, with what its words must say. A rule that is not stated has no path."""
    stated = (_currencies(rules), _fields(rules), _interval(rules), _retries(rules), _failure(rules), _decided(rules))
    return dict(chain.from_iterable(stated))


Expectations = Iterator[tuple[str, Reading]]


def _currencies(rules: Rules) -> Expectations:
    if rules.currencies:
        codes = frozenset(map(str, rules.currencies.only))
        yield "currencies", Reading(codes=codes, meanings=frozenset({"only"}))
        yield "currencies.codes", Reading(codes=codes)


def _fields(rules: Rules) -> Expectations:
    if rules.required_fields:
        names = frozenset(map(str, rules.required_fields.fields))
        yield "required_fields", Reading(fields=names, meanings=frozenset({"mandatory"}))
        yield "required_fields.fields", Reading(fields=names)


def _interval(rules: Rules) -> Expectations:
    if rules.interval:
        units = frozenset(rules.interval.only)
        yield "interval.unit", Reading(units=units, meanings=frozenset({"only"}))
        if rules.interval.month:
            yield "interval.month", Reading(quantities=frozenset({(rules.interval.month, "day")}))
            a_year = charges(0, {"count": rules.interval.month, "unit": "day"})
            yield "interval.yearly_charges", Reading(numbers=frozenset({len(a_year)}), meanings=frozenset({"charge"}))


def _retries(rules: Rules) -> Expectations:
    if rules.retries:
        now = {"now"} if rules.retries.as_of else set()
        yield (
            "retries.scheduled",
            Reading(numbers=frozenset({rules.retries.scheduled}), meanings=frozenset({"retry", "scheduled", *now})),
        )


def _failure(rules: Rules) -> Expectations:
    if rules.failure and rules.failure.notify is not None:
        yield "failure.notify", Reading(meanings=frozenset({"notify"} if rules.failure.notify else {"no", "notify"}))
    if rules.failure and rules.failure.cancel_after:
        deadline = _pair(rules.failure.cancel_after)
        meanings = frozenset({"unpaid", "within", "cancel"})
        yield "failure.cancel_after", Reading(quantities=frozenset({deadline}), meanings=meanings)
        yield "failure.deadline", Reading(quantities=frozenset({deadline}))


def _decided(rules: Rules) -> Expectations:
    for name in rules.provider_decides.rules if rules.provider_decides else ():
        yield f"provider_decides.{name}", Reading(meanings=frozenset({"provider", "decide"}))


def _pair(quantity: Quantity) -> tuple[int, str]:
    return quantity.count, quantity.unit
