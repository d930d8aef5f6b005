"""The checker's own file in each language: its form and look, what it knows of gateways, and all that it says."""

import json
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import minify

from .page import Renderer
from .published import (
    FINDER_FILE,
    GATEWAY_FILE,
    VERDICTS_FILE,
    WORDS_FILE,
    checker_data,
    checker_words,
    finder_data,
    verdict_data,
)

STYLE = "assets/checker/checker.css"
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
        "gateways": {id_: checker_data(site, site.gateways[id_], language, url) for id_, url in articles.items()},
        "words": checker_words(site, language),
    }


def checker_files(renderer: Renderer, style: str) -> Mapping[str, Callable[[], Any]]:
    """Return what the data of each file of a language's checker and finder are made by, by the file's name."""
    site, language = renderer.site, renderer.language
    articles = {id_: site.address(f"gateways/{id_}/index", language) for id_ in site.gateways}

    def of_gateway(id_: str) -> Callable[[], Any]:
        return lambda: checker_data(site, site.gateways[id_], language, articles[id_])

    return {
        WORDS_FILE.format(language=language): lambda: {
            "form": tree(renderer.checker_form()),
            "words": checker_words(site, language),
            "style": style,
        },
        FINDER_FILE.format(language=language): lambda: {
            id_: finder_data(site, site.gateways[id_], url) for id_, url in articles.items()
        },
        VERDICTS_FILE.format(language=language): lambda: {
            id_: verdict_data(site, one, language) for id_, one in site.gateways.items()
        },
        **{GATEWAY_FILE.format(language=language, gateway=id_): of_gateway(id_) for id_ in articles},
    }


def as_json(data: Any) -> str:
    """Return data as the browser gets it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def write_checkers(folder: Path, renderers: Mapping[str, Renderer]) -> None:
    """Write the files of every language's checker and finder below a built site's folder."""
    style = minify.string("text/css", (folder / STYLE).read_text(encoding="utf-8"))
    for renderer in renderers.values():
        for name, data in checker_files(renderer, style).items():
            (folder / name).write_text(as_json(data()), encoding="utf-8")
