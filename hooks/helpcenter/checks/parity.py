"""The languages of a page say the same: headings, numbered items, links, claims, labels and placeholders."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ..diagnostics import Diagnostic, Position
from ..markdown import bound_links
from ..site import Page, Site, prose
from ..source import Text

NAME = "parity"

_LINK = re.compile(r"\]\(([^()\s]*)\)")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield what one language of a unit has and another lacks, in the file of the one that lacks it."""
    for pages in site.pages.values():
        yield from _compare(
            {language: _parts_of_page(page) for language, page in pages.items()},
            {language: _places(page) for language, page in pages.items()},
        )
    units: dict[str, dict[str, Text]] = {}
    for unit in prose(site):
        if unit.kind in ("heading", "step", "step-note", "message", "screen") and unit.text.source.name.endswith(
            ".yml"
        ):
            units.setdefault(unit.unit, {})[unit.language] = unit.text
    for texts in units.values():
        yield from _compare(
            {language: {"": _parts(text)} for language, text in texts.items()},
            {language: {"": text.at()} for language, text in texts.items()},
        )


def _parts(text: Text) -> Counter[str]:
    """Count what must be the same in every language: link targets with their schemes, and placeholders."""
    bound = {link.offset: f"{link.scheme}:{link.target}" for link in bound_links(text)}
    links = [match[1] for match in _LINK.finditer(text)]
    return Counter([*bound.values(), *(link for link in links if link not in bound.values())]) + Counter(
        _PLACEHOLDER.findall(text)
    )


def _parts_of_page(page: Page) -> Mapping[str, Counter[str]]:
    """Return the parts of each of a page's sections, by the heading's id; "" is the introduction."""
    sections: dict[str, Counter[str]] = {"": Counter()}
    for block in page.blocks:
        section = sections.setdefault(block.section if block.kind != "heading" else block.id, Counter())
        section.update(_parts(block.text))
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
