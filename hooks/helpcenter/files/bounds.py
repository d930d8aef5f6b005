"""How much a text may be: what is beyond is refused before it is parsed, so that no file costs minutes."""

MOST_CHARACTERS = 5_000
"""How long one text may be: a paragraph, an item, a cell, a block of code, a value of YAML."""
DEEPEST_BRACKETS = 32
"""How deep square brackets may nest: a parser tries each that is open."""


def excess(text: str) -> tuple[int, str, str] | None:
    """Return where a text goes beyond its bounds, how, and how to mend it; None where it does not."""
    if len(text) > MOST_CHARACTERS:
        return 0, f"a text of {len(text):,} characters, more than {MOST_CHARACTERS:,}", "split it: nobody reads so much"
    place = too_deep(text)
    if place is None:
        return None
    return place, f"more than {DEEPEST_BRACKETS} brackets are open here", "close them, or take them away"


def too_deep(text: str, opening: str = "[", closing: str = "]") -> int | None:
    """Return where more brackets are open than may be; None where that is nowhere."""
    depth = 0
    for index, character in enumerate(text) if sum(map(text.count, opening)) > DEEPEST_BRACKETS else ():
        depth = max(0, depth + (character in opening) - (character in closing))
        if depth > DEEPEST_BRACKETS:
            return index
    return None
