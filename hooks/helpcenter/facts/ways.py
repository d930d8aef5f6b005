"""Every way in which the vocabulary says a statement: what `helpcenter say` prints, and what a hint offers to paste."""

from collections.abc import Iterator, Sequence

from ..model.rules import Statement
from ..model.site import Site, remembered
from .claims import Target, judge
from .grammar import Grammar, Pattern
from .kinds import same
from .sentences import Speaker, names_of, sentence, speaker, stated
from .words import Words
from .writing import UnwritableError, Values, branch, write

SHAPES = 3
"""How many ways a hint offers: a sentence, a clause, a phrase."""


@remembered
def ways(site: Site, language: str, target: Target) -> Sequence[str]:
    """Return every way to say what a target states, the one that drafts use first. Each is read as true."""
    found = target.found
    if found is None or target.gateway is None:
        return ()
    own = speaker(site, language, target.rule, target.gateway)
    said = [
        text
        for statement in target.statements
        for pattern in _patterns(own.grammar, own.words, target.part, stated(statement))
        if (text := _written(own, pattern, target, statement)) is not None
    ]
    return tuple(one for one in dict.fromkeys(said) if judge(site, language, target, one).judgement == "true")


def _patterns(grammar: Grammar, words: Words, part: str, values: Values) -> Iterator[Pattern]:
    """Yield the patterns that say some of a statement's values, `part` among them where one is named."""
    for pattern in grammar.patterns:
        is_stated = set(pattern.parts) <= set(values)
        if is_stated and (not part or part in pattern.parts) and _agrees(pattern, values):
            alike = [one for one in grammar.said if one.parts == pattern.parts and one.branch]
            if not pattern.branch or branch(grammar, words, alike, values) == pattern:
                yield pattern


def _agrees(pattern: Pattern, values: Values) -> bool:
    return all(same(values[name], value) for name, value in pattern.constants.items())


def _written(own: Speaker, pattern: Pattern, target: Target, statement: Statement) -> str | None:
    assert target.gateway
    assert target.found
    names, values = names_of(target.gateway, target.found, statement), stated(statement)
    try:
        text = sentence(own, pattern, values, names, statement)
        is_phrase = text[-1:] not in own.grammar.end_marks and not statement.countries and not statement.buyers
        bare = write(own.grammar, own.words, pattern, values, names) if is_phrase else text
    except (UnwritableError, KeyError):
        return None  # a pattern that only reads
    return bare if bare.lower() == text.lower() else text


def suggestions(site: Site, language: str, target: Target, *, is_inside: bool) -> Sequence[str]:
    """Return a sentence, a clause and a phrase that say what a target states; inside a sentence the phrase first."""
    known = ways(site, language, target)
    marks = str(site.shared.end_marks[language])
    whole = [one for one in known if one[-1:] in marks]
    others = sorted((one for one in known if one not in whole), key=len)
    shaped = [*whole[:1], *others[len(others) // 2 :][:1], *others[:1], *whole[1:], *others]
    chosen = list(dict.fromkeys(shaped))[:SHAPES]
    return sorted(chosen, key=len) if is_inside else chosen
