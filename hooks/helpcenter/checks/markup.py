"""Pages are plain Markdown: what is not in the one list of what they may contain is refused at its line."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from ..files.allowed import DEEPEST, ELEMENTS, TAGS
from ..files.diagnostics import Diagnostic
from ..files.inline import flat, inline_tokens
from ..files.source import Text
from ..language.words import is_word_character
from ..model.chapters import Chapter
from ..model.prose import Prose
from ..model.site import Page, Site

NAME = "markup"

_PLAIN = ("message", "screen")
"""Kinds of texts that are shown as they are typed."""
_HINTS = {
    "hr": ("a horizontal rule", "begin a section with a heading instead"),
    "code_block": ("code by its indent", "put it between lines of ```, or indent the list below its number"),
}
_TAG_HINT = f"write Markdown; allowed tags are {', '.join(TAGS[:-1])} and span with lang; show others as code"
_TAG = re.compile(r"<[a-zA-Z/!?][^>\n]*>?")
_ATTRIBUTES = re.compile(r"\{:?[^{}\n]*[.#=:][^{}\n]*\}")
_LEFT = re.compile(r"\*+|_+|`+|\]\(")
_GLUED_HEADING = re.compile(r"#{1,6}[^#\s]")
_APART = re.compile(r"\[[^\[\]\n]+\](?:\[|:)")
_BAR = re.compile(r"(?<!\\)\|")
_MARKS = ("em_open", "strong_open", "em_close", "strong_close", "tag")
_PAIRS = {"<kbd>": "</kbd>", "<span": "</span>"}


def check(_site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield what pages may not contain: elements, attributes, tags, marks that mark nothing, deep nesting."""
    for page in chapter.every_page:
        yield from _check_page(page)
    for unit in chapter.prose:
        yield from _check_text(unit)


def _check_page(page: Page) -> Iterator[Diagnostic]:
    for token in page.content.tokens:
        if token.nesting >= 0 and token.map and token.tag:
            yield from _check_block(page, token)
    yield from _check_rows(page)
    for block in page.blocks:
        if block.depth > DEEPEST:
            message = f"nested deeper than {DEEPEST} levels"
            yield Diagnostic(block.text.at(), NAME, message, "no reader follows this; make it flat")
        if block.kind == "paragraph" and _GLUED_HEADING.match(block.text):
            hint = "write '## Words {#id}'"
            yield Diagnostic(block.text.at(), NAME, "a space is missing after the # of a heading", hint)


def _check_block(page: Page, token: Token) -> Iterator[Diagnostic]:
    assert token.map is not None
    first, end = token.map
    place = page.source.position(page.source.line_starts[first])
    if token.type in _HINTS:
        yield Diagnostic(place, NAME, f"{_HINTS[token.type][0]} is not allowed", _HINTS[token.type][1])
    elif token.type == "heading_open" and not token.markup.startswith("#"):
        yield Diagnostic(place, NAME, "a heading underlined", "write '## Words {#id}'")
    elif token.type == "fence" and not _closes(token, page.source.content.split("\n")[end - 1]):
        yield Diagnostic(place, NAME, "a code fence that is never closed", f"close it: {token.markup}")


def _closes(fence: Token, line: str) -> bool:
    return line.strip(" >").startswith(fence.markup)


def _check_rows(page: Page) -> Iterator[Diagnostic]:
    """Yield aligned columns, and rows with more cells than columns: Markdown leaves out what is too much."""
    lines, columns, place = page.source.content.split("\n"), 0, page.source.position(page.body)
    for token in page.content.tokens:
        columns = 0 if token.type == "table_open" else columns + (token.type == "th_open")
        if token.type == "th_open" and token.attrs:
            yield Diagnostic(place, NAME, "columns of a table are not aligned here", "write --- below each heading")
        elif token.type == "tr_open" and token.map:
            place = page.source.position(page.source.line_starts[token.map[0]])
            cells = len(_BAR.split(lines[token.map[0]].strip().strip("|")))
            if 0 < columns < cells:
                hint = "write \\| for a bar inside a cell, in code too"
                yield Diagnostic(place, NAME, f"{cells} cells in a table of {columns} columns", hint)


def _check_text(unit: Prose) -> Iterator[Diagnostic]:
    tokens = inline_tokens(str(unit.text))
    if unit.kind in _PLAIN or unit.unit.endswith("#description"):
        for token in tokens:
            if token.type not in ("text", "softbreak"):
                words = str(unit.text)[token.meta["start"] : token.meta["end"]]
                message = f"'{words}' is shown as it is typed here"
                yield Diagnostic(unit.text.at(token.meta["start"]), NAME, message, "write words only")
    yield from _check_balance(unit.text, tokens)
    for token in flat(tokens):
        yield from _check_inline(unit.text, token)


def _check_inline(text: Text, token: Token) -> Iterator[Diagnostic]:
    start, end = token.meta["start"], token.meta["end"]
    if token.type == "text_special" and token.info == "entity":
        hint = f"write '{token.content}' itself" if token.content.isprintable() else "remove it: nobody sees it"
        yield Diagnostic(text.at(start), NAME, f"the entity '{token.markup}'", hint)
    elif token.type in _MARKS and token.content != "<br>" and _is_inside_word(text, start, end):
        message = f"'{text[start:end]}' inside a word"
        yield Diagnostic(text.at(start), NAME, message, "mark whole words")
    elif set(map(str, token.attrs)) - ELEMENTS.get(token.tag, frozenset()):
        yield Diagnostic(text.at(start), NAME, "a title of a link or picture", "write [words](target)")
    elif token.type == "text":
        yield from _check_words(text, token.content, start)


def _is_inside_word(text: Text, start: int, end: int) -> bool:
    around = (text[start - 1 : start], text[end : end + 1])
    return all(character and is_word_character(character) for character in around)


def _check_words(text: Text, words: str, start: int) -> Iterator[Diagnostic]:
    for match in _TAG.finditer(words):
        shown = match[0] if len(match[0]) <= 40 else f"{match[0][:40]}…"
        yield Diagnostic(text.at(start + match.start()), NAME, f"the tag '{shown}' is not allowed", _TAG_HINT)
    for match in _APART.finditer(words):
        place = text.at(start + match.start())
        yield Diagnostic(place, NAME, "a link's target apart from the link", "write it in place: [words](target)")
    for match in _ATTRIBUTES.finditer(words):
        hint = "only a heading's {#id} may be here"
        yield Diagnostic(text.at(start + match.start()), NAME, f"attributes '{match[0]}'", hint)
    for match in _LEFT.finditer(_TAG.sub(lambda tag: " " * len(tag[0]), words)):
        hint = "close the mark, with a space or punctuation behind it; for the character itself write a \\ before it"
        yield Diagnostic(text.at(start + match.start()), NAME, f"'{match[0]}' marks nothing here", hint)


def _check_balance(text: Text, tokens: Sequence[Token]) -> Iterator[Diagnostic]:
    """Yield tags that are not closed, or closed across the end of something else."""
    opened = list[tuple[str, Token]]()
    for token in tokens:
        if token.type == "tag" and token.content[:5] in _PAIRS:
            opened.append((_PAIRS[token.content[:5]], token))
        elif token.nesting == 1:
            opened.append((token.tag, token))
        elif token.nesting == -1 or token.content.startswith("</"):
            closing = token.content if token.type == "tag" else token.tag
            if opened and opened[-1][0] == closing:
                opened.pop()
            else:
                place = text.at(token.meta["start"])
                yield Diagnostic(
                    place, NAME, f"'{token.content or token.markup}' closes nothing", "open and close in pairs"
                )
        if token.type == "bound":
            yield from _check_balance(text, token.children or ())
    for closing, token in opened:
        if token.type == "tag":
            yield Diagnostic(text.at(token.meta["start"]), NAME, f"'{token.content}' is not closed", f"write {closing}")
