"""Words and scripts, as Unicode has them: `\\w` of a regular expression breaks Hindi at its vowel signs."""

import re
import unicodedata
from functools import cache

from babel import Locale


@cache
def is_word_character(character: str) -> bool:
    """Say whether a character is a letter, a mark or a number."""
    return unicodedata.category(character)[0] in "LMN"


class _Spaced(dict[int, int]):
    """A translation of all that is no part of a word to a space, filled as characters are met."""

    def __missing__(self, code: int) -> int:
        self[code] = code if is_word_character(chr(code)) else ord(" ")
        return self[code]


_spaced = _Spaced()


@cache  # several checks go through the same texts
def words_with_offsets(text: str) -> tuple[tuple[int, str], ...]:
    """Return each run of letters, marks and numbers with the offset of its first character."""
    return tuple((match.start(), match[0]) for match in re.finditer("[^ ]+", text.translate(_spaced)))


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return [word for _, word in words_with_offsets(text)]


@cache
def scripts_in(word: str) -> frozenset[str]:
    """Return the scripts of a word's letters, as the first word of their Unicode names, such as DEVANAGARI."""
    return frozenset(script for character in set(word) if (script := _script(character)))


@cache
def _script(character: str) -> str:
    is_letter = unicodedata.category(character)[0] == "L"
    return unicodedata.name(character, "UNKNOWN").split(" ")[0] if is_letter else ""


@cache
def script_of(language: str) -> str:
    """Return the script in which a language writes its own name (CLDR), named as in `scripts_in`."""
    (script,) = scripts_in(str(Locale.parse(language).get_language_name(language)))
    return script
