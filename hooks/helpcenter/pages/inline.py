"""The inside of a text as HTML: bound links by their template, foreign words marked with their language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from jinja2 import Environment
from markdown_it.token import Token
from markupsafe import Markup

from ..facts.claims import path_of
from ..files.inline import inline_tokens, plain
from ..language.words import script_of
from ..model.site import Gateway, Site, path_from, relative_url
from ..pictures.onscreen import Form, label_forms

_LATIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9.'’\s-]*[A-Za-z0-9])?")
FOREIGN = "en"
"""The language of Latin words on a page of another script."""
_WORDS = ("text", "text_special", "softbreak")


@dataclass(frozen=True)
class Place:
    """Where a text is: on the page `key`, whose gateway decides what a rule's path means.

    `numbers` are those of labels in the picture beside it.
    """

    language: str
    key: str
    gateway: Gateway | None = None
    numbers: Mapping[str, int] = field(default_factory=dict)


class Inliner:
    """Renders the inside of texts."""

    def __init__(self, site: Site, environment: Environment) -> None:
        """Use the site's glossary and rules, and the template `components/bound.html`."""
        self._site = site
        self._template = environment.get_template("components/bound.html")

    def html(self, text: str, place: Place) -> Markup:
        """Return a text as HTML; what a writer typed is shown, not obeyed."""
        return self.render(inline_tokens(str(text)), place)

    def render(self, tokens: Sequence[Token], place: Place) -> Markup:
        """Return the tokens of a text as HTML."""
        return Markup("").join(self._html(token, place) for token in _joined(tokens))

    def words(self, words: str, language: str) -> Markup:
        """Return words without Markdown, the foreign ones marked."""
        return Markup.escape(words) if script_of(language) == "LATIN" else _foreign_marked(words)

    @staticmethod
    def pieces(words: str, language: str) -> list[tuple[str, str]]:
        """Return words in pieces, each with the language that it is in if that is not the page's."""
        return [(words, "")] if script_of(language) == "LATIN" else list(_pieces(words))

    def _html(self, token: Token, place: Place) -> Markup:
        if token.type == "bound":
            return self._bound(token, place)
        if token.type == "link_open":
            return Markup('<a href="{}">').format(self._address(str(token.attrGet("href")), place))
        if token.type == "image":
            source = self._address(str(token.attrGet("src")), place)
            return Markup('<img src="{}" alt="{}">').format(source, plain(token.content))
        if token.type == "code_inline":
            return Markup("<code>{}</code>").format(token.content)
        if token.type == "text":
            is_address = token.info == "auto"
            return Markup.escape(token.content) if is_address else self.words(token.content, place.language)
        if token.type == "tag":
            return Markup(token.content)  # one of the few in `allowed.TAGS`, matched to the character
        return Markup(f"<{'/' if token.nesting < 0 else ''}{token.tag}>")  # em, strong, a, br

    def _address(self, target: str, place: Place) -> str:
        """Return the URL of a link's target: a page of the site in the reader's language, a file, or elsewhere."""
        path, hash_, anchor = target.partition("#")
        if ":" in target or not path:
            return target
        there = path_from(place.key, path)
        key = there.removesuffix(".md")
        if key in self._site.pages:
            return relative_url(place.key, key) + hash_ + anchor
        return self._site.root(place.key, place.language) + there

    def _bound(self, token: Token, place: Place) -> Markup:
        scheme, target = token.meta["scheme"], token.meta["target"]
        home = place.gateway
        values = {
            "scheme": scheme,
            "words": self.render(token.children or (), place),
            "value": path_of(target, home) if scheme == "rule" else "",
            "forms": self._forms(target, place, token.content) if scheme == "ui" else [],
            "number": place.numbers.get(target) if scheme == "ui" else None,
            "href": home.file.contact_form if home and scheme == "contact" else None,
            "picture": self._site.messages.site["callout"][place.language],
        }
        return Markup(self._template.render(values).strip())  # from an escaping template

    def _forms(self, label: str, place: Place, words: str) -> list[tuple[str, Markup]]:
        """Return a label in the forms that the reader's screen may show."""
        shown: tuple[Form, ...] = label_forms(self._site, place.gateway, label, place.language, words)
        return [(language, self.words(form.words, form.language)) for language, form in marked(shown, place.language)]


def marked(forms: Sequence[Form], page: str) -> list[tuple[str, Form]]:
    """Return forms with the language by which each is marked: none where there is no other and it is the page's."""
    return [("" if len(forms) == 1 and form.language == page else form.language, form) for form in forms]


def _joined(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens, words that follow each other in one: a name may go over the end of a line."""
    words = ""
    for index, token in enumerate(tokens):
        is_address = index > 0 and tokens[index - 1].info == "auto"
        if token.type in _WORDS and not is_address:
            words += "\n" if token.type == "softbreak" else token.content
            continue
        if words:
            yield Token("text", "", 0, content=words)
        words = ""
        yield Token("text", "", 0, content=token.content, info="auto") if is_address and token.nesting == 0 else token
    if words:
        yield Token("text", "", 0, content=words)


def _pieces(words: str) -> Iterator[tuple[str, str]]:
    end = 0
    for match in _LATIN.finditer(words):
        yield from [(words[end : match.start()], "")] if match.start() > end else []
        yield match[0], FOREIGN
        end = match.end()
    yield from [(words[end:], "")] if end < len(words) else []


@cache
def _foreign_marked(words: str) -> Markup:
    def marked(piece: str, language: str) -> Markup:
        return Markup('<span lang="{}">{}</span>').format(language, piece) if language else Markup.escape(piece)

    return Markup("").join(marked(*piece) for piece in _pieces(str(words)))
