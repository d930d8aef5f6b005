"""What may be said of a rule type in one language: its patterns, and what a text that one of them matches says.

The values in a text become one piece each; then a pattern must match all pieces in their order. The expressions are
compiled when the first text is read.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..language.spelling import tokens
from ..model.vocabulary import Part, RuleType
from . import patterns
from .kinds import Value, same, size
from .pieces import Piece, as_text, find, kind_name, readings
from .words import Words

MAIN_PARTS = ("only", "some", "not")
"""How a set is stated: these and no others; these, and of others nothing is said; these are refused."""
NAMES = {"publisher": Part(set="gateway"), "gateway": Part(set="gateway"), "in": Part(set="country")}
"""Places of patterns that are no part of the rule: who says it, of whom, and for accounts where."""
COUNTED = ("size", "all")
"""Forms of a slot that say how many items a set has, which another slot names."""
_Groups = Mapping[str, tuple[str, str]]
"""From the group of an expression to a name and a form; for a choice the form is "=" and its id."""
_Found = tuple[str, str, Value]
"""A name, a form and a value."""


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


def parts_of(rule_type: RuleType) -> Mapping[str, Part]:
    """Return the parts that a statement of a type may have."""
    value = rule_type.value
    main = Part(set=value.set, choice=value.choice)
    parts = {**(dict.fromkeys(MAIN_PARTS, main) if value.set else {}), **value.parts}
    # Each part that is made of a type's own words has names of its own.
    return {
        name: Part.model_construct(set=f"word:{name}", choice=part.choice) if part.set == "word" else part
        for name, part in parts.items()
    }


def parse_key(key: str, parts: Mapping[str, Part]) -> tuple[tuple[str, ...], Mapping[str, Value]]:
    """Return the parts that a key of `say` or `read` names, and the values of those that it gives one: "count=0"."""
    names, constants = list[str](), dict[str, Value]()
    for word in key.split():
        name, has_value, value = word.partition("=")
        if name not in parts:
            raise patterns.PatternError(f"'{name}' is no part of this rule: {', '.join(parts)}")
        names.append(name)
        if has_value:
            constants[name] = _constant(parts[name], value)
    return tuple(names), constants


def _constant(part: Part, value: str) -> Value:
    if part.choice and not part.set and value in part.choice:
        return value
    if part.kind == "yes_no" and value in ("true", "false"):
        return value == "true"
    if part.kind == "count" and value.isdigit():
        return int(value)
    raise patterns.PatternError(f"'{value}' cannot be said by a key")


@dataclass
class _Expression:
    """A regular expression over pieces, and what each of its groups stands for: a part and a form, or a choice."""

    rules: Mapping[str, list[patterns.Node]]
    parts: Mapping[str, Part]
    choices: Mapping[str, Mapping[str, list[patterns.Node]]]
    main: str
    groups: dict[str, tuple[str, str]] = field(default_factory=dict)

    def slot(self, name: str) -> str:
        name, _, form = name.partition(":")
        name = self.main if name == "set" else name
        if name in self.choices:
            inner = (self._choice(name, id_, nodes) for id_, nodes in self.choices[name].items())
            return f"(?:{'|'.join(inner)})"
        part = NAMES.get(name) or self.parts[name]
        kind = {"size": "count", "all": "all"}.get(form) or kind_name(part)
        joint = "or" if form == "or" else "and"
        return f"(?P<{self._group(name, form)}>⟦{kind}:(?:one|{joint}):[0-9]+⟧ )"

    def _choice(self, name: str, id_: str, nodes: list[patterns.Node]) -> str:
        group = self._group(name, f"={id_}")
        return f"(?P<{group}>{patterns.expression(nodes, self.rules, self.slot)})"

    def _group(self, name: str, form: str) -> str:
        group = f"g{len(self.groups)}"
        self.groups[group] = (name, form)
        return group


class Grammar:
    """The patterns of a rule type in one language."""

    def __init__(self, rule_type: RuleType, words: Words) -> None:
        """Read and write with the names in `words`."""
        self.type, self.words = rule_type, words
        self.parts = parts_of(rule_type)

    @cached_property
    def rules(self) -> Mapping[str, list[patterns.Node]]:
        """Return the shared rules, and those of the type alone."""
        written = {**self.words.shared.rules, **self.type.rules}
        language = self.words.language
        return {name: _one_of(own[language]) for name, own in written.items() if language in own}

    @cached_property
    def choices(self) -> Mapping[str, Mapping[str, list[patterns.Node]]]:
        """Return the clauses of each choice of each part that is one."""
        return {
            name: {choice: _one_of(by_language[self.words.language]) for choice, by_language in own.items()}
            for name, own in self.type.words.items()
            if not self.parts[name].set
        }

    @cached_property
    def said(self) -> Sequence[Pattern]:
        """Return the patterns by which something is written."""
        return list(_branched(self.type.say, self.parts, self.words.language))

    @cached_property
    def patterns(self) -> Sequence[Pattern]:
        """Return every pattern by which something is read."""
        read = [
            Pattern(*parse_key(key, self.parts), "", str(text), patterns.parse(str(text)))
            for keys, by_language in self.type.read.items()
            for key in keys.split("|")
            for text in by_language[self.words.language]
        ]
        return [*self.said, *read]

    @cached_property
    def _readers(self) -> Sequence[tuple[re.Pattern[str], _Groups, Pattern]]:
        """Return an expression for all patterns that say the same parts and constants."""
        alike: dict[str, list[Pattern]] = {}
        for pattern in self.patterns:
            alike.setdefault(f"{pattern.parts} {pattern.constants}", []).append(pattern)
        return [(*self._compiled(own), own[0]) for own in alike.values()]

    def _compiled(self, alike: Sequence[Pattern]) -> tuple[re.Pattern[str], _Groups]:
        main = next((name for name in alike[0].parts if name in MAIN_PARTS), "")
        built = _Expression(self.rules, self.parts, self.choices, main)
        marks = str(self.words.shared.end_marks[self.words.language])
        ways = (patterns.parse(pattern.text.rstrip(marks)) for pattern in alike)
        return re.compile("|".join(patterns.expression(nodes, self.rules, built.slot) for nodes in ways)), built.groups

    @cached_property
    def _frames(self) -> Sequence[tuple[str, re.Pattern[str], _Groups]]:
        found = []
        for frame, by_language in self.words.shared.frames.items():
            built = _Expression(self.rules, {}, {}, "")
            text = patterns.expression(_one_of(by_language[self.words.language]), self.rules, built.slot)
            found.append((frame, re.compile(text), built.groups))
        return found

    def _has(self, form: str) -> bool:
        return any(form in pattern.text for pattern in self.patterns)

    @cached_property
    def _found(self) -> Sequence[Part]:
        """Return the kinds of values that are looked for in a text."""
        counts = [Part(kind="count")] if self._has(":size}") else []
        return [*self.parts.values(), *NAMES.values(), *counts]

    def read(self, text: str) -> list[Reading]:
        """Return what a text says: one reading in most cases, several where it may mean several parts."""
        marks = str(self.words.shared.end_marks[self.words.language])
        spelled = tokens(text.strip().rstrip(marks))
        pieces = find(spelled, self.words, self._found, counts_all=self._has(":all}"))
        found = list[Reading]()
        for own in readings(pieces):
            for rest, names in self._unframed(as_text(own), own):
                found += [one for one in self._matches(rest, own, names) if one not in found]
        return found

    def _unframed(self, text: str, pieces: Sequence[Piece]) -> Iterator[tuple[str, Mapping[str, Value]]]:
        """Yield a text as it is and without what says by whom and for whom it holds."""
        yield text, {}
        for frame, expression, groups in self._frames:
            match = expression.match(text)
            if match and match.end() > 0:
                own = dict(_named(_values(match, groups, pieces))) or {"buyers": frame}
                for rest, names in self._unframed(text[match.end() :], pieces):
                    if not set(names) & set(own):
                        yield rest, {**own, **names}

    def _matches(self, text: str, pieces: Sequence[Piece], names: Mapping[str, Value]) -> Iterator[Reading]:
        for expression, groups, pattern in self._readers:
            match = expression.fullmatch(text)
            reading = self._reading(pattern, list(_values(match, groups, pieces)), names) if match else None
            if reading:
                yield reading

    def _reading(self, pattern: Pattern, found: Sequence[_Found], names: Mapping[str, Value]) -> Reading | None:
        """Return what a pattern says with the values found, None where it says one thing in two ways."""
        values, named = dict(pattern.constants), dict(names)
        said = [(name, value) for name, form, value in found if form not in COUNTED]
        for target, own in ((values, self._stated(said)), (named, _named(found))):
            for name, value in own:
                if name in target and not same(target[name], value):
                    return None
                target[name] = value
        sizes = [(values.get(name), number) for name, form, number in found if form in COUNTED]
        if any(size(value) != number for value, number in sizes) or set(values) != set(pattern.parts):
            return None
        return Reading(values, named)

    def _stated(self, found: Sequence[tuple[str, Value]]) -> Iterator[tuple[str, Value]]:
        for name, value in found:
            if name in self.parts:
                is_one = self.parts[name].set and not isinstance(value, tuple)
                yield name, (value,) if is_one else value


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


def _values(match: re.Match[str], groups: _Groups, pieces: Sequence[Piece]) -> Iterator[_Found]:
    """Yield what each group stands for that takes part in a match."""
    for group, (name, form) in groups.items():
        text = match[group]
        if text is None:
            continue
        if form.startswith("="):
            yield name, "", form[1:]
            continue
        yield name, form, pieces[int(text.rstrip("⟧ ").rpartition(":")[2])].value


def _named(found: Iterable[_Found]) -> Iterator[tuple[str, Value]]:
    """Yield what is no part of the rule; accounts are those of one country or of several."""
    for name, _, value in found:
        if name in NAMES:
            yield name, (value,) if name == "in" and not isinstance(value, tuple) else value
