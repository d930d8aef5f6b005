"""How wide a text is, measured and not guessed: HarfBuzz shapes it with the fonts in fonts.

A reader's device may have other fonts than Noto, which is among the wider ones: `WIDER` is left as room for them.
A language whose script no font here has needs that font's file in the folder, and nothing else.
"""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Literal

import uharfbuzz as hb

WIDER = 1.06
"""How much wider than measured a text may be on a device with other fonts."""

Weight = Literal["Regular", "Bold"]


class UnmeasurableError(ValueError):
    """A character that no font here has."""


@cache
def _fonts(weight: Weight) -> tuple[tuple[hb.Font, frozenset[int]], ...]:
    """Return the fonts of a weight, each with the characters that it has, in the order in which browsers ask them."""
    folder = resources.files(__package__).joinpath("fonts")
    files = sorted((one for one in folder.iterdir() if one.name.endswith(f"-{weight}.ttf")), key=lambda one: one.name)
    faces = [hb.Face(one.read_bytes()) for one in files]  # by name, NotoSans-… comes before NotoSansDevanagari-…
    return tuple((hb.Font(face), frozenset(face.unicodes)) for face in faces)


def _font_of(character: str, weight: Weight) -> hb.Font:
    for font, characters in _fonts(weight):
        if ord(character) in characters:
            return font
    raise UnmeasurableError(f"no font in language/fonts has '{character}'")


def _runs(text: str, weight: Weight) -> Iterator[tuple[hb.Font, str]]:
    """Yield the stretches of a text that one font draws."""
    for font, characters in groupby(text, key=lambda character: _font_of(character, weight)):
        yield font, "".join(characters)


@cache
def width(text: str, size: int, weight: Weight = "Regular") -> float:
    """Return how wide a text is at a font size, in the same unit."""
    return sum(_advance(font, run) * size / float(font.face.upem) for font, run in _runs(text, weight))


def _advance(font: hb.Font, text: str) -> float:
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return float(sum(glyph.x_advance for glyph in buffer.glyph_positions))
