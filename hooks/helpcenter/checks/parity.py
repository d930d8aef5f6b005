"""The languages of a page say the same: headings, numbered items, links, claims, labels and placeholders."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..claims import resolve
from ..diagnostics import Diagnostic, Position
from ..markdown import bound_links
from ..prose import Prose, prose
from ..site import Block, BoundLink, Page, Site
from ..source import Text
from .labels import forms
from .links import Targets

NAME = "parity"

_LINK = re.compile(r"\]\(([^()\s]*)\)")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what one language of a unit has and another lacks, in the file of the one that lacks it."""
    compare = _Comparison(site)
    for pages in site.pages.values():
        yield from compare.compare_pages(pages)
    units: dict[tuple[str, str], dict[str, Prose]] = {}
    for unit in prose(site):
        if unit.text.source.name.endswith(".yml"):
            units.setdefault((unit.unit, unit.kind), {})[unit.language] = unit
    for texts in units.values():
        yield from _compare(
            {language: {"": compare.parts(unit.text, unit.page)} for language, unit in texts.items()},
            {language: {"": unit.text.at()} for language, unit in texts.items()},
        )


class _Comparison:
    """Counts what must be the same in every language."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._targets = Targets(site)

    def parts(self, text: Text, page: str) -> Counter[str]:
        """Count the targets of links, and placeholders."""
        # Targets that do not exist are reported where they stand, and are no difference between languages.
        links = [target for target in _LINK.findall(text) if not self._targets.problem(page, target)]
        unknown = {f"{link.scheme}:{link.target}" for link in bound_links(text) if not self._exists(link, page)}
        return Counter([*(target for target in links if target not in unknown), *_PLACEHOLDER.findall(text)])

    def _exists(self, link: BoundLink, page: str) -> bool:
        if link.scheme == "rule":
            return resolve(self._site, link.target, self._site.gateway_of(page)).reading is not None
        return link.scheme == "contact" or forms(self._site, link, self._site.languages[0]) is not None

    def compare_pages(self, pages: Mapping[str, Page]) -> Iterator[Diagnostic]:
        """Yield the differences of a page's languages, block by block where a section is built alike in all of them."""
        sections = {language: _sections(page) for language, page in pages.items()}
        shapes = {language: {id_: _shape(blocks) for id_, blocks in own.items()} for language, own in sections.items()}
        places = {language: _places(page) for language, page in pages.items()}
        yield from _compare(shapes, places)
        for id_ in set.intersection(*(set(own) for own in sections.values())):
            alike = len({tuple(block.kind for block in own[id_]) for own in sections.values()}) == 1
            if alike:
                for blocks in zip(*(own[id_] for own in sections.values()), strict=True):
                    yield from self._compare_blocks(dict(zip(pages.values(), blocks, strict=True)))
            else:
                parts = {page.language: self._parts_of(sections[page.language][id_], page) for page in pages.values()}
                yield from _compare({language: {id_: counted} for language, counted in parts.items()}, places)

    def _compare_blocks(self, blocks: Mapping[Page, Block]) -> Iterator[Diagnostic]:
        yield from _compare(
            {page.language: {"": self._parts_of([block], page)} for page, block in blocks.items()},
            {page.language: {"": block.text.at()} for page, block in blocks.items()},
        )

    def _parts_of(self, blocks: Sequence[Block], page: Page) -> Counter[str]:
        prose_blocks = (block for block in blocks if block.kind != "code")
        return sum((self.parts(block.text, page.key) for block in prose_blocks), Counter[str]())


def _sections(page: Page) -> Mapping[str, list[Block]]:
    """Return the blocks of each section by the id of its heading, the heading first; "" is the introduction."""
    sections: dict[str, list[Block]] = {"": []}
    for block in page.blocks:
        sections.setdefault(block.id if block.kind == "heading" else block.section, []).append(block)
    return sections


def _shape(blocks: Sequence[Block]) -> Counter[str]:
    """Count a section's blocks by their kinds, headings and directives by what they are."""
    names = {"heading": "heading of level {level} {{#{id}}}", "directive": "[{id}]"}
    return Counter(names.get(block.kind, block.kind).format(level=block.level, id=block.id) for block in blocks)


def _places(page: Page) -> Mapping[str, Position]:
    places = {"": page.source.position(page.body)}
    for block in page.blocks:
        if block.kind == "heading":
            places[block.id] = block.text.at()
    return places


def _compare(
    parts: Mapping[str, Mapping[str, Counter[str]]], places: Mapping[str, Mapping[str, Position]]
) -> Iterator[Diagnostic]:
    for language, sections in parts.items():
        for other, other_sections in parts.items():
            for section, wanted in other_sections.items():
                missing = wanted - sections.get(section, Counter())
                if other != language and missing:
                    place = places[language].get(section, places[language][""])
                    what = ", ".join(f"{part} ({count} more)" if count > 1 else part for part, count in missing.items())
                    hint = f"compare with {places[other][section]}"
                    yield Diagnostic(
                        place, NAME, f"the language '{other}' has here what '{language}' lacks: {what}", hint
                    )
