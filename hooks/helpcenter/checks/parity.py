"""The languages of a page say the same: headings, numbered items, links, claims, labels and placeholders."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..facts.claims import resolve, values_in
from ..files.diagnostics import Diagnostic, Position
from ..files.inline import BoundLink, bound_links
from ..files.markdown import Block
from ..files.source import Text
from ..model.chapters import Chapter
from ..model.prose import Prose
from ..model.site import Page, Site
from .labels import forms
from .links import problem_of

NAME = "parity"

_LINK = re.compile(r"\]\(([^()\s]*)\)")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield what one language of a unit has and another lacks, in the file of the one that lacks it."""
    compare = _Comparison(site)
    for key, pages in chapter.pages.items():
        yield from compare.compare_pages(key, pages)
    units: dict[tuple[str, str], dict[str, Prose]] = {}
    for unit in chapter.prose:
        if unit.text.source.name.endswith(".yml"):
            units.setdefault((unit.unit, unit.kind), {})[unit.language] = unit
    for texts in units.values():
        page = next(iter(texts.values())).page
        yield from compare.compare_texts(page, {language: unit.text for language, unit in texts.items()})


class _Comparison:
    """Counts what must be the same in every language."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def _parts(self, text: Text, page: str) -> Counter[str]:
        """Count the targets of links, and placeholders."""
        # Targets that do not exist are reported where they are, and are no difference between languages.
        links = [target for target in _LINK.findall(text) if not problem_of(self._site, page, target)]
        unknown = {f"{link.scheme}:{link.target}" for link in bound_links(text) if not self._exists(link, page)}
        return Counter([*(target for target in links if target not in unknown), *_PLACEHOLDER.findall(text)])

    def _values(self, text: Text, page: str, language: str) -> Counter[str]:
        """Count the values in words that say a rule of which the note is all that is known."""
        found = Counter[str]()
        for link in bound_links(text) if "(rule:" in text else ():
            target = resolve(self._site, link.target, self._site.gateway_of(page))
            if any(one.state == "said" for one in target.statements):
                found.update(f"the value {one}" for one in values_in(self._site, language, link.words))
        return found

    def _exists(self, link: BoundLink, page: str) -> bool:
        if link.scheme == "rule":
            return resolve(self._site, link.target, self._site.gateway_of(page)).exists
        gateway = self._site.gateway_of(page)
        return link.scheme == "contact" or forms(self._site, gateway, link, self._site.languages[0]) is not None

    def compare_pages(self, key: str, pages: Mapping[str, Page]) -> Iterator[Diagnostic]:
        """Yield the differences of a page's languages, block by block where a section is built alike in all of them."""
        sections = {language: _sections(page) for language, page in pages.items()}
        shapes = {language: {id_: _shape(blocks) for id_, blocks in own.items()} for language, own in sections.items()}
        places = {language: _places(page) for language, page in pages.items()}
        yield from _compare(shapes, places)
        for id_ in set.intersection(*(set(own) for own in sections.values())):
            alike = len({tuple(block.kind for block in own[id_]) for own in sections.values()}) == 1
            if alike:
                for blocks in zip(*(own[id_] for own in sections.values()), strict=True):
                    yield from self.compare_texts(
                        key, {one: block.text for one, block in zip(pages, blocks, strict=True)}
                    )
            else:
                parts = {language: {id_: self._parts_of(own[id_], key)} for language, own in sections.items()}
                yield from _compare(parts, places)

    def compare_texts(self, page: str, texts: Mapping[str, Text]) -> Iterator[Diagnostic]:
        """Yield the differences of one text in several languages, where it begins."""
        yield from _compare(
            {
                language: {"": self._parts(text, page) + self._values(text, page, language)}
                for language, text in texts.items()
            },
            {language: {"": text.at()} for language, text in texts.items()},
        )

    def _parts_of(self, blocks: Sequence[Block], page: str) -> Counter[str]:
        return sum((self._parts(block.text, page) for block in blocks), Counter[str]())


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
    first, *others = parts.values()
    if all(sections == first for sections in others):
        return
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
