"""The inside of a text: Markdown of one paragraph, title or step, as tokens that know where they are in the text.

The same tokens are read by the checks and rendered into pages. Markdown is CommonMark, without raw HTML; a few tags for
which Markdown has no marks are tokens of their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, image, link
from markdown_it.token import Token

from .bounds import excess
from .diagnostics import Position
from .source import Text

BOUND_SCHEMES = ("rule", "ui", "term", "contact")
"""Schemes of links whose words must be true; all other links lead to pages."""
_BOUND = re.compile(rf"({'|'.join(BOUND_SCHEMES)}):(.*)", re.DOTALL)
_TAG = re.compile(r'<(?:br|/?kbd|span lang="[a-z]{2,3}"|/span)>')  # those of `allowed.TAGS`
_MARKS = re.compile(r"[\\`*_\[\]<>&!\n]")  # a text without any of these is all words
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_ADDRESS = re.compile(r"https?://\S+")
_READ = ("text", "text_special")


@dataclass(frozen=True)
class BoundLink:
    """`[words](scheme:target)`: words that must be true, from `offset` to before `offset + length` of its text."""

    words: str
    scheme: str
    target: str
    text: Text
    offset: int
    length: int

    @property
    def position(self) -> Position:
        """Return where its first word is."""
        return self.text.at(self.offset + 1)


@dataclass(frozen=True)
class Link:
    """A link or image: what it leads to, and where that begins and the whole ends in its text."""

    target: str
    offset: int
    end: int
    is_image: bool = False


def _tag(state: StateInline, silent: bool) -> bool:
    match = _TAG.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("tag", "", 0)  # no nesting: whether tags are balanced is a check, not a matter of parsing
        token.content = match[0]
    state.pos = match.end()
    return True


def _ending(rule: object, state: StateInline, silent: bool) -> bool:
    """Run a rule of links or images and note on its last token where the link ends: the parser keeps no places."""
    is_found: bool = rule(state, silent)  # type: ignore[operator]  # a rule of the parser
    if is_found and not silent:
        state.tokens[-1].meta["end"] = state.pos
    return is_found


class _Parser(MarkdownIt):
    """CommonMark. Targets stay as they were written: the check `links` judges them, and says what is wrong with one."""

    def __init__(self) -> None:
        super().__init__("commonmark", {"html": False})
        for name, rule in (("link", link), ("image", image), ("autolink", autolink)):
            self.inline.ruler.at(name, partial(_ending, rule))
        self.inline.ruler.before("autolink", "tag", _tag)

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002  # the parser's name
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802  # the parser's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  # the parser's name
        return link


_parser = _Parser()


@cache
def inline_tokens(content: str) -> Sequence[Token]:
    """Return the tokens of a text, each with `meta["start"]` and `meta["end"]` in it; nobody changes them.

    The words of a bound link are the children of one token of the type "bound".
    """
    if not _MARKS.search(content) or excess(content):  # the latter is refused, and not parsed
        return (Token("text", "", 0, content=content, meta={"start": 0, "end": len(content)}),) if content else ()
    tokens = list[Token]()
    _parser.inline.parse(content, _parser, {}, tokens)
    _place(tokens, content)
    return tuple(_bound([token for token in tokens if token.type != "text" or token.content]))


def _place(tokens: Sequence[Token], content: str) -> None:
    """Note where each token is. Tokens come in the order of the text; what is between them, no token shows."""
    place = 0
    for token in tokens:
        raw = _raw(token)
        start = content.index(raw, place)
        place = token.meta.get("end", start + len(raw))
        if token.type == "code_inline":  # a space at each end, or a line break, may have gone
            place = content.index(raw, start + len(raw) + len(token.content)) + len(raw)
        token.meta.update(start=start, end=place)


def _raw(token: Token) -> str:
    """Return how a token begins in the text."""
    is_automatic = token.info == "auto"
    begins = {
        "softbreak": "\n",
        "hardbreak": "\n",
        "image": "![",
        "link_open": "<" if is_automatic else "[",
        "link_close": ">" if is_automatic else "]",
    }
    return begins.get(token.type) or (token.content if token.type in ("text", "tag") else token.markup)


def _bound(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the tokens, those of a bound link gathered in one."""
    rest = iter(tokens)
    for token in rest:
        match = _BOUND.fullmatch(str(token.attrGet("href"))) if token.type == "link_open" else None
        if match is None:
            yield token
            continue
        children = list[Token]()
        for child in rest:
            if child.type == "link_close":
                break
            children.append(child)
        meta = {"start": token.meta["start"], "end": child.meta["end"], "scheme": match[1], "target": match[2]}
        yield Token("bound", "", 0, children=children, content=_words(children), meta=meta)


def _words(tokens: Sequence[Token]) -> str:
    breaks = {"softbreak": " ", "hardbreak": " "}
    return "".join(breaks.get(token.type, token.content) for token in tokens if token.type != "tag")


def bound_links(text: Text) -> Iterator[BoundLink]:
    """Yield the bound links of a text."""
    if "](" not in text:
        return
    for token in inline_tokens(str(text)):
        if token.type == "bound":
            start, end = token.meta["start"], token.meta["end"]
            yield BoundLink(token.content, token.meta["scheme"], token.meta["target"], text, start, end - start)


def links(text: str) -> Iterator[Link]:
    """Yield the links and images of a text, bound links among them."""
    href, start = "", 0
    for token in flat(inline_tokens(str(text))):
        end = token.meta["end"]
        if token.type == "link_open":
            href, start = str(token.attrGet("href")), end
        elif token.type == "link_close":
            yield Link(href, start if token.info == "auto" else token.meta["start"] + 2, end)
        elif token.type == "bound":
            yield Link(f"{token.meta['scheme']}:{token.meta['target']}", text.rindex("](", 0, end) + 2, end)
        elif token.type == "image":
            yield Link(str(token.attrGet("src")), text.rindex("](", 0, end) + 2, end, is_image=True)


def flat(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield all tokens, those inside bound links too."""
    for token in tokens:
        yield token
        yield from flat(token.children or ()) if token.type == "bound" else ()


def visible(text: str, hide: tuple[str, ...] = ()) -> str:
    """Return the words that readers see, each character in its place and a space for everything else.

    Code, marks, targets, tags, addresses and placeholders go, and the words of bound links whose scheme is in `hide`.
    """
    return _visible(str(text), hide)


@cache  # several checks go through the same texts
def _visible(text: str, hide: tuple[str, ...]) -> str:
    shown, end = list[str](), 0
    for token in _read(inline_tokens(text), hide):
        start = token.meta["start"]
        shown += [" " * (start - end), token.content]
        end = start + len(token.content)
    return _ADDRESS.sub(_blank, _PLACEHOLDER.sub(_blank, "".join(shown).ljust(len(text))))


def _read(tokens: Sequence[Token], hide: tuple[str, ...]) -> Iterator[Token]:
    """Yield the tokens of words."""
    for token in tokens:
        if token.type == "bound" and token.meta["scheme"] not in hide:
            yield from _read(token.children or (), hide)
        elif token.type in _READ:
            yield token


def in_other_languages(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words of each `<span lang="…">` begin and end."""
    start: int | None = None
    for token in inline_tokens(str(text)):
        if token.type == "tag" and token.content.startswith("<span"):
            start = token.meta["end"]
        elif token.content == "</span>" and start is not None:
            yield start, token.meta["start"]
            start = None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def plain(text: str) -> str:
    """Return a text's words alone: code and links without their marks, no tags."""
    return _words(inline_tokens(str(text)))
