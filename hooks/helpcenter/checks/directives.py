"""[STEPS], [RULES], [CHECKER] and [GATEWAYS] are spelt right and stand where they mean something."""

from collections.abc import Iterator

from ..diagnostics import Diagnostic
from ..markdown import DIRECTIVES
from ..schema import did_you_mean
from ..site import Site

NAME = "directives"


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield unknown directives, [STEPS] outside a gateway's folder, and directives that stand twice on a page."""
    for page in (page for pages in site.pages.values() for page in pages.values()):
        seen: set[str] = set()
        for block in page.blocks:
            if block.kind != "directive":
                continue
            place = block.text.at()
            if block.id not in DIRECTIVES:
                yield Diagnostic(place, NAME, f"no directive {block.text}", did_you_mean(block.id, DIRECTIVES))
            if block.id == "STEPS" and site.gateway_of(page.key) is None:
                yield Diagnostic(place, NAME, "[STEPS] outside a gateway's folder", "steps belong to one gateway")
            if block.id in seen:
                yield Diagnostic(place, NAME, f"{block.text} stands twice", "once per page is enough")
            seen.add(block.id)
