"""The numbered notes of an article: which rules they claim, and in which words."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..files.inline import BoundLink, bound_links, plain
from ..files.markdown import Block
from ..model.prose import NOTES
from ..model.site import Gateway, Page, Site, remembered
from .claims import resolve


@dataclass(frozen=True)
class Quote:
    """A note of an article that says a rule: its number, and all its words."""

    note: int
    words: str


def notes(page: Page) -> Iterator[Block]:
    """Yield the blocks of an article's notes, each with the number of its note."""
    yield from (block for block in page.blocks if block.section == NOTES and block.number is not None)


def claims_in_notes(page: Page) -> Iterator[tuple[int, BoundLink]]:
    """Yield each claim of an article's notes with the number of its note."""
    for block in notes(page):
        assert block.number is not None
        yield from ((block.number, link) for link in bound_links(block.text) if link.scheme == "rule")


@remembered
def quote(site: Site, gateway: Gateway, language: str, rule: str) -> Quote | None:
    """Return the whole note in which a rule is claimed, None where no note says it."""
    page = gateway.pages[language]
    numbers = (
        number for number, link in claims_in_notes(page) if resolve(site, str(link.target), gateway).rule == rule
    )
    number = next(numbers, None)
    if number is None:
        return None
    blocks = [" ".join(plain(block.text).split()) for block in notes(page) if block.number == number]
    return Quote(number, " ".join(blocks))
