"""Each rule of a gateway is said by a note of its article, and each note says a rule."""

from collections.abc import Iterator

from ..facts.claims import expected
from ..facts.notes import claims_in_notes
from ..files.diagnostics import Diagnostic
from ..files.inline import bound_links
from ..model.prose import NOTES, STILL_TO_WRITE
from ..model.site import Gateway, Page, Site

NAME = "notes"

# A note says the rule in full; these paths say parts of a rule or follow from it.
_PARTS = frozenset({"currencies.codes", "required_fields.fields", "failure.deadline", "interval.yearly_charges"})


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield rules that no note says, and notes that say no rule."""
    for gateway in site.gateways.values():
        for page in gateway.pages.values():
            yield from _check_article(gateway, page)


def _check_article(gateway: Gateway, page: Page) -> Iterator[Diagnostic]:
    said = {link.target for _, link in claims_in_notes(page)}
    heading = next((block for block in page.blocks if block.kind == "heading" and block.id == NOTES), None)
    place = heading.text.at() if heading else page.source.position(page.body)
    for path, reading in expected(gateway.facts.rules).items():
        if path not in said and path not in _PARTS:
            message = f"no note says the rule {path}: {reading} ({gateway.rule_position(path)})"
            yield Diagnostic(
                place, NAME, message, f"under ## … {{#{NOTES}}} write a numbered item with [words](rule:{path})"
            )
    items = [block for block in page.blocks if block.section == NOTES and block.number is not None]
    for number in sorted({block.number for block in items if block.number is not None}):
        own = [block for block in items if block.number == number and block.text != STILL_TO_WRITE]
        if own and not any(link.scheme == "rule" for block in own for link in bound_links(block.text)):
            yield Diagnostic(own[0].text.at(), NAME, f"note {number} says no rule", "bind its fact: [words](rule:…)")
