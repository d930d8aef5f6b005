"""A text as words and values: what stands for a currency, a quantity or a list of fields becomes one piece.

What may be words as well as a value ("one", दो, the label "Connect", the field "Email") is read both ways.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from ..language.spelling import Token
from ..model.vocabulary import Part
from .kinds import Value, count, kind_of
from .words import Words

MOST_AMBIGUOUS = 3
"""How many values of a text are read both ways: each doubles the work."""
_ALSO_WORDS = ("country", "field", "label", "word")
"""Things whose names are words of sentences too, as गिनी is: Guinea, and counted."""


@dataclass(frozen=True)
class Piece:
    """A word of a text, or a value with the name of its kind. `joint` says how a list is joined: one, and, or."""

    kind: str
    value: Value
    text: Sequence[Token]
    joint: str = "one"
    may_be_words: bool = False


def kind_name(part: Part) -> str:
    """Return the name under which values of a part are found: that of a set is the name of its items."""
    return str(part.set or part.kind)


def find(text: Sequence[Token], words: Words, parts: Iterable[Part], *, counts_all: bool = False) -> list[Piece]:
    """Return the pieces of a text; at each place the longest value that begins there.

    `counts_all` says that "both" and "all three" are values too.
    """
    parts = [part for part in parts if part.set or part.kind]
    kinds = {kind_name(part): part for part in parts}
    pieces, at = list[Piece](), 0
    while at < len(text):
        length, piece = _longest(text, at, words, kinds)
        if counts_all and piece.kind == "token":
            found = count.phrase(words.all_of, text, at)
            length, piece = (found[0], Piece("all", found[1], text[at : at + found[0]])) if found else (length, piece)
        pieces.append(piece)
        at += length
    sets = {kind_name(part) for part in parts if part.set}
    return list(_lists(pieces, sets, words))


def _longest(text: Sequence[Token], at: int, words: Words, kinds: Mapping[str, Part]) -> tuple[int, Piece]:
    length, kind, value = _found(text, at, words, kinds)
    later = (_found(text, place, words, kinds)[0] + place for place in range(at + 1, at + length))
    if kind == "token" or any(end > at + length for end in later):  # "the US" is not named by "the US dollar"
        return 1, Piece("token", text[at].spelled, text[at : at + 1])
    own = text[at : at + length]
    is_in_words = kind in ("count", "quantity") and not own[0].spelled[0].isdigit()
    return length, Piece(kind, value, own, "one", is_in_words or kind.partition(":")[0] in _ALSO_WORDS)


def _found(text: Sequence[Token], at: int, words: Words, kinds: Mapping[str, Part]) -> tuple[int, str, Value]:
    """Return the longest value that begins at a token: how many tokens it has, its kind, and itself."""
    best: tuple[int, str, Value] = (0, "token", None)
    for name, part in kinds.items():
        found = kind_of(part).find(words, text, at, part)
        if found and found[0] > best[0]:
            best = (found[0], name, found[1])
    return best


def _lists(pieces: Sequence[Piece], sets: set[str], words: Words) -> Iterator[Piece]:
    """Yield the pieces, those of a list as one. A list that is joined in two ways, or says a thing twice, is none."""
    at = 0
    while at < len(pieces):
        items, found, end = [pieces[at]], set[str](), at + 1
        while pieces[at].kind in sets:
            between, last = _between(pieces, end, words)
            if not between or last >= len(pieces) or pieces[last].kind != pieces[at].kind:
                break
            items.append(pieces[last])
            found |= between - {""}
            end = last + 1
        values = [item.value for item in items]
        is_list = found or items[0].kind != "gateway"  # "at Stripe, PayPal …" names two things, and lists none
        if is_list and len(items) > 1 and len(found) < 2 and len(set(values)) == len(values):
            joint = next(iter(found), "and")
            inner = [token for piece in pieces[at:end] for token in piece.text]
            yield Piece(items[0].kind, tuple(values), inner, joint)
        else:
            yield from pieces[at:end]
        at = end


def _between(pieces: Sequence[Piece], at: int, words: Words) -> tuple[set[str], int]:
    """Return how what stands between two items joins them, and where the next item is: a comma, a word, or both."""
    found, end = set[str](), at
    while end < len(pieces) and pieces[end].kind == "token":
        word = pieces[end].value
        if word not in words.joints and word not in words.beside_items:
            break
        found |= {words.joints[word]} if word in words.joints else set()
        end += 1
    return found, end


def readings(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces with each of them that may be words once as a value and once as words."""
    ambiguous = [place for place, piece in enumerate(pieces) if piece.may_be_words][:MOST_AMBIGUOUS]
    for choice in product((False, True), repeat=len(ambiguous)):
        as_words = {place for place, is_word in zip(ambiguous, choice, strict=True) if is_word}
        yield [
            part
            for place, piece in enumerate(pieces)
            for part in (map(_word, piece.text) if place in as_words else [piece])
        ]


def _word(token: Token) -> Piece:
    return Piece("token", token.spelled, (token,))
