"""Patterns matched against the pieces of a text. Each rule is built once, however often patterns take it in.

A regular expression would hold every rule again wherever it is used; to compile those takes seconds.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property

from ..language.spelling import tokens
from . import patterns
from .kinds import Value
from .pieces import Piece

Capture = tuple[str, str, Value]
"""The name of a slot, its form, and the value found there. For a choice the form is "" and the value its id."""
Ends = Sequence[tuple[int, tuple[Capture, ...]]]
"""Each place at which a match that began somewhere may end, with what it captured."""
Memo = dict[tuple[int, int], Ends]
First = frozenset[str] | None
"""The tokens with which a match may begin; None where it may be any, or a value."""


class Matcher(ABC):
    """Part of a pattern."""

    first: First
    is_empty: bool
    """Whether it matches nothing too."""

    def ends(self, text: Sequence[Piece], at: int, memo: Memo) -> Ends:
        """Return where a match that begins at a piece may end. What is asked again is remembered."""
        key = (id(self), at)
        if key not in memo:
            memo[key] = self._ends(text, at, memo)
        return memo[key]

    def may_begin(self, text: Sequence[Piece], at: int) -> bool:
        """Say whether it is worth trying at a piece."""
        if self.is_empty or self.first is None:
            return True
        return at < len(text) and text[at].kind == "token" and text[at].value in self.first

    @abstractmethod
    def _ends(self, text: Sequence[Piece], at: int, memo: Memo) -> Ends:
        """Return where a match that begins at a piece may end."""


@cache  # the same words stand in many patterns, and their matcher knows nothing of its place
def _words(words: str) -> "_Words":
    return _Words(words)


class _Words(Matcher):
    """Words that stand one after the other."""

    def __init__(self, words: str) -> None:
        self._spelled = tuple(token.spelled for token in tokens(words))
        self.first, self.is_empty = frozenset(self._spelled[:1]), not self._spelled

    def _ends(self, text: Sequence[Piece], at: int, memo: Memo) -> Ends:  # noqa: ARG002  # others need it
        for place, word in enumerate(self._spelled, at):
            if place >= len(text) or text[place].kind != "token" or text[place].value != word:
                return ()
        return ((at + len(self._spelled), ()),)


class _Slot(Matcher):
    """The place of a value."""

    first, is_empty = None, False

    def __init__(self, name: str, form: str, kind: str) -> None:
        self._name, self._form, self._kind = name, form, kind
        self._joints = ("one", "and", "or") if form == "other" else ("one", "or" if form == "or" else "and")

    def _ends(self, text: Sequence[Piece], at: int, memo: Memo) -> Ends:  # noqa: ARG002  # others need it
        if at < len(text) and text[at].kind == self._kind and text[at].joint in self._joints:
            return ((at + 1, ((self._name, self._form, text[at].value),)),)
        return ()


class _Sequence(Matcher):
    """Parts one after the other, between them what may stand anywhere."""

    def __init__(self, parts: Sequence[Matcher], anywhere: Matcher | None = None) -> None:
        self._parts, self._anywhere = parts, anywhere

    @cached_property
    def is_empty(self) -> bool:  # type: ignore[override]  # known when all rules are built
        return all(part.is_empty for part in self._parts)

    @cached_property
    def first(self) -> First:  # type: ignore[override]  # known when all rules are built
        begins = set[str]()
        for part in self._parts:
            if part.first is None:
                return None
            begins |= part.first
            if not part.is_empty:
                break
        return frozenset(begins)

    def may_begin(self, text: Sequence[Piece], at: int) -> bool:
        return super().may_begin(text, at) or (self._anywhere is not None and self._anywhere.may_begin(text, at))

    def _ends(self, text: Sequence[Piece], at: int, memo: Memo) -> Ends:
        found: Ends = ((at, ()),)
        for part in self._parts:
            found = _next(part, text, self._with_others(text, found, memo), memo)
        return self._with_others(text, found, memo)

    def _with_others(self, text: Sequence[Piece], found: Ends, memo: Memo) -> Ends:
        """Return the places, and those behind what may stand anywhere."""
        if self._anywhere is None or not found:
            return found
        return tuple(dict.fromkeys((*found, *_next(self._anywhere, text, found, memo))))


def _next(part: Matcher, text: Sequence[Piece], found: Ends, memo: Memo) -> Ends:
    """Return where a part may end that begins where others ended."""
    return tuple(
        dict.fromkeys(
            (end, own + inner)
            for place, own in found
            if part.may_begin(text, place)
            for end, inner in part.ends(text, place, memo)
        )
    )


class _Choice(Matcher):
    """One of several ways, or none. `captures` are what each way says by itself."""

    def __init__(self, ways: Sequence[Matcher], captures: Sequence[Capture] = (), *, is_optional: bool = False) -> None:
        self.ways, self._captures, self._is_optional = list(ways), captures, is_optional

    @cached_property
    def is_empty(self) -> bool:  # type: ignore[override]  # known when all rules are built
        return self._is_optional or any(way.is_empty for way in self.ways)

    @cached_property
    def first(self) -> First:  # type: ignore[override]  # known when all rules are built
        begins = [way.first for way in self.ways]
        return None if None in begins else frozenset().union(*filter(None, begins))

    def _ends(self, text: Sequence[Piece], at: int, memo: Memo) -> Ends:
        found: dict[tuple[int, tuple[Capture, ...]], None] = {(at, ()): None} if self._is_optional else {}
        for place, way in enumerate(self.ways):
            if way.may_begin(text, at):
                own = (self._captures[place],) if self._captures else ()
                found |= dict.fromkeys((end, own + inner) for end, inner in way.ends(text, at, memo))
        return tuple(found)


class Builder:
    """Builds matchers from the trees of patterns."""

    def __init__(
        self,
        rules: Mapping[str, Sequence[patterns.Node]],
        choices: Mapping[str, Mapping[str, Sequence[patterns.Node]]],
        slot: Callable[[str, str], str],
        anywhere: Sequence[patterns.Node],
    ) -> None:
        """Take in `rules` by name; `choices` are slots with words of their own; `slot` gives a slot's kind of value.

        `anywhere` is a pattern that may stand between the parts of every other one, twice in a row too.
        """
        self._rules, self._choices, self._kind = rules, choices, slot
        self._built: dict[str, Matcher | None] = {}
        self._anywhere: Matcher | None = None
        once = self.build(anywhere)
        self._anywhere = _Sequence([once, _Choice([once], is_optional=True)])

    def build(self, nodes: Sequence[patterns.Node]) -> Matcher:
        """Return the matcher of a pattern."""
        parts = [self._node(node) for node in nodes if node.kind != "words" or node.text.strip()]
        return _Sequence(parts, self._anywhere)

    def _node(self, node: patterns.Node) -> Matcher:
        if node.kind == "words":
            return _words(node.text)
        if node.kind == "slot":
            return self._slot(node.text)
        if node.kind == "rule":
            return self._rule(node.text)
        return _Choice([self.build(choice) for choice in node.choices], is_optional=node.kind == "optional")

    def _rule(self, name: str) -> Matcher:
        if name not in self._built:
            if name not in self._rules:
                raise patterns.PatternError(f"no rule <{name}>")
            self._built[name] = None
            self._built[name] = self.build(self._rules[name])
        built = self._built[name]
        if built is None:
            raise patterns.PatternError(f"the rule <{name}> takes itself in")
        return built

    def _slot(self, written: str) -> Matcher:
        name, _, form = written.partition(":")
        if name in self._choices:
            own = self._choices[name]
            return _Choice([self.build(nodes) for nodes in own.values()], [(name, "", id_) for id_ in own])
        return _Slot(name, form, self._kind(name, form))
