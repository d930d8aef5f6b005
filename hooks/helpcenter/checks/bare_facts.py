"""Facts are bound: a currency's code or a number of days that is bound to no rule cannot be checked."""

from collections.abc import Iterator

from ..engine.typed import fold, read_count
from ..files.diagnostics import Diagnostic
from ..files.inline import BOUND_SCHEMES, visible
from ..language.words import words_of, words_with_offsets
from ..model.prose import Prose, prose
from ..model.site import Site

NAME = "bare-facts"


_NO_ARTICLES = "writing/"
"""Pages about writing, where "again" and "not" are words of everyday speech."""

_NEAR = 3
"""How far apart, in words, a number or a negation and the retries that it counts may be."""


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield currencies, quantities of time, counts of retries and required fields that are bound to no rule."""
    fact_words = {language: _FactWords(site, language) for language in site.languages}
    for unit in prose(site):
        words = words_with_offsets(visible(unit.text, hide=BOUND_SCHEMES))
        facts = fact_words[unit.language]
        for index, (offset, word) in enumerate(words):
            if facts.may_be_fact(word):
                near = [fold(other) for _, other in words[max(0, index - _NEAR) : index + 1 + _NEAR]]
                following = [fold(other) for _, other in words[index + 1 : index + 2]]
                yield from _fact(unit, facts, (offset, word), following, near)
        yield from _required_fields(site, unit)


class _FactWords:
    """The words of one language that make a number a fact."""

    def __init__(self, site: Site, language: str) -> None:
        self.currencies = frozenset(site.currencies)
        self.units = {fold(word) for words in site.lexicon.units.values() for word in words.read[language]}
        self.retries = {fold(word) for word in site.lexicon.meanings["retry"][language]}
        none = (word for phrase in site.lexicon.meanings["no"][language] for word in words_of(phrase))
        self.counts = {fold(word) for word in (*site.lexicon.numbers[language], *none)}

    def may_be_fact(self, word: str) -> bool:
        """Say whether a word is a currency's code, a number, or says that there is none."""
        return word in self.currencies or is_number(word) or fold(word) in self.counts


def _fact(
    unit: Prose, facts: _FactWords, at: tuple[int, str], following: list[str], near: list[str]
) -> Iterator[Diagnostic]:
    """Yield what a code, or a number with the words around it, states."""
    offset, word = at
    if word in facts.currencies:
        yield _bare(unit, offset, word, "currencies.codes")
    elif is_number(word) and following and following[0] in facts.units:
        yield _bare(unit, offset, f"{word} {following[0]}", "interval.month")
    elif unit.page and not unit.page.startswith(_NO_ARTICLES) and facts.retries & set(near):
        yield _bare(unit, offset, word, "retries.scheduled")


def is_number(word: str) -> bool:
    """Say whether a word is a number in the digits of any script."""
    folded = fold(word)
    return "0" <= folded[:1] <= "9" and isinstance(read_count(folded), int)


def _required_fields(site: Site, unit: Prose) -> Iterator[Diagnostic]:
    """Yield names of fields on a gateway's pages; in its steps the same words are the words of everyday speech."""
    rule = unit.gateway.facts.rules.required_fields if unit.gateway else None
    if rule is None or unit.text.source.name.endswith(".yml") or unit.kind == "title":
        return
    text = visible(unit.text, hide=BOUND_SCHEMES)
    for field in rule.fields:
        name = site.terms.fields[field].text[unit.language] if field in site.terms.fields else None
        offset = text.find(name) if name else -1
        if name and offset >= 0:
            yield _bare(unit, offset, name, "required_fields.fields")


def _bare(unit: Prose, offset: int, words: str, path: str) -> Diagnostic:
    if unit.kind == "message":
        hint = "put a {placeholder} here: facts come from the rules"
    else:
        hint = f"bind it to its rule, for example [{words}](rule:{path})"
    return Diagnostic(unit.text.at(offset), NAME, f"'{words}' is bound to no rule", hint)
