"""Statements to sentences, by the first patterns of a rule type: drafts, tables, the checker's answers, suggestions."""

from collections.abc import Iterator, Mapping, Sequence

from ..model.vocabulary import Part
from . import patterns
from .grammar import NAMES, OTHER, Grammar, Pattern
from .kinds import Value, kind_of, size
from .words import Words

Values = Mapping[str, Value]


class UnwritableError(ValueError):
    """A statement for which the vocabulary has no sentence; the text names its parts."""


def write(grammar: Grammar, words: Words, pattern: Pattern, values: Values, names: Values) -> str:
    """Return what a pattern says of values. `names` are those of `grammar.NAMES` that it asks for."""

    def slot(name: str) -> str:
        name, _, form = name.partition(":")
        name = pattern.part(name)
        if name in grammar.choices:
            return patterns.written(grammar.choices[name][str(values[name])], grammar.rules, slot)
        if form == "size":
            return words.number(size(values[name]) or 0)
        if form == "all":
            return words.all(size(values[name]) or 0)
        if form == OTHER:
            raise UnwritableError(f"{grammar.type.rule}: {{{name}:{form}}} is read only")
        part: Part = NAMES.get(name) or grammar.parts[name]
        value = names[name] if name in NAMES else values[name]
        value = (value,) if part.set and not isinstance(value, tuple) else value
        return kind_of(part).write(words, value, form, part)

    return patterns.written(pattern.nodes, grammar.rules, slot)


def chosen(grammar: Grammar, words: Words, said: Sequence[Pattern], values: Values) -> Iterator[Pattern]:
    """Yield the patterns that say all of some values, each value once: the first ones that fit."""
    left = dict(values)
    for key in dict.fromkeys((pattern.parts, tuple(pattern.constants.items())) for pattern in said):
        alike = [one for one in said if (one.parts, tuple(one.constants.items())) == key]
        if set(key[0]) <= set(left) and all(left[name] == value for name, value in key[1]):
            pattern = branch(grammar, words, alike, left)
            if pattern:
                yield pattern
                left = {name: value for name, value in left.items() if name not in key[0]}
    if left:
        raise UnwritableError(f"{grammar.type.rule}: {', '.join(left)}")


def branch(grammar: Grammar, words: Words, alike: Sequence[Pattern], values: Values) -> Pattern | None:
    """Return the pattern for the number of its first part: that of its plural category, or the only one."""
    by_branch = {pattern.branch: pattern for pattern in alike}
    slots = (alike[0].part(name.partition(":")[0]) for name in patterns.slots(alike[0].nodes, grammar.rules))
    number = size(next((values[name] for name in slots if name in values), None))
    wanted = [alike[0].branch] if number is None else [words.plural(number), "other", ""]
    return next((by_branch[branch] for branch in wanted if branch in by_branch), None)
