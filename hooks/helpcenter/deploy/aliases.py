"""What people type and what it stands for: words of the pages, a page itself, or a topic that no page covers."""

from collections.abc import Container, Iterator
from typing import Literal

from ..language.sounds import sound_entry
from ..language.words import words_of
from ..model.documents import Term
from ..model.site import Site

Meaning = tuple[Literal["words", "pages", "topics"], str]
"""Words as they stand on pages, a page's address, or a topic's id."""


def aliases(site: Site, language: str, known: Container[str]) -> list[tuple[list[str], dict[str, list[str]]]]:
    """Return phrases, each with all that it stands for in a language. `known` are the words that its pages have."""
    found: dict[tuple[str, ...], dict[str, list[str]]] = {}
    for phrase, (kind, value) in _meanings(site, language):
        words = tuple(word.lower() for word in words_of(phrase))
        if not words or (kind == "words" and not all(word.lower() in known for word in words_of(value))):
            continue
        values = found.setdefault(words, {}).setdefault(kind, [])
        if value not in values:
            values.append(value)
    return [([sound_entry(word) for word in words], meaning) for words, meaning in sorted(found.items())]


def _meanings(site: Site, language: str) -> Iterator[tuple[str, Meaning]]:
    for gateway in site.gateways.values():
        name = str(gateway.file.name)
        address = site.address(f"gateways/{gateway.id}/index", language)
        for phrase in (name, "".join(name.split()), *map(str, gateway.file.wrong_names)):
            yield from ((phrase, ("words", name)), (phrase, ("pages", address)))
    for key, pages in site.pages.items():
        for phrase in (alias for page in pages.values() for alias in page.meta.aliases):
            yield str(phrase), ("pages", site.address(key, language))
    for term in (*site.terms.labels.values(), *site.terms.fields.values(), *site.terms.words.values()):
        target = str(term.text[language])
        yield from ((phrase, ("words", target)) for phrase in _phrases(term) if phrase != target)
    for id_, topic in site.not_covered.topics.items() if site.not_covered else ():
        for phrase in (word for by_language in topic.words.values() for word in by_language):
            yield str(phrase), ("topics", id_)


def _phrases(term: Term) -> list[str]:
    lists = (term.also, term.forbidden, term.aliases)
    others = [str(phrase) for forms in lists for by_language in forms.values() for phrase in by_language]
    return [*map(str, term.text.values()), *others]
