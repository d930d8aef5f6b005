"""The languages of a page say the same: headings, numbered items, links, claims, labels and placeholders."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ..claims import resolve
from ..diagnostics import Diagnostic, Position
from ..markdown import bound_links
from ..prose import Prose, prose
from ..site import BoundLink, Page, Site
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
        yield from _compare(
            {language: compare.parts_of_page(page) for language, page in pages.items()},
            {language: _places(page) for language, page in pages.items()},
        )
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

    def parts_of_page(self, page: Page) -> Mapping[str, Counter[str]]:
        """Return the parts of each of a page's sections, by the heading's id; "" is the introduction."""
        sections: dict[str, Counter[str]] = {"": Counter()}
        for block in page.blocks:
            section = sections.setdefault(block.section if block.kind != "heading" else block.id, Counter())
            section.update(self.parts(block.text, page.key))
            if block.kind == "heading":
                section[f"heading of level {block.level} {{#{block.id}}}"] += 1
            elif block.kind == "directive":
                section[f"[{block.id}]"] += 1
            else:
                section[block.kind] += 1
        return sections


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
