"""What drawings are made of: boxes, lines of text, and parts that a reader recognises, in units of the view box."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

WIDTH = 320
SIZE = 12
"""The size of every text."""
LEADING = 14
"""From a label's line to the one below with its form in the other language."""

Tone = Literal["ink", "soft", "key", "lit"]
"""A text's colour: main text, text beside it, text on the colour of buttons, what is chosen."""
Ground = Literal["paper", "panel", "accent", "chosen"]
Anchor = Literal["start", "middle"]


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Return its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Return its lower edge."""
        return self.y + self.height


@dataclass(frozen=True)
class Line:
    """A word by its id, where it is (`y` is its base line) and how much room it has there.

    A stacked one has its form in the other language below; `y` is then the upper line's.
    """

    word: str
    x: int
    y: int
    room: int
    tone: Tone = "ink"
    ground: Ground = "paper"
    is_bold: bool = False
    anchor: Anchor = "start"
    is_stacked: bool = False

    @property
    def middle(self) -> int:
        """Return the base line of a text that is alone where two lines have room."""
        return self.y + LEADING // 2 if self.is_stacked else self.y

    @property
    def below(self) -> int:
        """Return the base line of the second line."""
        return self.y + LEADING


@dataclass(frozen=True)
class Part:
    """Something that a reader recognises. `word` is what one clicks or fills in, `marker` where its number goes.

    `inner` is the box to write in, below its label.
    """

    kind: str
    box: Box
    lines: tuple[Line, ...] = ()
    bars: tuple[Box, ...] = ()
    word: str = ""
    marker: tuple[int, int] = (0, 0)
    is_chosen: bool = False
    inner: Box | None = None

    @property
    def target(self) -> Box:
        """Return what lights up when its number does: where one clicks or writes."""
        return self.inner or self.box

    @property
    def says(self) -> tuple[str, ...]:
        """Return the words by which a description names it: what can be clicked, filled in or read."""
        lines = tuple(line.word for line in self.lines if line.tone != "soft")
        return lines if self.word or self.kind == "text" else ()


@dataclass(frozen=True)
class Figure:
    """A whole drawing."""

    height: int
    parts: tuple[Part, ...] = field(default=())
    width: int = WIDTH

    def place(self, word: str) -> Part | None:
        """Return the first part whose word this is."""
        return next((part for part in self.parts if part.word == word), None)

    def lines(self) -> Iterator[Line]:
        """Yield every text."""
        yield from (line for part in self.parts for line in part.lines)
