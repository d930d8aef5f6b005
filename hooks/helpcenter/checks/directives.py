"""[STEPS], [RULES], [CHECKER] and [GATEWAYS] are spelled right and are where they mean something."""

from collections.abc import Iterator

from ..files.diagnostics import Diagnostic, did_you_mean
from ..files.markdown import DIRECTIVES
from ..model.site import Site

NAME = "directives"

_ARTICLE = frozenset({"STEPS", "CHECKER", "RULES"})
"""What an article cannot do without."""


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield unknown and repeated directives, [STEPS] outside a gateway's folder, and articles that lack one."""
    for page in (page for pages in site.pages.values() for page in pages.values()):
        seen: set[str] = set()
        for block in page.blocks:
            if block.kind != "directive":
                continue
            place = block.text.at()
            if block.id not in DIRECTIVES:
                yield Diagnostic(place, NAME, f"no directive {block.text}", did_you_mean(block.id.upper(), DIRECTIVES))
            if block.id == "STEPS" and site.article_of(page.key) is None:
                yield Diagnostic(place, NAME, "[STEPS] outside a gateway's folder", "steps belong to one gateway")
            if block.id in seen:
                yield Diagnostic(place, NAME, f"{block.text} appears twice", "once per page is enough")
            seen.add(block.id)
        for missing in sorted(_ARTICLE - seen if site.gateway_of(page.key) and page.key.endswith("/index") else ()):
            place = page.source.position(page.body)
            yield Diagnostic(place, NAME, f"the article lacks [{missing}]", f"write [{missing}] alone on a line")
