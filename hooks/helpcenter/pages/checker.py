"""The checker's own file in each language: its form and look, what it knows of gateways, and all that it says."""

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import minify

from .page import Renderer
from .published import WORDS_FILE, checker_data, checker_words

_VOID = frozenset({"br", "hr", "input", "link", "meta", "path"})


class _Tree(HTMLParser):
    """A component's HTML as nested lists: name, attributes, then children, which are text or lists."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[list[Any]] = [["", {}]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = [tag, {name: value or "" for name, value in attrs}]
        self.open[-1].append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            node = self.open.pop()
            assert node[0] == tag, f"</{tag}> closes <{node[0]}>"

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.open[-1].append(data)


def tree(html: str) -> list[Any]:
    """Return the one element of a component's HTML as nested lists, of which a script makes elements."""
    parser = _Tree()
    parser.feed(html)
    (whole,) = parser.open
    (element,) = whole[2:]
    return list(element)


def checker_file(renderer: Renderer, articles: Mapping[str, str]) -> dict[str, Any]:
    """Return all that the checker needs in a renderer's language; `articles` gives gateways with their URLs."""
    site, language = renderer.site, renderer.language
    return {
        "form": tree(renderer.checker_form()),
        "gateways": checker_data(site, language, articles),
        "words": checker_words(site, language),
    }


def write_checkers(folder: Path, renderers: Mapping[str, Renderer]) -> None:
    """Write the checker's file of every language below a built site's folder, with articles by their place there."""
    for language, renderer in renderers.items():
        site = renderer.site
        articles = {id_: site.address(f"gateways/{id_}/index", language) for id_ in site.gateways}
        style = (folder / "assets" / "checker" / "checker.css").read_text(encoding="utf-8")
        data = {**checker_file(renderer, articles), "style": minify.string("text/css", style)}
        path = folder / WORDS_FILE.format(language=language)
        path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
