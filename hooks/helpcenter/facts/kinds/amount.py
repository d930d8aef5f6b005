"""An amount of money with the code of its currency: USD 0.50, 5 USD."""

import re
from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any

from ...engine.typed import DECIMALS, fold, ungroup
from ...language.spelling import Token
from ...model.values import Amount, WrittenAmount
from ...model.vocabulary import Part
from ..words import Words
from . import count

_DIGITS = re.compile(rf"([0-9]{{1,9}})(?:\.([0-9]{{1,{DECIMALS}}}))?")


def annotation(_part: Part) -> Any:
    """Return the type by which pydantic reads "USD 0.50"."""
    return WrittenAmount


def find(words: Words, text: Sequence[Token], at: int, _part: Part | None = None) -> tuple[int, Amount] | None:
    """Return the amount that begins at a token, its currency before or after the number."""
    first = words.item("currency", text, at)
    if first:
        place = at + first[0]
        number = _thousandths(words, text, place) if place < len(text) else None
        return (first[0] + number[0], Amount(currency=first[1], thousandths=number[1])) if number else None
    number = _thousandths(words, text, at)
    second = words.item("currency", text, at + number[0]) if number and at + number[0] < len(text) else None
    if second is None or number is None:
        return None
    return number[0] + second[0] + _again(words, text, at + number[0] + second[0], second[1]), Amount(
        currency=second[1], thousandths=number[1]
    )


def _again(words: Words, text: Sequence[Token], at: int, currency: str) -> int:
    """Return how many tokens say the currency again in brackets, as in "five dollars (USD)"."""
    again = words.item("currency", text, at + 1) if at + 2 < len(text) and text[at].spelled == "(" else None
    is_same = again is not None and again[1] == currency and text[at + 1 + again[0]].spelled == ")"
    return again[0] + 2 if again and is_same else 0


def _thousandths(words: Words, text: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Return the amount that begins at a token, in digits or in words, and how many tokens it has."""
    whole, point, part = fold(text[at].spelled).partition(".")
    match = _DIGITS.fullmatch(ungroup(whole) + point + part)
    if match:
        return 1, int(match[1] + (match[2] or "").ljust(DECIMALS, "0"))
    found = count.find(words, text, at)
    return (found[0], found[1] * 1000) if found else None


def write(words: Words, value: Amount, _form: str, _part: Part | None = None) -> str:
    """Return the code and the number, with two decimals or none."""
    whole, part = divmod(value.thousandths, 1000)
    decimals = f".{part:03d}" if part % 10 else f".{part // 10:02d}" if part else ""
    return f"{value.currency} {words.number(whole)}{decimals}"


def others(value: Amount, _part: Part, known: Mapping[str, Sequence[str]]) -> Iterator[Amount]:
    """Yield ten times as much, and as much of another currency."""
    yield Amount(currency=value.currency, thousandths=value.thousandths * 10 or 1000)
    another = next(code for code in known["currency"] if code != value.currency)
    yield Amount(currency=another, thousandths=value.thousandths)


def some(random: Random, _part: Part, known: Mapping[str, Sequence[str]]) -> Amount:
    """Return an amount as people state it."""
    thousandths = random.choice([500, 1_000, 5_000, 14_990, 10_000_000, 99_999_000])
    return Amount(currency=random.choice(known["currency"]), thousandths=thousandths)
