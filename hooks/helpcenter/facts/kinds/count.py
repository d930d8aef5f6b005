"""A whole number, in digits or in words: 3 retries."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Annotated, Any

from pydantic import Field

from ...engine.typed import fold, ungroup
from ...language.spelling import Token
from ...model.vocabulary import Part
from ..words import Index, Words

MOST = 9999


def annotation(_part: Part) -> Any:
    """Return the type by which pydantic reads a count."""
    return Annotated[int, Field(ge=0, le=MOST)]


def find(words: Words, text: Sequence[Token], at: int, _part: Part | None = None) -> tuple[int, int] | None:
    """Return the number that begins at a token; "thirty (30)" is one number."""
    found = _digits(text[at]) or phrase(words.numbers, text, at)
    if found is None:
        return None
    length, number = found
    again = text[at + length : at + length + 3]
    if [one.spelled for one in again[::2]] == ["(", ")"] and _digits(again[1]) == (1, number):
        return length + 3, number
    return length, number


def _digits(token: Token) -> tuple[int, int] | None:
    digits = ungroup(fold(token.spelled))
    return (1, int(digits)) if digits.isascii() and digits.isdigit() and len(digits) <= len(str(MOST)) else None


def phrase(index: Index, text: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the number that words of an index say."""
    for name, id_ in index.get(text[at].spelled, ()):
        if tuple(token.spelled for token in text[at : at + len(name)]) == name:
            return len(name), int(id_)
    return None


def write(words: Words, value: int, _form: str, _part: Part) -> str:
    """Return a number in digits."""
    return words.number(value)


def others(value: int, _part: Part, _known: Mapping[str, Any]) -> Iterator[int]:
    """Yield the next number and one far away."""
    yield from (value + 1, value + 10)


def some(random: Random, _part: Part, _known: Mapping[str, Any]) -> int:
    """Return a small number, often none or one."""
    return random.choice([0, 1, 2, 3, 4, 12, 30])
