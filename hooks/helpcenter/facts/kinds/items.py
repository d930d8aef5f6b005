"""A set: currencies, countries, fields, units, quantities, labels ... in any order, with "and" or "or" between them."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from types import ModuleType
from typing import Annotated, Any

from pydantic import Field

from ...language.spelling import Token
from ...model.values import CountryId, CurrencyCode, Id, Label, TimeUnit
from ...model.vocabulary import Part
from ..words import Words
from . import amount, choice, quantity

_OF_VALUES: Mapping[str | None, ModuleType] = {"quantity": quantity, "amount": amount}
"""Items that are values of another kind; all others are ids with a name."""
_IDS: Mapping[str | None, Any] = {"currency": CurrencyCode, "country": CountryId, "unit": TimeUnit, "code": Label}


def annotation(part: Part) -> Any:
    """Return the type by which pydantic reads a list of items."""
    item: Any
    if part.set in _OF_VALUES:
        item = _OF_VALUES[part.set].annotation(part)
    else:
        item = choice.annotation(part) if part.choice else _IDS.get(part.set, Id)
    return Annotated[tuple[item, ...], Field(min_length=1, strict=False)]


def find(words: Words, text: Sequence[Token], at: int, part: Part) -> tuple[int, Any] | None:
    """Return the one item that begins at a token. A parenthesis that says the same again belongs to it."""
    found = _item(words, text, at, part)
    if found is None:
        return None
    length, item = found
    rest = text[at + length :]
    again = _item(words, rest, 1, part) if len(rest) > 2 and rest[0].spelled == "(" else None
    if again and again[1] == item and len(rest) > 1 + again[0] and rest[1 + again[0]].spelled == ")":
        return length + again[0] + 2, item
    return length, item


def _item(words: Words, text: Sequence[Token], at: int, part: Part) -> tuple[int, Any] | None:
    if part.set in _OF_VALUES:
        found: tuple[int, Any] | None = _OF_VALUES[part.set].find(words, text, at)
        return found
    return words.item(str(part.set), text, at)


def write(words: Words, value: Sequence[Any], form: str, part: Part) -> str:
    """Return the items with "and" or, in the form "or", with that; in the form "size" how many they are."""
    if form == "size":
        return words.number(len(value))
    inner = form if form == "oblique" else ""
    named = [
        _OF_VALUES[part.set].write(words, one, inner) if part.set in _OF_VALUES else words.name(str(part.set), one)
        for one in value
    ]
    if len(named) == 1:
        return str(named[0])
    return f"{', '.join(named[:-1])} {words.joint('or' if form == 'or' else 'and')} {named[-1]}"


def others(value: Sequence[Any], part: Part, known: Mapping[str, Sequence[str]]) -> Iterator[tuple[Any, ...]]:
    """Yield the set with one item more, with one less, and with another one in its place."""
    more = _neighbours(value, part, known)
    yield from ((*value, one) for one in more)
    yield from (tuple(one for one in value if one != gone) for gone in value if len(value) > 1)
    yield from ((*value[1:], one) for one in more)


def _neighbours(value: Sequence[Any], part: Part, known: Mapping[str, Sequence[str]]) -> list[Any]:
    if part.set in _OF_VALUES:
        return list(_OF_VALUES[part.set].others(value[0], part, known))[:2]
    return [one for one in _ids(part, known) if one not in value][:2]


def _ids(part: Part, known: Mapping[str, Sequence[str]]) -> Sequence[str]:
    return [str(one) for one in part.choice] if part.choice else known[str(part.set)]


def some(random: Random, part: Part, known: Mapping[str, Sequence[str]]) -> tuple[Any, ...]:
    """Return one to four items."""
    if part.set in _OF_VALUES:
        made = [_OF_VALUES[part.set].some(random, part, known) for _ in range(random.randint(1, 3))]
        return tuple({str(one): one for one in made}.values())
    ids = _ids(part, known)
    return tuple(random.sample(list(ids), min(len(ids), random.randint(1, 4))))
