"""What an article says of its gateway's rules: in its numbered notes, and anywhere else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..files.inline import BoundLink, bound_links, plain
from ..files.markdown import Block, split_list
from ..files.source import Text
from ..model.chapters import chapter_of
from ..model.memory import remembered
from ..model.prose import NOTES, is_unwritten
from ..model.rules import Statement
from ..model.site import Gateway, Page, Site
from .claims import parts_said, resolve


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


def claimed(site: Site, gateway: Gateway, language: str) -> Mapping[Statement, frozenset[str]]:
    """Return the statements of a gateway that its article or its steps say, with the parts that they say."""
    said: dict[Statement, frozenset[str]] = {}
    for statement, parts in _claimed(site, gateway, language):
        said[statement] = said.get(statement, frozenset()) | parts
    return said


def listed_sets(gateway: Gateway, language: str) -> Iterator[tuple[Text, str]]:
    """Yield the steps of a gateway that list a set of its rules, with the path of the set."""
    for section in gateway.article.sections if gateway.article else ():
        for step in section.steps:
            path = split_list(step.text[language])[1]
            if path:
                yield step.text[language], path


def _claimed(site: Site, gateway: Gateway, language: str) -> Iterator[tuple[Statement, frozenset[str]]]:
    for unit in chapter_of(site, f"gateways/{gateway.id}").prose:
        if unit.language == language:
            for link in bound_links(unit.text):
                if link.scheme == "rule":
                    target = resolve(site, link.target, gateway)
                    yield from parts_said(site, language, target, link.words)
    blocks = (block for block in gateway.pages[language].blocks if block.kind == "directive")
    paths = [block.path for block in blocks if block.id == "RULE"]
    paths += [path for _, path in listed_sets(gateway, language)]
    for path in paths:
        target = resolve(site, path, gateway)
        yield from ((one, frozenset({target.part})) for one in target.statements)


def waiting(page: Page) -> set[str]:
    """Return the rules of blocks that are still to be written."""
    blocks = (block for block in page.blocks if is_unwritten(block.text))
    return {link.target.split(".")[0] for block in blocks for link in bound_links(block.text) if link.scheme == "rule"}
