"""One of the choices that a rule type names. Each has clauses of its own, which patterns take in: see `words`."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any, Literal

from ...language.spelling import Token
from ...model.vocabulary import Part
from ..words import Words


def annotation(part: Part) -> Any:
    """Return the type by which pydantic reads it."""
    return Literal[tuple(map(str, part.choice or ()))]


def find(_words: Words, _text: Sequence[Token], _at: int, _part: Part) -> None:
    """Find nothing: the clauses of a choice are parts of a pattern."""
    return


def write(words: Words, value: str, _form: str, _part: Part) -> str:
    """Return the first clause of a choice."""
    return words.name("word", value)


def others(value: str, part: Part, _known: Mapping[str, Any]) -> Iterator[str]:
    """Yield all other choices."""
    yield from (str(one) for one in part.choice or () if one != value)


def some(random: Random, part: Part, _known: Mapping[str, Any]) -> str:
    """Return one of the choices."""
    return str(random.choice(part.choice or ("",)))
