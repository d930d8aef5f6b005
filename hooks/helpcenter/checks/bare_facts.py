"""Facts are bound: a currency's code or a number of days that stands free cannot be checked."""

from collections.abc import Iterator
from itertools import pairwise

from ..diagnostics import Diagnostic
from ..markdown import BOUND_SCHEMES, visible
from ..site import Prose, Site, prose
from ..typed import fold, read_count
from ..words import words_with_offsets

NAME = "bare-facts"


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield codes of currencies and quantities of time that are bound to no rule."""
    units = {
        language: {fold(word) for words in site.lexicon.units.values() for word in words.read[language]}
        for language in site.languages
    }
    for unit in prose(site):
        words = list(words_with_offsets(visible(unit.text, hide=BOUND_SCHEMES)))
        for (offset, word), (_, after) in pairwise([*words, (0, "")]):
            if word in site.currencies:
                yield _bare(unit, offset, word, "currencies.codes")
            elif isinstance(read_count(fold(word)), int) and fold(after) in units[unit.language]:
                yield _bare(unit, offset, f"{word} {after}", "interval.month")


def _bare(unit: Prose, offset: int, words: str, path: str) -> Diagnostic:
    if unit.kind == "message":
        hint = "put a {placeholder} here: facts come from the rules"
    else:
        hint = f"bind it to its rule, for example [{words}](rule:{path})"
    return Diagnostic(unit.text.at(offset), NAME, f"'{words}' is bound to no rule", hint)
