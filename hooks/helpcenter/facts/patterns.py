"""Patterns: ways to say something, which write a sentence and read it back.

The notation is HassIL's, in which Home Assistant's sentences of 60 languages are written
(https://github.com/OHF-Voice/hassil): `(a|b)` alternatives, `[x]` what is read and never written, `(x|)` what is
written and may be missing, `{slot}` a value, `<name>` a shared rule. The library itself is not used: it deletes
punctuation, and "no, retries are scheduled" is not "no retries are scheduled".

See `matching` for how a pattern is read.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ..language.words import is_word_character

_NAME = r"\{([a-z_]+(?::[a-z]+)?)\}|<([a-z_]+)>"
_NAMED = re.compile(_NAME)
_PIECE = re.compile(rf"[()\[\]|]|{_NAME}|[^()\[\]|{{}}<>]+|.", re.DOTALL)
_TOUCHING = re.compile(r"[^\s()\[\]{}<>|.,:;][(\[{<]|[)\]}>][^\s()\[\]{}<>|.,:;]")
"""A bracket that may touch a word; most patterns have none."""
_SPACES = re.compile(r" +")
_BEFORE = re.compile(r" (?=[,.;:!?)।])")


class PatternError(ValueError):
    """A pattern that cannot be read; the text says why."""


@dataclass
class Node:
    """A part of a pattern: `words`, a `slot`, a `rule`, or `choices` among sequences of parts."""

    kind: str
    text: str = ""
    choices: list[list["Node"]] = field(default_factory=list)


@cache  # the same ones are parsed by checks and by grammars; nobody changes them
def parse(pattern: str) -> list[Node]:
    """Return the parts of a pattern."""
    pieces = list(_PIECE.finditer(pattern))
    if _TOUCHING.search(pattern):
        _refuse_cut_words(pieces)
    choices, end = _choices(pieces, 0, "")
    if end != len(pieces):
        raise PatternError(f"'{pieces[end][0]}' closes nothing")
    return choices[0] if len(choices) == 1 else [Node("choice", choices=choices)]


def _choices(pieces: list[re.Match[str]], index: int, closing: str) -> tuple[list[list[Node]], int]:
    choices: list[list[Node]] = [[]]
    while index < len(pieces):
        piece = pieces[index]
        if piece[0] == closing:
            return choices, index + 1
        if piece[0] in "([":
            inner, index = _choices(pieces, index + 1, ")" if piece[0] == "(" else "]")
            choices[-1].append(Node("choice" if piece[0] == "(" else "optional", choices=inner))
            continue
        if piece[0] == "|":
            choices.append([])
        elif piece[0] in ")]{}<>":
            raise PatternError(f"'{piece[0]}' has no partner")
        else:
            kind = "slot" if piece[1] else "rule" if piece[2] else "words"
            choices[-1].append(Node(kind, piece[1] or piece[2] or piece[0]))
        index += 1
    if closing:
        raise PatternError(f"'{closing}' is missing")
    return choices, index


def _refuse_cut_words(pieces: Sequence[re.Match[str]]) -> None:
    """Raise where a word goes on in brackets: words are matched whole."""
    for index, piece in enumerate(pieces):
        words = piece[0]
        if (is_word_character(words[0]) and _is_glued(pieces, index, -1)) or (
            is_word_character(words[-1]) and _is_glued(pieces, index, 1)
        ):
            hint = "write whole words, such as (cancelled|canceled)"
            raise PatternError(f"'{words.strip()}' goes on in brackets: {hint}")


def _is_glued(pieces: Sequence[re.Match[str]], index: int, step: int) -> bool:
    """Say whether a word touches what comes before (-1) or after it (1): a slot, a rule, or words in brackets."""
    opening, inner = (pieces[at][0] if 0 <= at < len(pieces) else " " for at in (index + step, index + 2 * step))
    if opening in ("([" if step > 0 else ")]"):
        return is_word_character(inner[0 if step > 0 else -1]) or inner[0] in "{<"
    return opening not in "([|)] "


def named_in(pattern: str) -> tuple[set[str], set[str]]:
    """Return the slots and the shared rules that a pattern names itself."""
    named = _NAMED.findall(pattern)
    return {slot for slot, _ in named if slot}, {rule for _, rule in named if rule}


def slots(nodes: Sequence[Node], rules: Mapping[str, Sequence[Node]]) -> Iterator[str]:
    """Yield the names of all slots of a pattern."""
    for node in nodes:
        if node.kind == "slot":
            yield node.text
        for inner in [*node.choices, *([_rule(node, rules)] if node.kind == "rule" else [])]:
            yield from slots(inner, rules)


def _rule(node: Node, rules: Mapping[str, Sequence[Node]]) -> Sequence[Node]:
    if node.text not in rules:
        raise PatternError(f"no shared rule <{node.text}>")
    return rules[node.text]


def written(nodes: Sequence[Node], rules: Mapping[str, Sequence[Node]], slot: Callable[[str], str]) -> str:
    """Return what a pattern writes: of alternatives the first, of what may be left out nothing."""
    return _BEFORE.sub("", _SPACES.sub(" ", _written(nodes, rules, slot))).strip()


def _written(nodes: Sequence[Node], rules: Mapping[str, Sequence[Node]], slot: Callable[[str], str]) -> str:
    pieces = []
    for node in nodes:
        if node.kind == "words":
            pieces.append(node.text)
        elif node.kind == "slot":
            pieces.append(slot(node.text))
        elif node.kind == "rule":
            pieces.append(_written(_rule(node, rules), rules, slot))
        elif node.kind == "choice":
            pieces.append(_written(node.choices[0], rules, slot))
    return "".join(pieces)
