"""What a page is made of. Each page is parsed here, once, and all that is computed from pages begins with it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from ..language import words
from ..language.words import words_of
from .kept import Kept, way

Element = tuple[str, tuple[tuple[str, str | None], ...]]
"""The name of an element and its attributes, in the order in which they are written; None is one without a value."""

_INDEXED = "[data-pagefind-body]"
_SEPARATOR = re.compile(r"(?<=\d),(?=\d)")
"""What stands between the digits of 15,000: people type 15000, and the index has both."""
_WAY = way("parsed", (__file__, words.__file__), ["selectolax"])
_UNREAD = "script, style, template, noscript, [data-pagefind-ignore]"


@dataclass(frozen=True)
class Parsed:
    """What the HTML of one page holds; what is inside a `<template>` is left out."""

    elements: frozenset[Element]
    """Each kind of element once, with those that a browser adds: `tbody`, for one."""
    scripts: frozenset[str]
    """The text of its inline scripts: those that have no attribute."""
    styles: frozenset[str]
    """The text of its inline styles."""
    words: frozenset[str]
    """The words that its index has, without capitals."""
    titles: Mapping[str, str]
    """By id, the words of headings that hold an element, which Pagefind leaves out."""

    def as_json(self) -> str:
        """Return it as text, from which `from_json` makes it again."""
        return json.dumps([*map(list, (self.elements, self.scripts, self.styles, self.words)), dict(self.titles)])

    @classmethod
    def from_json(cls, text: str) -> "Parsed":
        """Return what was written by `as_json`."""
        elements, scripts, styles, words, titles = json.loads(text)
        read = frozenset((tag, tuple(map(tuple, attributes))) for tag, attributes in elements)
        return cls(read, frozenset(scripts), frozenset(styles), frozenset(words), titles)


def kept_parsed(html: str, kept: Kept) -> Parsed:
    """Return what a page is made of, found now or by an earlier build."""
    return Parsed.from_json(kept.text(_WAY, html, lambda html: parsed(html).as_json()))


def parsed(html: str, *, is_fragment: bool = False) -> Parsed:
    """Return what a page is made of, or a part of a page."""
    tree = LexborHTMLParser(html, is_fragment=is_fragment)
    root = tree.root
    assert root is not None, "a page has an element"
    elements = frozenset(
        (str(node.tag), tuple(node.attributes.items())) for node in root.traverse() if node.is_element_node
    )
    scripts = frozenset(one.text() for one in tree.css("script") if not one.attributes)
    styles = frozenset(one.text() for one in tree.css("style"))
    for one in tree.css(_UNREAD):
        one.decompose()
    texts = (_SEPARATOR.sub("", one.text(separator=" ").lower()) for one in tree.css(_INDEXED))
    words = frozenset(word for text in texts for word in words_of(text))
    titles = {str(one.id): " ".join(one.text().split()) for one in tree.css("h2[id]:has(*)")}
    return Parsed(elements, scripts, styles, words, titles)
