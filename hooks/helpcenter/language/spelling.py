"""Texts as tokens in one spelling, so that what readers take for the same word is the same here.

Devanagari is written in several ways: with and without nukta, हिन्दी and हिंदी, मुद्राएँ and मुद्राएं, रुपये and रुपए.
All become one.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from .words import is_word_character

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_HALF_NASAL = re.compile("[ङञणनम]्(?=[क-ह])")
_GLIDE = str.maketrans({"ँ": "ं"})
_FINAL = (("ये", "ए"), ("यी", "ई"), ("यें", "एं"))
_INVISIBLE = frozenset("\u093c\u00ad\u200b\u200c\u200d\u2060\ufeff")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})


@dataclass(frozen=True)
class Token:
    """A word, a number or a single other character: as spelled here, as written, and where it is in its text."""

    spelled: str
    written: str
    start: int

    @property
    def end(self) -> int:
        """Return where the next character is."""
        return self.start + len(self.written)


@cache
def spelling(word: str) -> str:
    """Return a word in lowercase, with ASCII digits and the one spelling of its nasals and glides."""
    text = unicodedata.normalize("NFD", word).translate(_MARKS)
    text = "".join(_digit(character) for character in text if character not in _INVISIBLE).lower()
    text = _HALF_NASAL.sub("ं", text).translate(_GLIDE)
    for written, spelled in _FINAL:
        if text.endswith(written) and len(text) > len(written):
            text = text.removesuffix(written) + spelled
    return unicodedata.normalize("NFC", text)


def _digit(character: str) -> str:
    return str(unicodedata.digit(character)) if character.isdecimal() else character


@cache
def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text; white space and invisible characters are none."""
    found, start = list[Token](), 0
    while start < len(text):
        written = text[start : _end(text, start)]
        if not written.isspace() and written not in _INVISIBLE:
            found.append(Token(spelling(written), written, start))
        start += len(written)
    return tuple(found)


def _end(text: str, start: int) -> int:
    """Return where the token that begins at `start` ends. Digits are a token of their own: 30days are two."""
    number = _NUMBER.match(text, start)
    if number:
        return number.end()
    end = start
    while end < len(text) and not text[end].isdecimal() and _goes_on(text[end], is_first=end == start):
        end += 1
    return max(end, start + 1)


def _goes_on(character: str, *, is_first: bool) -> bool:
    return is_word_character(character) or (not is_first and character in _INVISIBLE)
