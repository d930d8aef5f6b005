"""Bound links and foreign words of a text become HTML; the Markdown around them stays as it is."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from jinja2 import Environment
from markdown_it import MarkdownIt
from markupsafe import Markup

from ..facts.claims import resolve
from ..files.markdown import bound_links, visible
from ..files.source import Text
from ..language.words import script_of
from ..model.site import BoundLink, Gateway, Site
from ..pictures.onscreen import Form, label_forms

_LATIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9.'’\s-]*[A-Za-z0-9])?")
FOREIGN = "en"
"""The language of Latin words on a page of another script."""
_markdown = MarkdownIt("commonmark", {"html": True})


@dataclass(frozen=True)
class Place:
    """Where a text stands: its gateway decides what a rule's path means; `numbers` are those of labels in view."""

    language: str
    gateway: Gateway | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)


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

    @staticmethod
    def pieces(words: str, language: str) -> list[tuple[str, str]]:
        """Return words in pieces, each with the language that it is in if that is not the page's."""
        return [(words, "")] if script_of(language) == "LATIN" else list(_pieces(words))

    def _bound(self, link: BoundLink, place: Place) -> Markup:
        values = {
            "scheme": link.scheme,
            "words": self.words(link.words, place.language),
            "value": self._value(link, place),
            "forms": self._forms(link, place.language),
            "number": place.numbers.get(link.target) if link.scheme == "ui" else None,
            "href": place.gateway.facts.contact_form if place.gateway and link.scheme == "contact" else None,
            "picture": self._site.messages.site["callout"][place.language],
        }
        return Markup(self._template.render(values).strip())  # from an escaping template

    def _value(self, link: BoundLink, place: Place) -> str:
        if link.scheme != "rule":
            return ""
        return str(resolve(self._site, link.target, place.gateway).reading)

    def _forms(self, link: BoundLink, language: str) -> list[tuple[str, Markup]]:
        """Return a label in the forms that the reader's screen may show."""
        shown: tuple[Form, ...] = ()
        if link.scheme == "ui":
            shown = label_forms(self._site, link.target, language, link.words)
        return [(form.language, self.words(form.words, form.language)) for form in shown]


def _pieces(words: str) -> Iterator[tuple[str, str]]:
    end = 0
    for match in _LATIN.finditer(words):
        yield from [(words[end : match.start()], "")] if match.start() > end else []
        yield match[0], FOREIGN
        end = match.end()
    yield from [(words[end:], "")] if end < len(words) else []


@lru_cache(maxsize=4096, typed=True)  # every page says the same; of Markup nothing is escaped
def _foreign_marked(words: str) -> Markup:
    return Markup("").join(_marked(piece) if other else Markup.escape(piece) for piece, other in _pieces(words))


def _marked(words: str) -> Markup:
    return Markup('<span lang="{}">{}</span>').format(FOREIGN, words)
