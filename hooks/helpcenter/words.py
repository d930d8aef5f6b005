"""Words and scripts, as Unicode has them: `\\w` of a regular expression breaks Hindi at its vowel signs."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale


@lru_cache(maxsize=4096)
def is_word_character(character: str) -> bool:
    """Say whether a character is a letter, a mark or a number."""
    return unicodedata.category(character)[0] in "LMN"


def words_with_offsets(text: str) -> Iterator[tuple[int, str]]:
    """Yield each run of letters, marks and numbers with the offset of its first character."""
    start = 0
    for end, character in enumerate([*text, " "]):
        if not is_word_character(character):
            if start < end:
                yield start, text[start:end]
            start = end + 1


def words_of(text: str) -> list[str]:
    """Return the words of a text."""
    return [word for _, word in words_with_offsets(text)]


def scripts_in(word: str) -> set[str]:
    """Return the scripts of a word's letters, as the first word of their Unicode names, such as DEVANAGARI."""
    letters = [character for character in word if unicodedata.category(character)[0] == "L"]
    return {unicodedata.name(letter, "UNKNOWN").split(" ")[0] for letter in letters}


@lru_cache(maxsize=32)
def script_of(language: str) -> str:
    """Return the script in which a language writes its own name (CLDR), named as in `scripts_in`."""
    (script,) = scripts_in(str(Locale.parse(language).get_language_name(language)))
    return script
