"""Claims: the words of a bound link, held against the rule that they are bound to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ..engine.schedule import charges
from ..engine.typed import UNITS
from ..files.diagnostics import did_you_mean
from ..language.spelling import tokens
from ..model.memory import remembered
from ..model.rules import Facts, Statement
from ..model.site import Site
from ..model.values import Quantity
from ..model.vocabulary import Part
from .grammar import Reading
from .kinds import Value, same
from .pieces import find as find_values
from .sentences import Speaker, drafted, speaker, stated
from .statements import Found, find, homes
from .words import Words, words_of

Judgement = Literal["true", "false", "unreadable"]

PLATFORM_ID = "platform"
"""By which a claim names the rules that hold for every gateway."""
ARITHMETIC: Mapping[str, Quantity] = {
    unit: Quantity(count=days, unit="day") for unit, days in (("week", 7), ("quarter", 90), ("year", 365))
}
"""What no gateway states, because it is arithmetic: `rule:arithmetic.week`."""
YEARLY = "charges_a_year"
"""A number that follows from `interval.month`: how many charges the first twelve months bring."""


@dataclass(frozen=True)
class Target:
    """What a claim is bound to: a rule, or one part of it; or, by itself, a value that follows from one."""

    gateway: Facts | None
    """Of whom the rule is stated; None where there is nobody of that name."""
    rule: str
    part: str
    found: Found | None
    value: Value | None = None
    known: Sequence[str] = field(default=(), compare=False)
    """The rules that could have been meant."""

    @property
    def exists(self) -> bool:
        """Say whether there is something to hold words against."""
        return self.value is not None or bool(self.statements)

    @property
    def statements(self) -> Sequence[Statement]:
        """Return the statements that words may say."""
        own = self.found.rule.statements if self.found else ()
        return [one for one in own if one.state != "not-known" and self._has(one)]

    def _has(self, statement: Statement) -> bool:
        return not self.part or statement.state == "said" or self.part in statement.values

    @property
    def hint(self) -> str:
        """Return what to write instead of a target that leads nowhere."""
        if self.gateway is None:
            return f"outside a gateway's folder write gateway.rule; gateways: {', '.join(self.known)}"
        if self.found and self.part:
            parts = sorted({part for one in self.found.rule.statements for part in one.values})
            return f"{self.gateway.id} states of {self.rule}: {', '.join(parts) or 'no value'}"
        hint = did_you_mean(self.rule, self.known)
        return hint if hint.startswith("did you mean") else f"not stated by {self.gateway.id}, or not a rule; {hint}"


def path_of(target: str, home: Facts | None) -> str:
    """Return a claim's target with the gateway that it is about: `secure-and-pay.currencies`."""
    return f"{home.id}.{target}" if home and "." not in target else target


@remembered
def resolve(site: Site, target: str, home: Facts | None) -> Target:
    """Return what `rule`, `rule.part` or `gateway.rule.part` leads to; a bare rule belongs to `home`."""
    names = target.split(".")
    if names[0] == "arithmetic":
        return Target(None, target, "", None, ARITHMETIC.get(names[-1]), list(ARITHMETIC))
    named: Facts | None = site.platform if names[0] == PLATFORM_ID else site.gateways.get(names[0])
    gateway, path = (named, names[1:]) if named else (home, names)
    if gateway is None or not path:
        return Target(None, target, "", None, None, list(site.gateways))
    rule, part = path[0], ".".join(path[1:])
    found = find(site, gateway, rule)
    if part == YEARLY:
        return Target(gateway, rule, part, found, _yearly(found))
    known = sorted({name for one in homes(site, gateway) for name in one.rules})
    has_part = not part or part in (site.vocabulary[rule].parts if rule in site.vocabulary else ())
    return Target(gateway, rule, part, found if has_part else None, None, known)


def set_at(site: Site, path: str, home: Facts | None) -> tuple[Part, Sequence[Value]]:
    """Return the set that `[RULE path]` stands for and what it is made of; an empty one where there is none."""
    target = resolve(site, path, home)
    part = site.vocabulary[target.rule].parts.get(target.part) if target.rule in site.vocabulary else None
    if part is None or part.set in (None, "quantity", "amount"):
        return Part(set="code"), ()
    return part, next((one.values[target.part] for one in target.statements if target.part in one.values), ())


def _yearly(found: Found | None) -> int | None:
    months = [one.values["month"] for one in found.rule.statements if "month" in one.values] if found else []
    settable = [one for one in months if one.unit in UNITS]  # of minutes and hours no day can be told
    return len(charges(0, {"count": settable[0].count, "unit": settable[0].unit})) if settable else None


@dataclass(frozen=True)
class Judged:
    """What became of a claim: whether it is true, and what its words were read as."""

    judgement: Judgement
    readings: Sequence[Reading] = ()


@remembered
def judge(site: Site, language: str, target: Target, words: str) -> Judged:
    """Hold the words of a claim against what its target states."""
    if target.value is not None:
        return _judge_value(site, language, target.value, words)
    as_drafted = _as_drafted(site, language, target, words)
    if as_drafted is not None:
        return Judged("true", [as_drafted])
    own = speaker(site, language, target.rule, target.gateway)
    readings = [*own.grammar.read(words, own.words), *_bare(own, target.part, words)]
    said = [one.state == "said" for one in target.statements]
    if any(said) and (all(said) or not readings):
        return Judged("true")  # the note says it all; its values are compared between the languages
    if not readings:
        return Judged("unreadable")
    is_true = any(_says(reading, one, target) for reading in readings for one in target.statements)
    return Judged("true" if is_true else "false", readings)


def _as_drafted(site: Site, language: str, target: Target, words: str) -> Reading | None:
    """Return what words say that are a sentence of a draft, letter by letter: nobody has to read it."""
    for one in target.statements:
        assert target.gateway
        assert target.found
        said = drafted(site, language, target.gateway, target.found, one).get(words)
        if said is not None:
            scope = {
                **({"in": one.countries} if one.countries else {}),
                **({"buyers": one.buyers} if one.buyers else {}),
            }
            return Reading(said, scope)
    return None


def _judge_value(site: Site, language: str, value: Value, words: str) -> Judged:
    part = Part(kind="quantity" if isinstance(value, Quantity) else "count")
    read = _whole(words_of(site, language), part, words)
    if read is None:
        return Judged("unreadable")
    return Judged("true" if same(read, value) else "false", [Reading({str(part.kind): read})])


def _bare(own: Speaker, part: str, words: str) -> Iterator[Reading]:
    """Yield what words say that are nothing but the value of the part that a claim names."""
    kind = own.grammar.parts.get(part)
    if part and kind and not (kind.choice and not kind.set):
        value = _whole(own.words, kind, words)
        if value is not None:
            yield Reading({part: value if isinstance(value, tuple) or not kind.set else (value,)})


def _whole(names: Words, part: Part, words: str) -> Value | None:
    """Return the value that words are from beginning to end."""
    pieces = find_values(tokens(words), names, [part])
    return pieces[0].value if len(pieces) == 1 and pieces[0].kind != "token" else None


def parts_said(site: Site, language: str, target: Target, words: str) -> Iterator[tuple[Statement, frozenset[str]]]:
    """Yield each statement that the words of a claim say, with the parts of it that they say."""
    yield from ((one, frozenset()) for one in target.statements if one.state == "said")
    for reading in judge(site, language, target, words).readings if target.found else ():
        yield from ((one, frozenset(reading.values)) for one in target.statements if _says(reading, one, target))


def values_in(site: Site, language: str, words: str) -> list[str]:
    """Return all values in a text in which only a note says the fact: they are the same in every language."""
    names = words_of(site, language)
    found = find_values(
        tokens(words), names, [Part(set="currency"), Part(kind="quantity"), Part(kind="amount"), Part(kind="count")]
    )
    return sorted(str(item) for one in found if one.kind != "token" for item in _each(one.value))


def _each(value: Value) -> Sequence[Value]:
    return value if isinstance(value, tuple) else (value,)


def _says(reading: Reading, statement: Statement, target: Target) -> bool:
    """Say whether a reading is what a statement says, by whom and for whom it says so."""
    values, names = stated(statement), reading.names
    assert target.found  # it has statements
    home = target.found.home
    mentioned = names.get("gateway", home.id) in (home.id, target.gateway.id if target.gateway else "")
    said_by = names.get("publisher", home.publisher(statement)) == home.publisher(statement)
    scope = frozenset(names.get("in", ())), names.get("buyers", "")
    scopes = [statement.scope, *([(frozenset(), statement.buyers)] if statement.names_its_countries else [])]
    return (
        mentioned
        and said_by
        and scope in scopes
        and all(_follows(part, value, values) for part, value in reading.values.items())
    )


def _follows(part: str, value: Value, stated: Mapping[str, Value]) -> bool:
    """Say whether a part has a value: as stated, or as what is not among the only values that are."""
    only = stated.get("only")
    if part == "not" and isinstance(only, tuple) and isinstance(value, tuple):
        return not set(value) & set(only)
    return part in stated and same(value, stated[part])
