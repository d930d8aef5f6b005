"""Bound links and foreign words of a text become HTML; the Markdown around them stays as it is."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment
from markdown_it import MarkdownIt
from markupsafe import Markup

from .checks.labels import forms
from .claims import resolve
from .markdown import bound_links, visible
from .model import Section
from .site import BoundLink, Gateway, Site
from .source import Text
from .words import script_of

_LATIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9.'’\s-]*[A-Za-z0-9])?")
_markdown = MarkdownIt("commonmark", {"html": True})


@dataclass(frozen=True)
class Place:
    """Where a text stands: its gateway decides what a rule's path means, its section which callouts are in view."""

    language: str
    gateway: Gateway | None = None
    section: Section | None = None


Replacement = tuple[int, int, Markup]
"""Start and end of a stretch of text, and the HTML that takes its place."""


class Inliner:
    """Renders the inside of texts."""

    def __init__(self, site: Site, environment: Environment) -> None:
        """Use the site's glossary and rules, and the template `components/bound.html`."""
        self._site = site
        self._template = environment.get_template("components/bound.html")

    def replacements(self, text: Text, place: Place) -> Iterator[Replacement]:
        """Yield what becomes HTML, in order: bound links, and Latin words on a page of another script."""
        found = [(link.offset, link.offset + link.length, self._bound(link, place)) for link in bound_links(text)]
        if script_of(place.language) != "LATIN":
            without_links = visible(text, hide=("rule", "ui", "term", "contact"))
            found += [(match.start(), match.end(), _marked(match[0])) for match in _LATIN.finditer(without_links)]
        yield from sorted(found)

    def html(self, text: Text, place: Place) -> Markup:
        """Return a step's or title's text as HTML; tags that a writer typed are shown, not obeyed."""
        return Markup(_markdown.renderInline(self.markdown(text, place)))  # escaped by `markdown`

    def markdown(self, text: Text, place: Place) -> str:
        """Return a text as Markdown in which only our own HTML is HTML."""
        pieces, end = [], 0
        for start, next_end, replacement in self.replacements(text, place):
            pieces += [html.escape(text[end:start], quote=False), str(replacement)]
            end = next_end
        return "".join([*pieces, html.escape(text[end:], quote=False)])

    def words(self, words: str, language: str) -> Markup:
        """Return words without Markdown, the foreign ones marked."""
        return Markup.escape(words) if script_of(language) == "LATIN" else _foreign_marked(words)

    def _bound(self, link: BoundLink, place: Place) -> Markup:
        values = {
            "scheme": link.scheme,
            "words": self.words(link.words, place.language),
            "value": self._value(link, place),
            "number": self._callout(link, place),
            "on_screen": self._on_screen(link),
            "href": place.gateway.facts.contact_form if place.gateway and link.scheme == "contact" else None,
            "picture": self._site.messages.site["callout"][place.language],
        }
        return Markup(self._template.render(values).strip())  # from an escaping template

    def _value(self, link: BoundLink, place: Place) -> str:
        if link.scheme != "rule":
            return ""
        return str(resolve(self._site, link.target, place.gateway).reading)

    @staticmethod
    def _callout(link: BoundLink, place: Place) -> int | None:
        if link.scheme != "ui" or not (place.gateway and place.section):
            return None
        return place.gateway.callout(place.section, link.target)

    def _on_screen(self, link: BoundLink) -> str | None:
        """Return the English label where the reader's screen may show it instead."""
        english = forms(self._site, link, "en") if link.scheme == "ui" and "en" in self._site.languages else None
        return english[0] if english and english[0] != link.words else None


@lru_cache(maxsize=4096, typed=True)  # every page says the same; of Markup nothing is escaped
def _foreign_marked(words: str) -> Markup:
    pieces, end = [], 0
    for match in _LATIN.finditer(words):
        pieces += [Markup.escape(words[end : match.start()]), _marked(match[0])]
        end = match.end()
    return Markup("").join([*pieces, Markup.escape(words[end:])])


def _marked(words: str) -> Markup:
    return Markup('<span lang="en">{}</span>').format(words)
