"""What people type, read with explicit tables. Twin of docs/assets/checker/typed.mjs.

Neither twin asks its language what a blank, a digit or a capital is: Python and JavaScript disagree on each.
A reader returns a value or a stable code; the sentence for a code is in docs/messages.yml.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

# The zero of each script in which our readers type numbers: ASCII, Arabic, Persian, the scripts of India, full width.
DIGIT_ZEROS = (
    *(0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6),
    *(0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xFF10),
)
BLANKS = frozenset("\t\n\v\f\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
DROPPED = frozenset("\u093c\u200b\u200c\u200d\u2060\ufeff\u200e\u200f")  # nukta, joiners, marks that no reader sees
NUKTA_LETTERS = dict(zip(map(chr, range(0x958, 0x960)), "कखगजडढफय", strict=True))
UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LOWER = "abcdefghijklmnopqrstuvwxyz"
MOST_DIGITS = 4

INPUTS = ("currency", "payment", "every", "fields")
PAYMENTS = ("one-time", "subscription")
UNITS = ("day", "week", "month", "year")
PROBLEM_CODES = (
    *("currency-empty", "currency-unknown", "payment-empty", "payment-unknown", "fields-unknown", "unit-unknown"),
    *("count-empty", "count-unreadable", "count-not-whole", "count-zero", "count-too-large"),
)


_FOLDED: Mapping[int, str | None] = {
    **{zero + digit: str(digit) for zero in DIGIT_ZEROS for digit in range(10)},
    **dict.fromkeys(map(ord, BLANKS), " "),
    **dict.fromkeys(map(ord, DROPPED)),
    **{ord(letter): base for letter, base in NUKTA_LETTERS.items()},
    **{ord(upper): lower for upper, lower in zip(UPPER, LOWER, strict=True)},
}


@lru_cache(maxsize=8192)  # words repeat
def fold(text: str) -> str:
    """Return `text` with ASCII digits and small letters, single blanks, and without nukta and invisible characters."""
    return " ".join(word for word in text.translate(_FOLDED).split(" ") if word)


def _is_number(text: str) -> bool:
    return text != "" and all("0" <= character <= "9" for character in text)


def _ungroup(text: str) -> str:
    """Return 1,00,000 and 100,000 without their commas, and anything else as it is."""
    first, *others = text.split(",")
    well_grouped = (
        others
        and _is_number(first)
        and len(first) <= 3
        and all(_is_number(group) and len(group) in (2, 3) for group in others)
        and len(others[-1]) == 3
    )
    return first + "".join(others) if well_grouped else text


def read_count(text: str) -> int | str:
    """Return the whole number that folded `text` says, or the code of what is wrong with it."""
    digits = _ungroup(text)
    if digits == "":
        return "count-empty"
    whole, point, part = digits.partition(".")
    if point and _is_number(whole) and _is_number(part):
        return "count-not-whole"
    if not _is_number(digits):
        return "count-unreadable"
    significant = digits.lstrip("0")
    if significant == "":
        return "count-zero"
    return int(significant) if len(significant) <= MOST_DIGITS else "count-too-large"


def _split_number(text: str) -> tuple[str, str]:
    """Split folded "30 days" or "30days" into its number and all that stands behind it."""
    end = 0
    while end < len(text) and (_is_number(text[end]) or text[end] in ",."):
        end += 1
    return text[:end], text[end:]


def read_interval(every: str, unit: str, unit_words: Mapping[str, str]) -> dict[str, Any] | str:
    """Return `{"count", "unit"}` or a code. A unit typed behind the number wins over the chosen one."""
    number, rest = _split_number(fold(every))
    word = rest.strip(" ")
    if word != "" and (number == "" or word not in unit_words):
        return "unit-unknown" if rest.startswith(" ") else "count-unreadable"
    count = read_count(number)
    if isinstance(count, str):
        return count
    read_unit = unit_words[word] if word else unit
    if read_unit not in UNITS:
        return "unit-unknown"
    return {"count": count, "unit": read_unit}


def read_currency(text: str, currencies: Sequence[str]) -> str:
    """Return a code of the list, or "currency-empty" or "currency-unknown"."""
    folded = fold(text)
    if folded == "":
        return "currency-empty"
    code = "".join(UPPER[LOWER.index(letter)] if letter in LOWER else letter for letter in folded)
    return code if code in currencies else "currency-unknown"


def read_plan(form: Mapping[str, Any], vocabulary: Mapping[str, Any]) -> dict[str, Any]:
    """Return `{"plan", "problems"}`: the plan that a form says, or (plan None) what cannot be read of it.

    `form` holds what was typed or chosen: currency, payment, every, unit (strings) and fields (a list of ids).
    `vocabulary` holds currencies (codes), units (folded word -> unit) and fields (ids).
    """
    currency = read_currency(form["currency"], vocabulary["currencies"])
    payment = form["payment"]
    interval = read_interval(form["every"], form["unit"], vocabulary["units"]) if payment == "subscription" else None
    codes = {
        "currency": currency if currency.startswith("currency-") else None,
        "payment": None if payment in PAYMENTS else "payment-empty" if payment == "" else "payment-unknown",
        "every": interval if isinstance(interval, str) else None,
        "fields": None if all(field in vocabulary["fields"] for field in form["fields"]) else "fields-unknown",
    }
    problems = [{"input": name, "code": codes[name]} for name in INPUTS if codes[name] is not None]
    plan = {"currency": currency, "payment": payment, "interval": interval, "fields": list(form["fields"])}
    return {"plan": None if problems else plan, "problems": problems}
