"""Devanagari in Latin letters, so that Hindi typed on Latin keys is found.

Twin of docs/assets/search/sounds.mjs.
"""

import re
import unicodedata


def romanised(word: str) -> str:
    """Return a Devanagari word in small Latin letters, as its letters say it."""
    from indic_transliteration import sanscript  # slow to import, and most commands never need it

    text = sanscript.transliterate(word, sanscript.DEVANAGARI, sanscript.ISO)
    text = re.sub("(?:m̐|ṁ)$", "", text)  # people type kare as often as karen
    text = text.replace("m̐", "n").replace("ṁ", "n").replace("c", "ch")
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if "a" <= letter <= "z")


def sound(latin: str) -> str:
    """Return what is left of a word however its vowels are typed. Twin: docs/assets/checker/currency.mjs."""
    return "~" + re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyh]", "", latin))
