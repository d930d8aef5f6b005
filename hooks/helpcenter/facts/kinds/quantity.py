"""A count with a unit of time: 30 days, thirty-day, तीस दिन."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from ...language.spelling import Token
from ...model.values import TIME_UNITS, Quantity, WrittenQuantity
from ...model.vocabulary import Part
from ..words import Words
from . import count


def annotation(_part: Part) -> Any:
    """Return the type by which pydantic reads "30 days"."""
    return WrittenQuantity


def find(words: Words, text: Sequence[Token], at: int, _part: Part | None = None) -> tuple[int, Quantity] | None:
    """Return the quantity that begins at a token. A hyphen may stand before its unit."""
    number = count.find(words, text, at)
    if number is None or number[1] == 0:
        return None
    place = at + number[0]
    place += place < len(text) and text[place].spelled == "-"
    for name, unit in words.units.get(text[place].spelled, ()) if place < len(text) else ():
        if tuple(token.spelled for token in text[place : place + len(name)]) == name:
            return place + len(name) - at, Quantity(count=number[1], unit=unit)
    return None


def write(words: Words, value: Quantity, form: str, _part: Part | None = None) -> str:
    """Return "30 days"; in the form "oblique" as it stands before a postposition."""
    unit = words.shared.units[value.unit]
    forms = unit.oblique.get(words.language, {}) if form == "oblique" else {}
    category = words.plural(value.count)
    own = unit.forms[words.language]
    return str(forms.get(category) or own.get(category) or own["other"]).replace("{n}", words.number(value.count))


def others(value: Quantity, _part: Part, _known: Mapping[str, Any]) -> Iterator[Quantity]:
    """Yield one more of its unit, and as many of every other unit."""
    yield Quantity(count=value.count + 1, unit=value.unit)
    yield from (Quantity(count=value.count, unit=unit) for unit in TIME_UNITS if unit != value.unit)


def some(random: Random, _part: Part, _known: Mapping[str, Any]) -> Quantity:
    """Return a quantity as people state it."""
    return Quantity(count=random.choice([1, 2, 3, 7, 14, 30, 36, 365]), unit=random.choice(TIME_UNITS))
