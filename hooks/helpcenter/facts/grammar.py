"""What may be said of a rule type in one language: its patterns, and what a text that one of them matches says.

The values in a text become one piece each; then a pattern must match all pieces in their order.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from ..language.spelling import tokens
from ..model.vocabulary import MAIN_PARTS, Part, RuleType, SharedFile
from . import patterns
from .keys import parse_key
from .kinds import Value, same, size
from .matching import Builder, Capture, Matcher, Memo
from .pieces import Piece, find, kind_name, readings
from .words import Words

NAMES = {"publisher": Part(set="gateway"), "gateway": Part(set="gateway"), "in": Part(set="country")}
"""Places of patterns that are no part of the rule: who says it, of whom, and for accounts where."""
COUNTED = ("size", "all")
"""Forms of a slot that say how many items a set has, which another slot names."""
DECIDED = {"decided": Part(kind="yes_no")}
"""What is said where the provider decides: "decided=true" is a key like that of a part."""
OTHER = "other"
"""The form of a slot for items that are none of the set's."""


@dataclass(frozen=True)
class Reading:
    """What a text says: values of parts, and what it names besides: `publisher`, `gateway`, `in`, `buyers`."""

    values: Mapping[str, Value]
    names: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Pattern:
    """One way to say some parts: which, with which constant values, for which number, and as a tree."""

    parts: tuple[str, ...]
    constants: Mapping[str, Value]
    branch: str
    text: str
    nodes: Sequence[patterns.Node] = field(compare=False, repr=False)

    def part(self, slot: str) -> str:
        """Return the part that a slot stands for: "set" is how the pattern's set is stated."""
        return next((part for part in self.parts if part in MAIN_PARTS), "") if slot == "set" else slot


class Grammar:
    """The patterns of a rule type in one language. Names are not in them but in the `Words` of a text."""

    def __init__(self, rule_type: RuleType, shared: SharedFile, language: str) -> None:
        """Take the patterns of a type, and pieces of sentences that all types share."""
        self.type, self.shared, self.language = rule_type, shared, language
        self.parts = {**rule_type.parts, **DECIDED}
        self._memory: dict[Hashable, Sequence[Reading]] = {}

    @cached_property
    def rules(self) -> Mapping[str, list[patterns.Node]]:
        """Return the shared rules, those of the type alone, and `<name>`, which is how the type is called."""
        written = {**self.shared.rules, **self.type.rules}
        own = {name: _one_of(texts[self.language]) for name, texts in written.items() if self.language in texts}
        return {**own, "name": _one_of([str(self.type.name[self.language])])}

    @cached_property
    def choices(self) -> Mapping[str, Mapping[str, list[patterns.Node]]]:
        """Return the clauses of each choice of each part that is one."""
        return {
            name: {choice: _one_of(by_language[self.language]) for choice, by_language in own.items()}
            for name, own in self.type.words.items()
            if not self.parts[name].set
        }

    @cached_property
    def said(self) -> Sequence[Pattern]:
        """Return the patterns by which something is written."""
        return self._written(self.shared.say, self.type.say)

    @cached_property
    def short(self) -> Sequence[Pattern]:
        """Return the patterns of the few words in a table."""
        return self._written(self.shared.short, self.type.short)

    def _written(self, *written: Mapping[Any, Any]) -> Sequence[Pattern]:
        return [one for own in written for one in _branched(own, self.parts, self.language)]

    def frame(self, name: str) -> Pattern:
        """Return how it is written by whom, or for whom, something is said."""
        text = str(self.shared.frames[name][self.language][0])  # type: ignore[index]  # one of its four
        return Pattern((), {}, "", text, patterns.parse(text))

    @cached_property
    def patterns(self) -> Sequence[Pattern]:
        """Return every pattern by which something is read."""
        read = [
            Pattern(*parse_key(key, self.parts), "", str(text), patterns.parse(str(text)))
            for keys, by_language in (*self.type.read.items(), *self.shared.read.items())
            for key in keys.split("|")
            for text in by_language.get(self.language, ())
        ]
        return [*self.said, *self.short, *read]

    @cached_property
    def _builder(self) -> Builder:
        return Builder(self.rules, self.choices, self._kind, _one_of(self.shared.anywhere[self.language]))

    def _kind(self, name: str, form: str) -> str:
        """Return the kind of value that stands in a slot."""
        if form in COUNTED:
            return {"size": "count", "all": "all"}[form]
        part = NAMES.get(name) or (self.parts[MAIN_PARTS[0]] if name == "set" else self.parts.get(name))
        if part is None:
            raise patterns.PatternError(f"'{name}' is no part of this rule: {', '.join(self.parts)}")
        return kind_name(part)

    @cached_property
    def _readers(self) -> Sequence[tuple[Matcher, Pattern]]:
        return [(self._builder.build(_unmarked(pattern.nodes, self.end_marks)), pattern) for pattern in self.patterns]

    @cached_property
    def end_marks(self) -> str:
        """Return the marks that may end a sentence: they may be inside a claim or behind it."""
        return str(self.shared.end_marks[self.language])

    @cached_property
    def _frames(self) -> Sequence[tuple[str, Matcher]]:
        frames = self.shared.frames.items()
        return [(name, self._builder.build(_one_of(texts[self.language]))) for name, texts in frames]

    def _has(self, form: str) -> bool:
        return any(form in pattern.text for pattern in self.patterns)

    @cached_property
    def _found(self) -> Sequence[Part]:
        """Return the kinds of values that are looked for in a text."""
        counts = [Part(kind="count")] if self._has(":size}") else []
        return [*self.parts.values(), *NAMES.values(), *counts]

    def read(self, text: str, words: Words) -> Sequence[Reading]:
        """Return what a text says: one reading in most cases, several where it may mean several parts."""
        key = (text, words.key)
        if key not in self._memory:
            self._memory[key] = self._read(text, words)
        return self._memory[key]

    def _read(self, text: str, words: Words) -> Sequence[Reading]:
        spelled = tokens(text.strip().rstrip(self.end_marks))
        found = list[Reading]()
        for pieces in readings(find(spelled, words, self._found, counts_all=self._has(":all}"))):
            memo: Memo = {}
            for start, names in self._framed(pieces, 0, memo):
                found += [one for one in self._matches(pieces, start, names, memo) if one not in found]
        return found

    def _framed(self, pieces: Sequence[Piece], at: int, memo: Memo) -> Iterator[tuple[int, Mapping[str, Value]]]:
        """Yield where a sentence may begin, behind what says by whom and for whom it holds."""
        yield at, {}
        for frame, matcher in self._frames:
            for end, captures in matcher.ends(pieces, at, memo) if matcher.may_begin(pieces, at) else ():
                own = dict(_named(captures)) or {"buyers": frame}
                for start, names in self._framed(pieces, end, memo):
                    if not set(names) & set(own):
                        yield start, {**own, **names}

    def _matches(
        self, pieces: Sequence[Piece], start: int, names: Mapping[str, Value], memo: Memo
    ) -> Iterator[Reading]:
        for matcher, pattern in self._readers:
            for end, captures in matcher.ends(pieces, start, memo) if matcher.may_begin(pieces, start) else ():
                reading = self._reading(pattern, captures, names) if end == len(pieces) else None
                if reading:
                    yield reading

    def _reading(self, pattern: Pattern, found: Sequence[Capture], names: Mapping[str, Value]) -> Reading | None:
        """Return what a pattern says with the values found, None where it says one thing in two ways."""
        values, named = dict(pattern.constants), dict(names)
        found = [(pattern.part(name), form, value) for name, form, value in found]
        said = [(name, value) for name, form, value in found if form not in (*COUNTED, OTHER)]
        for target, own in ((values, self._stated(said)), (named, _named(found))):
            for name, value in own:
                if name in target and not same(target[name], value):
                    return None
                target[name] = value
        sizes = [(values.get(name), number) for name, form, number in found if form in COUNTED]
        others = [
            item for name, form, value in found if form == OTHER for item in _items(value) if item in values[name]
        ]
        if others or any(size(value) != number for value, number in sizes) or set(values) != set(pattern.parts):
            return None
        return Reading(values, named)

    def _stated(self, found: Sequence[tuple[str, Value]]) -> Iterator[tuple[str, Value]]:
        for name, value in found:
            if name in self.parts:
                yield name, _items(value) if self.parts[name].set else value


@lru_cache(maxsize=256)
def grammar_of(rule_type: RuleType, shared: SharedFile, language: str) -> Grammar:
    """Return the patterns of a type in a language; those that have been compiled are kept."""
    return Grammar(rule_type, shared, language)


def _one_of(texts: Sequence[str]) -> list[patterns.Node]:
    return [patterns.Node("choice", choices=[patterns.parse(str(text)) for text in texts])]


def _branched(written: Mapping[str, Any], parts: Mapping[str, Part], language: str) -> Iterator[Pattern]:
    for key, by_language in written.items():
        names, constants = parse_key(key, parts)
        branches = by_language[language]
        for branch, text in branches.items() if isinstance(branches, Mapping) else [("", branches)]:
            counted = next((name for name in names if parts[name].kind == "count"), "")
            exact = {counted: int(branch[1:])} if branch.startswith("=") else {}
            yield Pattern(names, {**constants, **exact}, branch, str(text), patterns.parse(str(text)))


def _unmarked(nodes: Sequence[patterns.Node], marks: str) -> Sequence[patterns.Node]:
    """Return a pattern without the mark that ends its sentence."""
    last = nodes[-1] if nodes and nodes[-1].kind == "words" else None
    return [*nodes[:-1], patterns.Node("words", last.text.rstrip(marks))] if last else nodes


def _items(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else (value,)


def _named(found: Iterable[Capture]) -> Iterator[tuple[str, Value]]:
    """Yield what is no part of the rule; accounts are those of one country or of several."""
    for name, _, value in found:
        if name in NAMES:
            yield name, _items(value) if name == "in" else value
