"""Yes or no. Words never stand for it: a pattern says by its key which of both it means."""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from ...language.spelling import Token
from ...model.vocabulary import Part
from ..words import Words


def annotation(_part: Part) -> Any:
    """Return the type by which pydantic reads it."""
    return bool


def find(_words: Words, _text: Sequence[Token], _at: int, _part: Part) -> None:
    """Find nothing."""
    return


def write(_words: Words, value: bool, _form: str, _part: Part) -> str:  # it is the value
    """Return it as writers of YAML know it."""
    return "true" if value else "false"


def others(value: bool, _part: Part, _known: Mapping[str, Any]) -> Iterator[bool]:  # it is the value
    """Yield the other one."""
    yield not value


def some(random: Random, _part: Part, _known: Mapping[str, Any]) -> bool:
    """Return one of both."""
    return random.random() < 0.5
