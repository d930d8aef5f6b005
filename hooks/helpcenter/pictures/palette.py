"""The colours in which pictures are drawn, as our stylesheet has them: its one home is docs/assets/help.css."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import tinycss2
from tinycss2.ast import Declaration, Node, QualifiedRule
from tinycss2.color4 import parse_color

from ..files.diagnostics import Position
from ..files.source import Source

SCHEMES = ("light", "dark")
LEAST = 4.5
"""The least contrast between a text and its background (WCAG 2, AA)."""

_DRAWN = re.compile(r"\.hc-picture \.([a-z]+)")


@dataclass(frozen=True)
class Fill:
    """The colour of a class in drawings: relative luminance in each scheme, and where the stylesheet says so."""

    luminance: Mapping[str, float]
    position: Position


class PaletteError(ValueError):
    """A colour that cannot be read from the stylesheet."""


def fills(styles: Source) -> Mapping[str, Fill]:
    """Return the fill of every class in drawings: `.hc-picture .ink { fill: var(--colour) }`."""
    rules = [rule for rule in tinycss2.parse_stylesheet(styles.content) if isinstance(rule, QualifiedRule)]
    variables = {one.name: one.value for rule in rules if _selector(rule) == ":root" for one in _declarations(rule)}
    found: dict[str, Fill] = {}
    for rule in rules:
        match = _DRAWN.fullmatch(_selector(rule))
        for one in _declarations(rule) if match else ():
            if match and one.name == "fill":
                place = Position(styles.name, one.source_line, one.source_column)
                found[match[1]] = Fill(dict(_luminances(one.value, variables)), place)
    return found


def contrast(one: float, other: float) -> float:
    """Return the contrast of two relative luminances."""
    light, dark = max(one, other), min(one, other)
    return (light + 0.05) / (dark + 0.05)


def _selector(rule: QualifiedRule) -> str:
    return str(tinycss2.serialize(rule.prelude)).strip()


def _declarations(rule: QualifiedRule) -> list[Declaration]:
    parts = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    return [part for part in parts if part.type == "declaration"]


def _luminances(value: list[Node], variables: Mapping[str, list[Node]]) -> Iterator[tuple[str, float]]:
    """Yield a value's luminance in each scheme: of a colour, a pair of them, or a variable that holds one."""
    (token,) = [one for one in value if one.type not in ("whitespace", "comment")]
    arguments = [one for one in getattr(token, "arguments", ()) if one.type not in ("whitespace", "comment", "literal")]
    name = getattr(token, "lower_name", "")
    if name == "var":
        if arguments[0].value not in variables:
            raise PaletteError(f"no variable '{arguments[0].value}' in :root")
        yield from _luminances(variables[arguments[0].value], variables)
        return
    colours = arguments if name == "light-dark" else [token, token]
    for scheme, colour in zip(SCHEMES, colours, strict=True):
        yield scheme, _luminance(colour)


def _luminance(token: Node) -> float:
    colour = parse_color(token)
    if colour is None or colour == "currentcolor" or colour.alpha != 1:
        raise PaletteError(f"'{token.serialize()}' is no colour of its own")
    red, green, blue = (_linear(channel) for channel in colour.to("srgb").coordinates)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)
