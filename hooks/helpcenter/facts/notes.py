"""The numbered notes of an article: which rules they claim, and in which sentences."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..files.inline import BoundLink, bound_links, plain
from ..model.prose import NOTES
from ..model.site import Gateway, Page, Site

# Which claims a finding rests on, where these are not the rule's own.
_PATHS = {"interval": ("interval.unit", "interval.month")}


@dataclass(frozen=True)
class Quote:
    """What an article's notes say of a rule: the number of the note, and its sentences."""

    note: int
    words: str


def claims_in_notes(page: Page) -> Iterator[tuple[int, BoundLink]]:
    """Yield each claim of an article's notes with the number of its note."""
    for block in page.blocks:
        if block.section == NOTES and block.number is not None:
            yield from ((block.number, link) for link in bound_links(block.text) if link.scheme == "rule")


def quote(site: Site, gateway: Gateway, language: str, rule: str) -> Quote | None:
    """Return the sentences of the article's notes in which a rule is claimed, None where the rule is not stated."""
    paths = (*_PATHS.get(rule, (rule,)), f"provider_decides.{rule.partition('.')[0]}")
    marks = site.lexicon.end_marks[language]
    found = [
        (number, _sentence(link, marks))
        for number, link in claims_in_notes(gateway.pages[language])
        if link.target in paths
    ]
    return Quote(found[0][0], " ".join(dict.fromkeys(words for _, words in found))) if found else None


def _sentence(link: BoundLink, marks: str) -> str:
    """Return the sentence around a claim."""
    text, end = str(link.text), link.offset + link.length
    ends = [
        place + 1 for place, mark in enumerate(text) if mark in marks and text[place + 1 : place + 2] in ("", " ", "\n")
    ]
    first = max((place for place in ends if place <= link.offset), default=0)
    last = min((place for place in ends if place >= end), default=len(text))
    return " ".join(plain(text[first:last]).split())
