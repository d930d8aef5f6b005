"""The rule types as the writers' guide shows them: what each means, its parts, how it may be said, and an example."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts.claims import judge, resolve
from ..facts.grammar import Grammar, grammar_of
from ..files.inline import bound_links
from ..model.chapters import prose
from ..model.memory import remembered
from ..model.site import Site
from ..model.vocabulary import Part


@dataclass(frozen=True)
class Way:
    """A pattern in one language, and whether it is written or only read."""

    language: str
    pattern: str
    is_written: bool


@dataclass(frozen=True)
class TypeSection:
    """A rule type: its id, name and meaning, each part with what it holds, its ways, and a claim from an article."""

    id: str
    name: str
    meaning: str
    parts: tuple[tuple[str, str], ...]
    ways: tuple[Way, ...]
    example: str


def type_sections(site: Site, language: str) -> list[TypeSection]:
    """Return the sections of all rule types."""
    examples = _examples(site, language)
    return [
        TypeSection(
            id=rule,
            name=str(one.name[language]),
            meaning=str(one.meaning[language]),
            parts=tuple((name, _holds(part)) for name, part in one.parts.items()),
            ways=tuple(way for spoken in site.languages for way in _ways(grammar_of(one, site.shared, spoken), spoken)),
            example=examples.get(rule, ""),
        )
        for rule, one in site.vocabulary.items()
    ]


def _holds(part: Part) -> str:
    """Return what a part holds, as a writer writes it."""
    if part.choice:
        items = ", ".join(map(str, part.choice))
        return f"[{items}]" if part.set else items.replace(", ", " | ")
    return f"[{part.set} …]" if part.set else str(part.kind).replace("_", "/")


def _ways(grammar: Grammar, language: str) -> Iterator[Way]:
    written = {pattern.text for pattern in grammar.said}
    for pattern in grammar.patterns:
        if "decided" not in pattern.parts:
            yield Way(language, pattern.text, pattern.text in written)


@remembered
def _examples(site: Site, language: str) -> dict[str, str]:
    """Return for each rule type the first claim of it on a page."""
    found: dict[str, str] = {}
    for text in prose(site):
        for link in bound_links(text.text) if text.language == language else ():
            target = resolve(site, str(link.target), text.gateway) if link.scheme == "rule" else None
            if target and target.exists and judge(site, language, target, link.words).judgement == "true":
                found.setdefault(target.rule, link.words)
    return found
