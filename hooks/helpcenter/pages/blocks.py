"""A page's blocks as HTML: headings with their ids, lists, tables, code; directives and marks by callbacks."""

from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token
from markupsafe import Markup

from ..files.markdown import Block
from ..model.prose import NOTES

_ON_ONE_LINE = ("p", "h2", "h3", "h4", "th", "td")


def blocks_html(
    tokens: Sequence[Token],
    inline: Callable[[Sequence[Token]], Markup],
    directive: Callable[[Block], str],
    below_heading: Callable[[Block], str],
) -> Markup:
    """Return a page's tokens as HTML.

    `inline` renders what is inside a block, `directive` what a directive stands for, and `below_heading` what comes
    between a heading and its section.
    """
    return Markup("").join(Markup(piece) for piece in _pieces(tokens, inline, directive, below_heading))


def _pieces(
    tokens: Sequence[Token],
    inline: Callable[[Sequence[Token]], Markup],
    directive: Callable[[Block], str],
    below_heading: Callable[[Block], str],
) -> Iterator[str]:
    heading: Block | None = None
    for before, token, after in zip([None, *tokens], tokens, [*tokens[1:], None], strict=False):
        block: Block | None = token.meta.get("block")
        own: Block | None = after.meta.get("block") if after else None
        if token.type == "inline" and block:
            yield directive(block) + "\n" if block.kind == "directive" else inline(token.children or ())
        elif token.type == "fence" and block and block.code is not None:
            yield _code(token.info.partition(" ")[0], block.code)
        elif token.hidden or (token.tag == "p" and _is_directive(before if token.nesting < 0 else after)):
            yield ""
        elif token.type == "heading_open" and own:
            heading = own
            yield Markup('<{} id="{}">').format(token.tag, own.id)
        elif token.type == "heading_close" and heading:
            yield f"</{token.tag}>\n{below_heading(heading)}"
        else:
            yield _tag(token)


def _is_directive(token: Token | None) -> bool:
    block: Block | None = token.meta.get("block") if token else None
    return block is not None and block.kind == "directive"


def _tag(token: Token) -> str:
    if token.nesting < 0:
        return f"</{token.tag}>\n"
    attributes = "".join(Markup(' {}="{}"').format(name, value) for name, value in token.attrs.items())
    if token.type == "list_item_open" and token.meta.get("section") == NOTES and token.meta["number"]:
        attributes += f' id="note-{token.meta["number"]}"'
    return f"<{token.tag}{attributes}>" + ("" if token.tag in _ON_ONE_LINE else "\n")


def _code(language: str, code: str) -> Markup:
    name = Markup(' class="language-{}"').format(language) if language else ""
    return Markup("<pre><code{}>{}</code></pre>\n").format(name, str(code))
