"""Markdown pages as blocks with places. What is parsed here is what the checks read and what is rendered."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .inline import inline_tokens
from .source import Source, Text

DIRECTIVES = ("STEPS", "RULES", "CHECKER", "GATEWAYS", "VOCABULARY", "RULE", "COPY", "SEARCH", "FIND")
"""What stands for a component, alone on a line in brackets; [RULE webhook.events] has a path too."""

_FRONT_MATTER = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
_HEADING_ID = re.compile(r"\s*\{#([^}]*)\}\s*$")
_DIRECTIVE = re.compile(r"\[([A-Za-z]+)(?: ([^\[\]]+))?\]")

# The inside of blocks is read by `inline_tokens`, where no definition of a target elsewhere is known.
_parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["inline", "reference"])
_LISTED = re.compile(r"\n\[RULE ([^\[\]]+)\]\s*$")


@dataclass(frozen=True)
class Block:
    """A heading, paragraph, list item or table cell of a page, as its writer wrote it; `text` of code is empty.

    `section` is the id of the heading above it, `number` that of the top-level numbered item it belongs to, `depth` the
    lists and quotations around it, `path` what a directive names.
    """

    kind: Literal["heading", "paragraph", "item", "cell", "directive", "code"]
    text: Text
    section: str
    level: int = 0
    id: str = ""
    number: int | None = None
    depth: int = 0
    code: Text | None = None
    path: str = ""


@dataclass(frozen=True)
class Content:
    """A page's body: `tokens` as parsed, and its blocks, each the `meta["block"]` of the token that holds its text."""

    tokens: Sequence[Token]
    blocks: tuple[Block, ...]


def split_list(text: Text) -> tuple[Text, str]:
    """Return a step's words, and the path of the set that its last line, [RULE path], lists; "" where there is none."""
    match = _LISTED.search(text)
    return (Text(text[: match.start()].rstrip(), text.source, text.start), match[1]) if match else (text, "")


def split_front_matter(source: Source) -> tuple[str | None, int]:
    """Return the front matter, blanked so that its characters keep their index, and where the body starts."""
    match = _FRONT_MATTER.match(source.content)
    return (f"   \n{match[1]}", match.end()) if match else (None, 0)


def read_content(source: Source, body: int) -> Content:
    """Return the content of a page whose body starts at the index `body`."""
    blank_lines = "\n" * source.content.count("\n", 0, body)
    tokens = _parser.parse(blank_lines + source.content[body:])
    return Content(tokens, tuple(_blocks(source, tokens)))


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
            token.meta["number"], token.meta["section"] = number, section
        elif token.type in ("fence", "code_block") and token.map:
            start = line_starts[token.map[0]]
            code = Text(token.content, source, start)
            token.meta["block"] = Block("code", Text("", source, start), section, number=number, code=code)
            yield token.meta["block"]
        elif token.type == "inline" and before and token.content:
            # Cells of a row share its line, so each search goes on where the last one ended.
            cursor = max(cursor, line_starts[token.map[0]] if token.map else 0)
            first_line = token.content.split("\n")[0]
            cursor = max(cursor, source.content.find(first_line, cursor))
            text = Text(token.content, source, cursor)
            cursor += len(first_line)
            block = _block(before, text, section, number, token.level // 2 if lists else 0)
            token.meta["block"] = block
            token.children = list(inline_tokens(str(block.text)))
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
        return Block("directive", text, section, id=directive[1], path=directive[2] or "")
    return Block("item" if depth else "paragraph", text, section, number=number, depth=depth)
