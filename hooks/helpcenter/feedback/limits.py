"""How many answers are taken in a minute: of one page, and of all together. Nothing is remembered of who sent them."""

from collections import Counter
from collections.abc import Callable

PAGES = 10
"""Of all pages together, so many times as many answers are taken as of one."""


class Limits:
    """Counts the answers of the current minute."""

    def __init__(self, per_minute: int, clock: Callable[[], float]) -> None:
        """Take `per_minute` answers of a page; `clock` gives seconds."""
        self._most = per_minute
        self._clock = clock
        self._minute = 0
        self._counts = Counter[str]()

    def takes(self, page: str) -> bool:
        """Count an answer, and tell whether it is one that is taken."""
        minute = int(self._clock() // 60)
        if minute != self._minute:
            self._minute, self._counts = minute, Counter()
        if self._counts[page] >= self._most or self._counts.total() >= self._most * PAGES:
            return False
        self._counts[page] += 1
        return True

    def seconds_left(self) -> int:
        """Return after how many seconds answers are taken again."""
        return 60 - int(self._clock() % 60)
