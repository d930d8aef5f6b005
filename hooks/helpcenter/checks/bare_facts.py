"""Facts are bound: what a claim could say, and is bound to no rule, cannot be checked."""

import unicodedata
from collections.abc import Iterator, Sequence

from ..facts.pieces import Piece, find
from ..facts.words import words_of
from ..files.diagnostics import Diagnostic
from ..files.inline import BOUND_SCHEMES, visible
from ..language.phrases import Phrases
from ..language.spelling import Token, tokens
from ..model.chapters import Chapter
from ..model.memory import lasting
from ..model.prose import Prose
from ..model.site import Site
from ..model.vocabulary import Part

NAME = "bare-facts"

_KINDS = (Part(kind="quantity"), Part(kind="amount"), Part(set="currency"), Part(kind="count"))
_PATHS = {"quantity": "interval", "amount": "amount", "currency": "currencies"}
_GUIDE = "writing/"
_NEAR = 3
"""How far apart, in words, a number and the retries that it counts may be."""


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield bare currencies, amounts, quantities of time, counts of retries, end states and required fields."""
    for unit in chapter.prose:
        if unit.page.startswith(_GUIDE):
            continue
        text = visible(unit.text, hide=BOUND_SCHEMES)
        for token, words, path in _facts(site, unit, text, _counted(site, unit.language)):
            yield _bare(unit, token, words, path)
        if unit.page and unit.gateway:
            yield from (
                _bare(unit, at, text[at:end], "after_failure") for at, end in _ends(site, unit.language).find(text)
            )
        yield from _required_fields(site, unit, text)


@lasting
def _ends(site: Site, language: str) -> Phrases:
    return Phrases(site.shared.end_states[language])


@lasting
def _counted(site: Site, language: str) -> frozenset[str]:
    return frozenset(token.spelled for phrase in site.shared.counted[language] for token in tokens(str(phrase)))


def _facts(site: Site, unit: Prose, text: str, counted: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """Yield each value in a text: where it begins, its words, and a rule that may state it."""
    spelled = tokens(text)
    if not any(_may_be(site, token) for token in spelled) and not _has_words(site, unit.language, spelled):
        return
    pieces = find(spelled, words_of(site, unit.language, unit.gateway), _KINDS)
    for place, piece in enumerate(pieces):
        near = pieces[max(0, place - _NEAR) : place + 1 + _NEAR]
        path = _path(site, piece, counted & {str(one.value) for one in near if one.kind == "token"})
        if path:
            yield piece.text[0].start, text[piece.text[0].start : piece.text[-1].end], path


def _path(site: Site, piece: Piece, retries: frozenset[str]) -> str:
    """Return the rule that may state a piece; an empty text for what is no fact."""
    if piece.kind == "count":
        return "retries" if retries else ""
    return _PATHS.get(piece.kind, "") or ("currencies" if _is_currency(site, piece.text[0]) else "")


def _is_currency(site: Site, token: Token) -> bool:
    """Say whether a word is a currency's sign, or its code in any case; some codes are words."""
    code = token.spelled.upper()
    is_code = len(token.written) == 3 and code in site.currencies and code not in site.shared.codes_that_are_words
    return is_code or any(unicodedata.category(character) == "Sc" for character in token.written)


def _may_be(site: Site, token: Token) -> bool:
    return token.spelled[:1].isdigit() or token.written in site.currencies or _is_currency(site, token)


def _has_words(site: Site, language: str, spelled: Sequence[Token]) -> bool:
    """Say whether words of a text begin the name of a currency or a number, so that it is worth looking closer."""
    words = words_of(site, language)
    names, numbers = words.index("currency"), words.numbers
    return any(token.spelled in names or token.spelled in numbers for token in spelled)


def _required_fields(site: Site, unit: Prose, text: str) -> Iterator[Diagnostic]:
    """Yield names of fields on a gateway's pages; in its steps the same words are the words of everyday speech."""
    rule = unit.gateway.rules.get("required_fields") if unit.gateway else None
    if rule is None or unit.text.source.name.endswith(".yml") or unit.kind == "title":
        return
    for field in {str(id_) for own in rule.statements for value in own.values.values() for id_ in value}:
        name = str(site.terms.fields[field].text[unit.language]) if field in site.terms.fields else ""
        offset = text.find(name) if name else -1
        if offset >= 0:
            yield _bare(unit, offset, name, "required_fields")


def _bare(unit: Prose, offset: int, words: str, path: str) -> Diagnostic:
    if unit.kind == "message":
        hint = "put a {placeholder} here: facts come from the rules"
    else:
        where = path if unit.gateway else f"….{path}"
        hint = f"bind the whole sentence to its rule, for example [{words} …](rule:{where}); helpcenter say shows ways"
    return Diagnostic(unit.text.at(offset), NAME, f"'{words}' is bound to no rule", hint)
