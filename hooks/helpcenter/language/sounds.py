"""How words sound in Latin letters, so that Hindi typed on Latin keys is found.

Twin of docs/assets/search/sounds.mjs.
"""

import re
import unicodedata

from .words import scripts_in

# How a sound is typed in Latin letters varies; what stays is kept.
_SPELLINGS = (
    *(
        ("chh", "ch"),
        ("ch", "C"),
        ("ck", "k"),
        ("c", "k"),
        ("C", "c"),
        ("sh", "s"),
        ("ph", "f"),
        ("x", "ks"),
        ("q", "k"),
    ),
    *(("w", "v"), ("z", "j"), ("ee", "i"), ("oo", "u"), ("ai", "e"), ("ay", "e"), ("au", "o")),
)
_AFTER = (("mp", "np"), ("mb", "nb"))
_BREATHED = "bcdgjkt"


def skeleton(latin: str) -> str:
    """Return what is left of a word in small Latin letters however it is spelled: "bhugtaan" and "bugtan" are one."""
    for spelling, sound in _SPELLINGS:
        latin = latin.replace(spelling, sound)
    kept = ""
    for index, letter in enumerate(latin):
        if letter == "a" or (letter == "y" and index > 0) or (letter == "h" and kept and kept[-1] in _BREATHED):
            continue
        if letter != kept[-1:]:
            kept += letter
    for written, said in _AFTER:
        kept = kept.replace(written, said)
    return kept


def romanised(word: str) -> str:
    """Return a Devanagari word in small Latin letters, as its letters say it."""
    from indic_transliteration import sanscript  # slow to import, and most commands never need it

    text = sanscript.transliterate(word, sanscript.DEVANAGARI, sanscript.ISO)
    text = re.sub("(?:m̐|ṁ)$", "", text)  # people type kare as often as karen
    text = text.replace("m̐", "n").replace("ṁ", "n").replace("c", "ch")
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if "a" <= letter <= "z")


def sound_entry(word: str) -> str:
    """Return a word and, of another script than Latin, its sound."""
    return f"{word} {skeleton(romanised(word))}" if scripts_in(word) == {"DEVANAGARI"} else word


def sound(latin: str) -> str:
    """Return what is left of a word however its vowels are typed. Twin: docs/assets/checker/currency.mjs."""
    return "~" + re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyh]", "", latin))
