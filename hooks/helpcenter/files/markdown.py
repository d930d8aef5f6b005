"""Markdown pages as blocks with places, and the bound links in any text."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ..model.site import Block, BoundLink
from .source import Source, Text

BOUND_SCHEMES = ("rule", "ui", "term", "contact")
DIRECTIVES = ("STEPS", "RULES", "CHECKER", "GATEWAYS", "CHECKS", "VOCABULARY")

_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_HEADING_ID = re.compile(r"\s*\{#([^}]*)\}\s*$")
_DIRECTIVE = re.compile(r"\[([A-Za-z]+)\]")
BOUND_LINK = re.compile(rf"\[([^\[\]]+)\]\(({'|'.join(BOUND_SCHEMES)}):([^()\s]*)\)")
_CODE = re.compile(r"`[^`]*`")
_FENCE = re.compile(r"^(```+|~~~+)[^\n`]*\n.*?^\1[ ]*$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")
_MARKS = re.compile(r"[`*]")
_HIDDEN = re.compile(r"`[^`]*`|\]\([^)]*\)|\{[#:][^}]*\}|\{[a-z_]+\}|https?://\S+|<[^>]*>")
_MAY_HIDE = re.compile(r"[`{<]|\]\(|://")  # a text without any of these hides nothing

_parser = MarkdownIt("commonmark").enable("table").disable("inline")  # we read what writers typed, not its rendering


def split_front_matter(source: Source) -> tuple[str | None, int]:
    """Return the front matter, blanked so that its characters keep their index, and where the body starts."""
    match = _FRONT_MATTER.match(source.content)
    return (f"   \n{match[1]}", match.end()) if match else (None, 0)


def bound_links(text: Text) -> Iterator[BoundLink]:
    """Yield the bound links of a text, code left aside."""
    if "](" not in text:
        return
    without_code = _CODE.sub(lambda code: "\0" * len(code[0]), text)
    for match in BOUND_LINK.finditer(without_code):
        yield BoundLink(match[1], match[2], match[3], text, match.start(), match.end() - match.start())


def visible(text: str, hide: tuple[str, ...] = ()) -> str:
    """Return the text with all that readers do not see as words blanked out, each character in its place.

    Code, link targets, attributes, placeholders and tags go, and the words of bound links whose scheme is in `hide`.
    """
    if not _MAY_HIDE.search(text):
        return str(text)
    text = _CODE.sub(_blank, text)
    text = BOUND_LINK.sub(lambda match: _blank(match) if match[2] in hide else match[0], text)
    return _HIDDEN.sub(_blank, text)


def plain(text: str) -> str:
    """Return a title's or a step's words alone: of links their words, and no marks of code or emphasis."""
    return _MARKS.sub("", _LINK.sub(lambda match: match[1], text))


def without_code(text: str) -> str:
    """Return a page's text with code blanked out as strictly as possible: where renderers differ, it is no code."""
    if "`" not in text and "~~~" not in text:
        return text
    text = _FENCE.sub(_blank, text)
    text = text.replace("\\`", "  ")
    return re.sub(r"`[^`\n]*`", _blank, text)


def _blank(match: re.Match[str]) -> str:
    return "\n".join(" " * len(line) for line in match[0].split("\n"))


def blocks(source: Source, body: int) -> tuple[Block, ...]:
    """Return the blocks of a page whose body starts at the index `body`."""
    blank_lines = "\n" * source.content.count("\n", 0, body)
    tokens = _parser.parse(blank_lines + source.content[body:])
    return tuple(_blocks(source, tokens))


def _blocks(source: Source, tokens: list[Token]) -> Iterator[Block]:
    section, lists, number, cursor = "", 0, None, 0
    line_starts = source.line_starts
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists -= 1
            number = number if lists else None
        elif token.type == "list_item_open" and lists == 1:
            number = int(token.info) if token.info else None
        elif token.type in ("fence", "code_block") and token.map:
            start = line_starts[token.map[0]]
            code = Text(token.content, source, start)
            yield Block("code", Text("", source, start), section, number=number, code=code)
        elif token.type == "inline" and before and token.content:
            # Cells of a row share its line, so each search goes on where the last one ended.
            cursor = max(cursor, line_starts[token.map[0]] if token.map else 0)
            first_line = token.content.split("\n")[0]
            cursor = max(cursor, source.content.find(first_line, cursor))
            text = Text(token.content, source, cursor)
            cursor += len(first_line)
            block = _block(before, text, section, number, token.level // 2 if lists else 0)
            section = block.id if block.kind == "heading" else section
            yield block


def _block(before: Token, text: Text, section: str, number: int | None, depth: int) -> Block:
    if before.type == "heading_open":
        match = _HEADING_ID.search(text)
        words = text[: match.start()] if match else str(text)
        id_ = match[1] if match else ""
        return Block("heading", Text(words, text.source, text.start), id_, int(before.tag[1:]), id_)
    if before.type in ("th_open", "td_open"):
        return Block("cell", text, section)
    directive = _DIRECTIVE.fullmatch(text)
    if directive:
        return Block("directive", text, section, id=directive[1])
    return Block("item" if depth else "paragraph", text, section, number=number, depth=depth)
