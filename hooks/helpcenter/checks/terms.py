"""Names and terms have one form: others are refused wherever readers see them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from ..diagnostics import Diagnostic
from ..markdown import visible
from ..prose import prose
from ..site import Site
from ..words import is_word_character

NAME = "terms"


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield forbidden forms, and names in another spelling, case or spacing than their own."""
    chosen = {language: _chosen(site, language) for language in site.languages}
    patterns = {language: _any_of(forms) for language, forms in chosen.items()}
    for unit in prose(site):
        # The words of bound labels and names are the labels check's.
        text = visible(unit.text, hide=("ui", "term"))
        for match in patterns[unit.language].finditer(text):
            right = chosen[unit.language][_key(match[0])]
            if _is_whole(text, match) and " ".join(match[0].split()) != right:
                message = f"'{match[0]}' is not used here"
                yield Diagnostic(unit.text.at(match.start()), NAME, message, f"write '{right}'")


def _key(words: str) -> str:
    return " ".join(words.lower().split())


def _chosen(site: Site, language: str) -> Mapping[str, str]:
    """Return the chosen form for each forbidden one, and each name for itself: its other spellings are forbidden."""
    groups = (site.terms.labels, site.terms.fields, site.terms.brands, site.terms.words)
    terms = chain.from_iterable(group.values() for group in groups)
    glossary = {_key(form): term.text[language] for term in terms for form in term.forbidden.get(language, ())}
    facts = [gateway.facts for gateway in site.gateways.values()]
    gateways = {_key(wrong): str(fact.name) for fact in facts for wrong in fact.wrong_names}
    return {**glossary, **gateways, **{_key(name): name for name in site.brand_names().values()}}


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the phrases, in any case and with any blanks between the words of a phrase."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered), re.IGNORECASE)


def _is_whole(text: str, match: re.Match[str]) -> bool:
    """Say whether a match is whole words: a vowel sign or a letter beside it makes it another word."""
    neighbours = (text[: match.start()][-1:], text[match.end() :][:1])
    return not any(is_word_character(neighbour) for neighbour in neighbours if neighbour)
