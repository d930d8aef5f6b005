"""Every way in which the vocabulary says a statement: what `helpcenter say` prints, and what a hint offers to paste."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..model.rules import Statement
from ..model.site import Site, remembered
from .claims import Target, judge
from .grammar import Pattern
from .kinds import same
from .sentences import Speaker, names_of, sentence, speaker, stated
from .writing import UnwritableError, Values, branch, write

SHAPES = 3
"""How many ways a hint offers."""


@dataclass(frozen=True)
class Ways:
    """Ways to say one thing: sentences as drafts write them, the same as clauses, few words, and others."""

    sentences: Sequence[str]
    clauses: Sequence[str]
    phrases: Sequence[str]
    others: Sequence[str]

    def __iter__(self) -> Iterator[str]:
        """Yield every way, the one that drafts use first."""
        return iter(dict.fromkeys([*self.sentences, *self.clauses, *self.phrases, *self.others]))


@remembered
def ways(site: Site, language: str, target: Target) -> Ways:
    """Return every way to say what a target states. Each is read as true."""
    if target.found is None or target.gateway is None:
        return Ways((), (), (), ())
    speaking = _Speaking(site, language, target)
    said = speaking.written(speaking.own.grammar.said)
    marks = speaking.own.grammar.end_marks
    clauses = [_lowered(one.rstrip(marks), site.publishers.values()) for one in said]
    return Ways(
        said, speaking.true(clauses), speaking.written(speaking.own.grammar.short),
        speaking.written(speaking.own.grammar.patterns),
    )  # fmt: skip


def suggestions(site: Site, language: str, target: Target, *, is_inside: bool) -> Sequence[str]:
    """Return a sentence, a clause and a phrase that say what a target states; inside a sentence the phrase first."""
    known = ways(site, language, target)
    shaped = dict.fromkeys([*known.sentences[:1], *known.clauses[:1], *known.phrases[:1], *known])
    chosen = list(shaped)[:SHAPES]
    return sorted(chosen, key=len) if is_inside else chosen


class _Speaking:
    """A language in which what a target states is said."""

    def __init__(self, site: Site, language: str, target: Target) -> None:
        self._site, self._language, self._target = site, language, target
        self.own = speaker(site, language, target.rule, target.gateway)

    def true(self, texts: Iterable[str]) -> Sequence[str]:
        """Return the texts that are read as what the target states."""
        judged = ((one, judge(self._site, self._language, self._target, one).judgement) for one in dict.fromkeys(texts))
        return tuple(one for one, judgement in judged if judgement == "true")

    def written(self, patterns: Sequence[Pattern]) -> Sequence[str]:
        """Return what patterns say of each statement."""
        return self.true(
            text
            for statement in self._target.statements
            for pattern in _fitting(patterns, self.own, self._target.part, stated(statement))
            if (text := self._written(pattern, statement)) is not None
        )

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


def _lowered(sentence: str, names: Iterable[str]) -> str:
    """Return a sentence as it stands inside another one: it begins in lowercase, unless with a name or a code."""
    first = sentence.partition(" ")[0]
    is_name = first.isupper() or any(sentence.startswith(name) for name in names)
    return sentence if is_name else sentence[:1].lower() + sentence[1:]
