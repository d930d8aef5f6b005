"""Devanagari in Latin letters, so that Hindi typed on Latin keys is found.

Twin of docs/assets/search/sounds.mjs.
"""

import re
import unicodedata


def _letters(pairs: str) -> dict[str, str]:
    return {letter: latin for letter, _, latin in (pair.partition("-") for pair in pairs.split())}


_CONSONANTS = _letters(
    "क-k ख-kh ग-g घ-gh ङ-n च-ch छ-chh ज-j झ-jh ञ-n ट-t ठ-th ड-d ढ-dh ण-n त-t थ-th द-d ध-dh न-n प-p फ-ph ब-b भ-bh म-m "
    "य-y र-r ल-l ळ-l व-v श-s ष-s स-s ह-h"
)
_DOTTED = _letters("क-q ख-kh ग-g ज-z ड-r ढ-rh फ-f")
_OTHERS = _letters(
    "अ-a आ-a इ-i ई-i उ-u ऊ-u ऋ-r ऍ-e ए-e ऐ-ai ऑ-o ओ-o औ-au ा-a ि-i ी-i ु-u ू-u ृ-r ॅ-e े-e ै-ai ॉ-o ो-o ौ-au ः-h ं-n ँ-n"
)
_SYLLABLE = re.compile(
    f"(?P<consonant>[{''.join(_CONSONANTS)}])(?P<dot>\u093c)?(?P<sign>[\u093e-\u094d])?|.", re.DOTALL
)
"""A consonant, which is spoken with an a where no sign follows, or any other letter."""


def romanised(word: str) -> str:
    """Return a Devanagari word in small Latin letters, as its letters say it."""
    text = unicodedata.normalize("NFC", word)
    text = re.sub("[ंँ]$", "", text)  # people type kare as often as karen
    return "".join(map(_spoken, _SYLLABLE.finditer(text)))


def _spoken(syllable: re.Match[str]) -> str:
    consonant = syllable["consonant"]
    if not consonant:
        return _OTHERS.get(syllable[0], "")
    own = _DOTTED.get(consonant) if syllable["dot"] else None
    return (own or _CONSONANTS[consonant]) + (_OTHERS.get(syllable["sign"], "") if syllable["sign"] else "a")


def sound(latin: str) -> str:
    """Return what is left of a word however its vowels are typed. Twin: docs/assets/checker/currency.mjs."""
    return "~" + re.sub(r"(.)\1+", r"\1", re.sub("[aeiouyh]", "", latin))
