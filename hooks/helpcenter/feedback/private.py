"""What a reader's text must not hold: it is kept, and read by others. Rather one number too many than one too few."""

import re
import unicodedata

PRIVATE = ("email", "card", "key", "phone")
"""What is looked for."""

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_DATE = re.compile(r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2}([./-])\d{1,2}\1\d{4}\b")
_NUMBER = re.compile(r"\+?\(?\d(?:[ .()/-]{0,3}\d)+")
_EMAIL = re.compile(r"\S@\w|\w\s*@\s*\w+\s*\.\s*\w")  # also the address of a UPI account: name@bank
_KEYS = (
    re.compile(r"\b(?:sk|pk|rk|key|whsec|rzp|live|test)_\w{6,}|\b(?:AKIA|AIza|eyJ)\w{10,}|-----BEGIN", re.ASCII),
    re.compile(r"\b(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{16,}\b", re.ASCII | re.IGNORECASE),
    re.compile(r"\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b", re.ASCII | re.IGNORECASE),
    re.compile(r"(?<!\S)(?!\S*://)(?=\S*[a-z])(?=\S*[A-Z])(?=\S*\d)[\w+/=-]{16,}(?!\S)", re.ASCII),
    re.compile(r"(?:password|secret|key|token|पासवर्ड|कुंजी|सीक्रेट)\s*[:=]\s*(?=\S*\d)\S{6,}", re.IGNORECASE),
)
_CARD = range(13, 20)
"""How many digits a card number has."""
_PHONE = 10
"""From how many digits on a number is somebody's: of a phone or an account. With + in front, from 7 on."""


def private(text: str) -> str | None:
    """Return what a text holds that must not be kept, one of PRIVATE; None where it holds nothing.

    Full-width and Devanagari digits count, and characters that nobody sees do not.
    """
    seen = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    seen = "".join(str(unicodedata.digit(one)) if one.isdigit() else one for one in seen)
    if _EMAIL.search(seen):
        return "email"
    numbers = [match[0] for match in _NUMBER.finditer(_DATE.sub(" / ", seen))]
    if any(_is_card(re.sub(r"\D", "", number)) for number in numbers):
        return "card"
    if any(pattern.search(seen) for pattern in _KEYS):
        return "key"
    return "phone" if any(map(_is_phone, numbers)) else None


def _is_card(digits: str) -> bool:
    """Tell whether digits have the length and the checksum of a card number (ISO/IEC 7812: Luhn's)."""
    doubled = (int(digit) * (1 + index % 2) for index, digit in enumerate(reversed(digits)))
    return len(digits) in _CARD and sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0


def _is_phone(number: str) -> bool:
    return sum(map(str.isdigit, number)) >= (7 if number.startswith("+") else _PHONE)
