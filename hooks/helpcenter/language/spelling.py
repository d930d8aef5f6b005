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
_RUN = re.compile("w[wi]*|.")
"""In kinds of characters. Digits are a token of their own: 30days are two."""
_HALF_NASAL = re.compile("[ङञणनम]्(?=[क-ह])")
_GLIDE = str.maketrans({"ँ": "ं"})
_FINAL = (("ये", "ए"), ("यी", "ई"), ("यें", "एं"))
_INVISIBLE = frozenset("\u093c\u00ad\u200b\u200c\u200d\u2060\ufeff")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"})


class _Kinds(dict[int, str]):
    """A translation of characters to their kinds, filled as they are met: space, digit, word, invisible, else."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isspace():
            self[code] = "s"
        elif character.isdecimal():
            self[code] = "d"
        elif is_word_character(character):
            self[code] = "w"
        else:
            self[code] = "i" if character in _INVISIBLE else "e"
        return self[code]


_kinds = _Kinds()


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
    found, start, kinds = list[Token](), 0, text.translate(_kinds)
    while start < len(text):
        run = _NUMBER.match(text, start) or _RUN.match(kinds, start)
        assert run, "any character fits"
        written = text[start : run.end()]
        if kinds[start] != "s" and written not in _INVISIBLE:
            found.append(Token(spelling(written), written, start))
        start = run.end()
    return tuple(found)
