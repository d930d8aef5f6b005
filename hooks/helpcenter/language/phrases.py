"""Many phrases found in a text at once, as whole words in any case. The work grows with the text, not the phrases."""

from collections.abc import Iterable, Iterator

from .words import words_of, words_with_offsets


def key(words: str) -> str:
    """Return a phrase in lowercase letters and with single spaces: what its spellings have in common."""
    return " ".join(words.lower().split())


class Phrases:
    """A set of phrases, by the first word of each."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Index the phrases; those with the same words are told apart by what is between the words."""
        self._keys = {key(phrase) for phrase in phrases if words_of(phrase)}
        lengths: dict[str, set[int]] = {}
        for phrase in self._keys:
            words = words_of(phrase)
            lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {first: sorted(some, reverse=True) for first, some in lengths.items()}

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end of every phrase in the text, the longest where several begin with the same word."""
        words = words_with_offsets(text)
        end = 0
        for index, (start, word) in enumerate(words):
            for length in self._lengths.get(word.lower(), ()):
                last = words[index : index + length][-1]
                stop = last[0] + len(last[1])
                if start >= end and key(text[start:stop]) in self._keys:
                    yield start, stop
                    end = stop
