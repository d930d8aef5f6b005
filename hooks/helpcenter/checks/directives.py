"""[STEPS], [RULES], [CHECKER], [GATEWAYS], [VOCABULARY] and [RULE path] are spelled right and where they belong."""

from collections.abc import Iterator

from ..facts.claims import set_at
from ..facts.notes import listed_sets
from ..files.diagnostics import Diagnostic, did_you_mean
from ..files.markdown import DIRECTIVES, Block
from ..model.chapters import Chapter
from ..model.site import Page, Site

NAME = "directives"

_CARD = frozenset({"CHECKER", "RULES"})
"""What the page of a gateway cannot do without."""


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield unknown and repeated directives, those out of place, and pages of gateways that lack one."""
    for page in chapter.every_page:
        seen: set[str] = set()
        for block in (block for block in page.blocks if block.kind == "directive"):
            yield from _check_directive(site, page, block)
            if str(block.text) in seen:
                yield Diagnostic(block.text.at(), NAME, f"{block.text} appears twice", "once per page is enough")
            seen |= {str(block.text), block.id}
        gateway = site.gateway_of(page.key) if page.key.endswith("/index") else None
        needed = _CARD | ({"STEPS"} if gateway and gateway.article else set())
        for missing in sorted(needed - seen if gateway else ()):
            place = page.source.position(page.body)
            yield Diagnostic(place, NAME, f"the article lacks [{missing}]", f"write [{missing}] alone on a line")
    for language in site.languages if chapter.gateway else ():
        assert chapter.gateway
        for text, path in listed_sets(chapter.gateway, language):
            if not set_at(site, path, chapter.gateway)[1]:
                yield Diagnostic(text.at(), NAME, f"[RULE {path}] names no set of the rules", _HINT)


_HINT = "name a set and its part, such as [RULE webhook.events]"


def _check_directive(site: Site, page: Page, block: Block) -> Iterator[Diagnostic]:
    place = block.text.at()
    if block.id not in DIRECTIVES:
        yield Diagnostic(place, NAME, f"no directive {block.text}", did_you_mean(block.id.upper(), DIRECTIVES))
    elif block.id == "STEPS" and site.article_of(page.key) is None:
        yield Diagnostic(place, NAME, "[STEPS] outside a gateway's folder", "steps belong to one gateway")
    elif block.id == "RULE":
        if not set_at(site, block.path, site.gateway_of(page.key))[1]:
            yield Diagnostic(place, NAME, f"{block.text} names no set of the rules", _HINT)
    elif block.path:
        yield Diagnostic(place, NAME, f"[{block.id}] takes nothing else", f"write [{block.id}]")
