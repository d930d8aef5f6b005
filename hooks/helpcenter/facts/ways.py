"""Every way in which the vocabulary says a statement: what `helpcenter say` prints, and what a hint offers to paste."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..language.spelling import tokens
from ..model.memory import remembered
from ..model.rules import Statement
from ..model.site import Site
from .claims import Target, judge
from .grammar import Pattern
from .kinds import same
from .patterns import slots
from .sentences import Speaker, names_of, sentence, speaker, stated
from .writing import UnwritableError, Values, branch, write


@dataclass(frozen=True)
class Way:
    """One thing said: as a sentence of a draft, as a clause, and in a few words where the vocabulary has some."""

    sentence: str
    clause: str
    phrase: str = ""


@remembered
def ways(site: Site, language: str, target: Target) -> Sequence[Way]:
    """Return how drafts say what a target states, what states most of it first. Each is read as true."""
    speaking = _Speaking(site, language, target)
    return [way for statement in target.statements for way in speaking.said(statement)] if target.gateway else []


def every_way(site: Site, language: str, target: Target) -> Sequence[str]:
    """Return every way to say what a target states, also those that are only read; the one that drafts use first."""
    speaking = _Speaking(site, language, target)
    shapes = [text for one in ways(site, language, target) for text in (one.sentence, one.clause, one.phrase) if text]
    every = [text for one in target.statements for _, text in speaking.written(speaking.own.grammar.patterns, one)]
    return list(dict.fromkeys([*shapes, *every]))


def suggestions(site: Site, language: str, target: Target, words: str, *, is_inside: bool) -> Sequence[str]:
    """Return a sentence, a clause and a phrase that say what a target states, as near to a claim's words as can be.

    For a claim that is only a part of a sentence the phrase is first.
    """
    own = _spelled(words)
    nearest = sorted(ways(site, language, target), key=lambda way: -len(own & _spelled(way.sentence)))[:1]
    shaped = [text for way in nearest for text in (way.sentence, way.clause, way.phrase) if text]
    return sorted(shaped, key=len) if is_inside else shaped


def _spelled(text: str) -> frozenset[str]:
    return frozenset(token.spelled for token in tokens(text))


class _Speaking:
    """A language in which what a target states is said."""

    def __init__(self, site: Site, language: str, target: Target) -> None:
        self._site, self._language, self._target = site, language, target
        self.own = speaker(site, language, target.rule, target.gateway)

    def said(self, statement: Statement) -> Iterator[Way]:
        """Yield what drafts say of a statement, what says most of it first."""
        grammar = self.own.grammar
        short = {pattern.parts: text for pattern, text in self.written(grammar.short, statement)}
        found = sorted(self.written(grammar.said, statement), key=lambda one: -len(one[0].parts))
        for pattern, text in found:
            clause = self._clause(pattern, text)
            phrase = short.get(pattern.parts, "")
            yield Way(text, clause if self._is_true(clause) else "", phrase)

    def written(self, patterns: Sequence[Pattern], statement: Statement) -> Iterator[tuple[Pattern, str]]:
        """Yield what patterns say of a statement, where it is read as true."""
        for pattern in _fitting(patterns, self.own, self._target.part, stated(statement)):
            text = self._written(pattern, statement)
            if text is not None and self._is_true(text):
                yield pattern, text

    def _is_true(self, text: str) -> bool:
        return judge(self._site, self._language, self._target, text).judgement == "true"

    def _clause(self, pattern: Pattern, text: str) -> str:
        """Return a sentence as it stands inside another one: it begins in lowercase, unless with a value or a name."""
        begins = next(slots(pattern.nodes[:1], self.own.grammar.rules), "") or text[:2].isupper()
        is_name = text.startswith(tuple(self._site.brand_names.values()))
        text = text.rstrip(self.own.grammar.end_marks)
        return text if begins or is_name else text[:1].lower() + text[1:]

    def _written(self, pattern: Pattern, statement: Statement) -> str | None:
        assert self._target.gateway
        assert self._target.found
        names, values = names_of(self._target.gateway, self._target.found, statement), stated(statement)
        try:
            text = sentence(self.own, pattern, values, names, statement)
            bare = write(self.own.grammar, self.own.words, pattern, values, names)
        except (UnwritableError, KeyError):
            return None  # a pattern that only reads
        return bare if bare.lower() == text.lower() and not pattern.text[:1].isupper() else text


def _fitting(patterns: Sequence[Pattern], own: Speaker, part: str, values: Values) -> Iterator[Pattern]:
    """Yield the patterns that say some of a statement's values, `part` among them where one is named."""
    for pattern in patterns:
        is_stated = set(pattern.parts) <= set(values)
        agrees = is_stated and all(same(values[name], value) for name, value in pattern.constants.items())
        if agrees and (not part or part in pattern.parts):
            alike = [one for one in patterns if one.parts == pattern.parts and one.constants == pattern.constants]
            branches = [one for one in alike if one.branch]
            if not pattern.branch or branch(own.grammar, own.words, branches, values) == pattern:
                yield pattern
