"""What people type, read with explicit tables. Twin of docs/assets/checker/typed.mjs.

Neither twin asks its language what a space, a digit or a capital is: Python and JavaScript disagree on each.
A reader returns a value or a stable code; the sentence for a code is in docs/messages.yml.
"""

from collections.abc import Mapping, Sequence
from functools import cache
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
MOST_AMOUNT_DIGITS = 9
DECIMALS = 3  # of the currency that has most
FIRST_YEAR, LAST_YEAR = 2000, 2099

INPUTS = ("country", "buyers", "account", "currency", "payment", "every", "start", "amount", "fields")
PAYMENTS = ("one-time", "subscription")
BUYERS = ("home", "abroad")
ACCOUNTS = ("individual", "company")
UNITS = ("day", "week", "month", "year")
PROBLEM_CODES = (
    *("country-unknown", "buyers-unknown", "account-unknown"),
    *("currency-empty", "currency-unknown", "payment-empty", "payment-unknown", "fields-unknown"),
    *("unit-empty", "unit-unknown"),
    *("count-empty", "count-unreadable", "count-not-whole", "count-zero", "count-too-large"),
    *("start-unreadable", "start-unlikely", "amount-unreadable", "amount-zero", "amount-too-large"),
    "amount-other-currency",
)


_FOLDED: Mapping[int, str | None] = {
    **{zero + digit: str(digit) for zero in DIGIT_ZEROS for digit in range(10)},
    **dict.fromkeys(map(ord, BLANKS), " "),
    **dict.fromkeys(map(ord, DROPPED)),
    **{ord(letter): base for letter, base in NUKTA_LETTERS.items()},
    **{ord(upper): lower for upper, lower in zip(UPPER, LOWER, strict=True)},
}


@cache  # words repeat
def fold(text: str) -> str:
    """Return `text` with ASCII digits, lowercase letters and single spaces, without nukta and invisible characters."""
    return " ".join(word for word in text.translate(_FOLDED).split(" ") if word)


def _is_number(text: str) -> bool:
    return text != "" and all("0" <= character <= "9" for character in text)


def ungroup(text: str) -> str:
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
    digits = ungroup(text)
    whole, point, part = digits.partition(".")
    if point and _is_number(whole) and _is_number(part):
        return "count-not-whole"
    if not _is_number(digits):
        return "count-unreadable"
    significant = digits.lstrip("0")
    if significant == "":
        return "count-zero"
    return int(significant) if len(significant) <= MOST_DIGITS else "count-too-large"


def _split_number(word: str) -> tuple[str, str]:
    """Split a folded word such as "30days" or "30-day" into its number and what follows it."""
    end = 0
    while end < len(word) and (_is_number(word[end]) or word[end] in ",."):
        end += 1
    return word[:end], word[end:].removeprefix("-") if end else word


def read_interval(every: str, unit: str, words: Mapping[str, Mapping[str, Any]]) -> dict[str, Any] | str:
    """Return `{"count", "unit"}` or a code. A unit typed beside the number wins over the chosen one.

    `words` are those of a folded text, each with the count and unit that it says: "din" a unit, "ek" a count, "monthly"
    both, and "every" neither: it makes one of a unit without a number.
    """
    counts, units, is_each = list[int | str](), list[str](), False
    for typed in fold(every).split(" "):
        number, word = _split_number(typed)
        if number:
            counts.append(read_count(number))
        if word == "":
            continue
        if word not in words:
            return "unit-unknown" if counts and not number else "count-unreadable"
        said = words[word]
        counts += [said["count"]] if "count" in said else []
        units += [said["unit"]] if "unit" in said else []
        is_each = is_each or not said
    return _interval(counts or ([1] if is_each and units else []), units or [unit])


def _interval(counts: Sequence[int | str], units: Sequence[str]) -> dict[str, Any] | str:
    if not counts:
        return "count-empty"
    if isinstance(counts[0], str):
        return counts[0]
    if len(counts) > 1 or len(units) > 1:
        return "count-unreadable"
    if units[0] == "":
        return "unit-empty"
    return {"count": counts[0], "unit": units[0]} if units[0] in UNITS else "unit-unknown"


def read_amount(text: str, known: Mapping[str, Any]) -> tuple[int | str | None, Sequence[str]]:
    """Return an amount in thousandths (None where nothing is typed, or a code), and what its currency may be.

    The currencies are those of the sign, name or code beside the number; none where there is none. `known` holds
    currencies (codes) and money: the codes that a folded sign or name may mean.
    """
    folded = fold(text)
    digits = [index for index, character in enumerate(folded) if "0" <= character <= "9"]
    if not digits:
        return (None if folded == "" else "amount-unreadable"), ()
    sides = (folded[: digits[0]].strip(" "), folded[digits[-1] + 1 :].strip(" "))
    named = [_money(side, known) for side in sides if side]
    may_be = [code for code in named[0] if code in named[-1]] if named else []
    amount = _read_number(folded[digits[0] : digits[-1] + 1])
    return ("amount-unreadable" if named and not may_be else amount), may_be


def _money(word: str, known: Mapping[str, Any]) -> Sequence[str]:
    code = read_currency(word, known["currencies"])
    codes: Sequence[str] = known["money"].get(word, [] if code in PROBLEM_CODES else [code])
    return codes


def _read_number(text: str) -> int | str:
    whole, point, part = text.partition(".")
    whole = ungroup(whole)
    if not _is_number(whole) or (point and not _is_number(part)) or len(part) > DECIMALS:
        return "amount-unreadable"
    significant = whole.lstrip("0")
    if len(significant) > MOST_AMOUNT_DIGITS:
        return "amount-too-large"
    return int(f"{significant}{part.ljust(DECIMALS, '0')}") or "amount-zero"


def read_start(text: str) -> int | str | None:
    """Return the day that "2026-11-24" says (see `day_number`), None where nothing is typed, or a code."""
    folded = fold(text)
    if folded == "":
        return None
    parts = folded.split("-")
    if [len(part) for part in parts] != [4, 2, 2] or not all(map(_is_number, parts)):
        return "start-unreadable"
    date = tuple(map(int, parts))
    if not 1 <= date[1] <= 12 or civil(day_number(*date)) != date:
        return "start-unreadable"
    return day_number(*date) if FIRST_YEAR <= date[0] <= LAST_YEAR else "start-unlikely"


def day_number(year: int, month: int, day: int) -> int:
    """Return the days since 1970-01-01 of a date of the Gregorian calendar: no clock, no zone, no year too late."""
    years = year if month > 2 else year - 1  # a year begins in March: its leap day is its last
    months = month - 3 if month > 2 else month + 9
    return 365 * years + years // 4 - years // 100 + years // 400 + (153 * months + 2) // 5 + day - 719469


def civil(number: int) -> tuple[int, int, int]:
    """Return year, month and day of a day's number."""
    days = number + 719468
    era, of_era = divmod(days, 146097)
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    months = (5 * of_year + 2) // 153
    month = months + 3 if months < 10 else months - 9
    return 400 * era + year + (month < 3), month, of_year - (153 * months + 2) // 5 + 1


def read_currency(text: str, currencies: Sequence[str]) -> str:
    """Return a code of the list, or "currency-empty" or "currency-unknown"."""
    folded = fold(text)
    if folded == "":
        return "currency-empty"
    code = "".join(UPPER[LOWER.index(letter)] if letter in LOWER else letter for letter in folded)
    return code if code in currencies else "currency-unknown"


def read_plan(form: Mapping[str, Any], known: Mapping[str, Any], *, is_open: bool = False) -> dict[str, Any]:
    """Return `{"plan", "problems"}`: the plan that a form says, or (plan None) what cannot be read of it.

    Where it `is_open`, everything may be left out, and what is left out is None: nothing is asked about it then.

    `form` holds what was typed or chosen: country, buyers, account, currency, payment, every, unit, start, amount
    (strings; of these country, buyers, account, start and amount may be missing) and fields (a list of ids). `known`
    holds countries and currencies (codes), words (see `read_interval`), money (see `read_amount`) and fields.
    """
    is_timed = not is_open or form["every"] + form["unit"] != ""
    payment = form["payment"] or ("subscription" if is_open and is_timed else "")
    is_subscription = payment == "subscription"
    interval = read_interval(form["every"], form["unit"], known["words"]) if is_timed and is_subscription else None
    amount, named = read_amount(form.get("amount", ""), known)
    code = read_currency(form["currency"], known["currencies"])
    if named and code == "currency-empty":
        code = named[0]
    elif named and code not in PROBLEM_CODES and code not in named:
        amount = "amount-other-currency"
    plan = {
        "country": _one_of(form.get("country", ""), known["countries"], "country-unknown"),
        "buyers": _one_of(form.get("buyers", ""), BUYERS, "buyers-unknown"),
        "account": _one_of(form.get("account", ""), ACCOUNTS, "account-unknown"),
        "currency": None if is_open and code == "currency-empty" else code,
        "payment": _payment(payment, is_open=is_open),
        "interval": interval,
        "start": read_start(form.get("start", "")) if is_subscription else None,
        "amount": amount,
        "fields": list(form["fields"]) or (None if is_open else []),
    }
    read = {**plan, "every": plan["interval"], "fields": None if _are_known(form, known) else "fields-unknown"}
    problems = [{"input": name, "code": read[name]} for name in INPUTS if read[name] in PROBLEM_CODES]
    return {"plan": None if problems else plan, "problems": problems}


def _payment(text: str, *, is_open: bool) -> str | None:
    if text in PAYMENTS:
        return text
    return "payment-unknown" if text else None if is_open else "payment-empty"


def _one_of(text: str, known: Sequence[str], code: str) -> str | None:
    """Return what was chosen, None where nothing was, or a code."""
    return None if text == "" else text if text in known else code


def _are_known(form: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    return all(field in known["fields"] for field in form["fields"])
