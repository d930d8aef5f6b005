"""The tables of `typed.py` against what Unicode says: explicit, but not incomplete."""

import sys
import unicodedata

from helpcenter.engine.typed import BLANKS, fold, read_count


def test_every_blank_of_unicode_is_in_the_table() -> None:
    blanks = {chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in ("Zs", "Zl", "Zp")}
    assert blanks <= BLANKS


def test_every_digit_of_india_is_read() -> None:
    for script in ("DEVANAGARI", "BENGALI", "GURMUKHI", "GUJARATI", "ORIYA", "TAMIL", "TELUGU", "KANNADA", "MALAYALAM"):
        digits = "".join(unicodedata.lookup(f"{script} DIGIT {name}") for name in ("ONE", "TWO", "THREE"))
        assert read_count(fold(digits)) == 123


def test_composed_and_decomposed_nukta_are_the_same_word() -> None:
    assert fold("ह\u095e्ता") == fold("हफ\u093c्ता") == fold("हफ्ता")


def test_folding_twice_changes_nothing() -> None:
    for text in (" 30  दिन ", "\u00a0USD\u200b", "३०"):
        assert fold(fold(text)) == fold(text)
