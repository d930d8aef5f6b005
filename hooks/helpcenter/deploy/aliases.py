"""What people type and what it stands for: words of the pages, a page itself, or a topic that no page covers."""

from collections.abc import Container, Iterator
from itertools import product
from typing import Literal

from ..facts.words import CODES
from ..facts.words import words_of as named
from ..language.words import words_of
from ..model.documents import Term
from ..model.site import Site

Meaning = tuple[Literal["words", "gateways", "pages", "topics"], str]
"""Words as they stand on pages, the address of a gateway's page or of another, or a topic's id."""


def aliases(site: Site, language: str, known: Container[str]) -> list[tuple[list[str], dict[str, list[str]]]]:
    """Return phrases, each with all that it stands for in a language. `known` are the words that its pages have."""
    found: dict[tuple[str, ...], dict[str, list[str]]] = {}
    for phrase, (kind, value) in _meanings(site, language):
        words = tuple(word.lower() for word in words_of(phrase))
        if not words or (kind == "words" and not _are_known(value, known)):
            continue
        values = found.setdefault(words, {}).setdefault(kind, [])
        if value not in values:
            values.append(value)
    return [(list(words), meaning) for words, meaning in sorted(found.items())]


def _are_known(text: str, known: Container[str]) -> bool:
    words = words_of(text)
    return bool(words) and all(word.lower() in known for word in words)


def _meanings(site: Site, language: str) -> Iterator[tuple[str, Meaning]]:
    for gateway in site.gateways.values():
        name = str(gateway.file.name)
        address = site.address(f"gateways/{gateway.id}/index", language)
        for phrase in (name, "".join(name.split()), *map(str, gateway.file.wrong_names)):
            yield from ((phrase, ("words", name)), (phrase, ("gateways", address)))
    for key, pages in site.pages.items():
        for phrase in (alias for page in pages.values() for alias in page.meta.aliases):
            yield str(phrase), ("pages", site.address(key, language))
    yield from ((phrase, ("words", name)) for phrase, name in _countries_and_currencies(site, language))
    for term in (*site.terms.labels.values(), *site.terms.fields.values(), *site.terms.words.values()):
        target = str(term.text[language])
        yield from ((phrase, ("words", target)) for phrase in _phrases(term) if phrase != target or " " in phrase)
    for id_, topic in site.not_covered.topics.items() if site.not_covered else ():
        on_pages = topic.words.get(language, ())[:1]  # docs/not-covered.yml says so
        for phrase in (word for by_language in topic.words.values() for word in by_language):
            yield str(phrase), ("topics", id_)
            yield from ((str(phrase), ("words", str(one))) for one in on_pages)


def _countries_and_currencies(site: Site, language: str) -> Iterator[tuple[str, str]]:
    """Yield what countries and currencies are called in every language, with all that they are called in this one."""
    for kind, one in product(CODES, site.languages):
        own = named(site, language).names(kind)
        for id_, names in named(site, one).names(kind).items():
            spoken = site.typed.currencies.get(id_, {}).get(one, ()) if kind == "currency" else ()
            yield from ((str(name), str(target)) for name in (*names, *spoken) for target in own[id_] if name != target)


def _phrases(term: Term) -> list[str]:
    lists = (term.also, term.forbidden, term.aliases)
    others = [str(phrase) for forms in lists for by_language in forms.values() for phrase in by_language]
    return [*map(str, term.text.values()), *others]
