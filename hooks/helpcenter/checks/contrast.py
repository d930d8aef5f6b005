"""Every drawn text can be read on its background, in light colours and in dark ones."""

from collections.abc import Iterator

from ..files.diagnostics import Diagnostic, Position
from ..model.chapters import chapter_ids, chapter_of
from ..model.memory import lasting
from ..model.site import Site
from ..pictures.figures import figure
from ..pictures.palette import LEAST, SCHEMES, PaletteError, contrast, fills

NAME = "contrast"

_NUMBER = ("key", "accent")
"""The number of a callout on its disc."""
_SHEETS = ("paper", "card")
"""The first backgrounds of texts: the page, and what lies on it."""
_BESIDE = "soft"
"""A label's form in the other language, where the colour of buttons is not below it."""


def check_whole(site: Site) -> Iterator[Diagnostic]:
    """Yield each pair of a text's colour and its ground's in drawings that has too little contrast."""
    try:
        known = fills(site.styles)
    except PaletteError as error:
        hint = "write a colour, or light-dark(…, …) with two of them, in :root"
        yield Diagnostic(Position(site.styles.name, 1, 1), NAME, str(error), hint)
        return
    pairs = frozenset[tuple[str, str]]().union(*(_pairs(site, id_) for id_ in chapter_ids(site)))
    for text, ground in sorted(pairs):
        missing = sorted({text, ground} - set(known))
        if missing:
            hint = f"write .hc-picture .{missing[0]} {{ fill: var(--…); }}"
            yield Diagnostic(Position(site.styles.name, 1, 1), NAME, f"no fill for '{missing[0]}'", hint)
            continue
        for scheme in SCHEMES:
            ratio = contrast(known[text].luminance[scheme], known[ground].luminance[scheme])
            if ratio < LEAST:
                message = f"'{text}' on '{ground}' has a contrast of {ratio:.1f} in {scheme} colours"
                hint = f"a drawn text needs {LEAST}: change its colour, or the one below it"
                yield Diagnostic(known[text].position, NAME, message, hint)


@lasting
def _pairs(site: Site, chapter: str) -> frozenset[tuple[str, str]]:
    """Return what is drawn on what in the pictures of a chapter."""
    pairs: set[tuple[str, str]] = set()
    for screen in (screen for article in chapter_of(site, chapter).articles.values() for screen in article.screens):
        pairs |= {_NUMBER} if screen.callouts else set()
        for line in figure(screen.draw).lines() if screen.draw else ():
            grounds = _SHEETS if line.ground == "paper" else (line.ground,)
            pairs |= {(line.tone, ground) for ground in grounds}
            pairs |= {(_BESIDE, ground) for ground in grounds if line.tone != "key"}
    return frozenset(pairs)
