"""Kinds of value, a module each: how one is stated in YAML, found in a text, written, changed, and made up."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any, Protocol

from pydantic import BaseModel

from ...language.spelling import Token
from ...model.values import Quantity
from ...model.vocabulary import Part
from ..words import Words
from . import amount, choice, count, items, quantity, yes_no

Value = Any
"""A value of some kind: a tuple of items, a Quantity, an Amount, a number, true or false, or the id of a choice."""
Known = Mapping[str, Sequence[str]]
"""The ids that there are of each kind of item: "currency", "field" and so on."""
_BASES = {
    "minute": ("minute", 1),
    "hour": ("minute", 60),
    "day": ("minute", 1440),
    "week": ("minute", 10080),
    "month": ("month", 1),
    "year": ("month", 12),
}
"""What each unit of time is in minutes, or in months, of which nobody knows how many minutes they have."""


class Kind(Protocol):
    """What each module of this folder has."""

    def annotation(self, part: Part) -> Any:
        """Return the type by which pydantic reads a value from YAML."""

    def find(self, words: Words, text: Sequence[Token], at: int, part: Part) -> tuple[int, Value] | None:
        """Return the value that begins at a token, and how many tokens it has."""

    def write(self, words: Words, value: Value, form: str, part: Part) -> str:
        """Return a value's words. `form` is "" or, of kinds that have it, "oblique", "or", "size"."""

    def others(self, value: Value, part: Part, known: Known) -> Iterator[Value]:
        """Yield neighbouring values, such as a writer could have stated by mistake."""

    def some(self, random: Random, part: Part, known: Known) -> Value:
        """Return any value."""


def kind_of(part: Part) -> Kind:
    """Return the module of a part's kind."""
    if part.set:
        return items
    if part.choice:
        return choice
    kinds: Mapping[str, Kind] = {"quantity": quantity, "count": count, "amount": amount, "yes_no": yes_no}
    return kinds[str(part.kind)]


def publish(value: Value) -> Any:
    """Return a value as JSON data: quantities and amounts are objects, sets are lists."""
    if isinstance(value, BaseModel):
        return value.model_dump()
    if isinstance(value, tuple):
        return [publish(one) for one in value]
    return str(value) if isinstance(value, str) else value


def shown(values: Mapping[str, Value]) -> str:
    """Return values as writers of YAML know them."""
    return ", ".join(f"{name}: {_shown(value)}" for name, value in values.items())


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return " + ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def size(value: Value) -> int | None:
    """Return the number by which the words around a value are singular or plural, None where it has none."""
    if isinstance(value, Quantity):
        return value.count
    if isinstance(value, tuple):
        return len(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def same(one: Value, other: Value) -> bool:
    """Say whether two values are equal: a set has no order, and 24 hours are a day."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return frozenset(map(_comparable, one)) == frozenset(map(_comparable, other))
    return bool(_comparable(one) == _comparable(other))


def _comparable(value: Value) -> Value:
    if not isinstance(value, Quantity):
        return value
    base, factor = _BASES[value.unit]
    return base, value.count * factor
