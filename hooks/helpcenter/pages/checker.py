"""The checker's own file in each language: its form and look, what it knows of gateways, and all that it says."""

import json
from collections.abc import Mapping
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


def write_checkers(folder: Path, renderers: Mapping[str, Renderer]) -> None:
    """Write the files of every language's checker and finder below a built site's folder."""
    style = minify.string("text/css", (folder / "assets" / "checker" / "checker.css").read_text(encoding="utf-8"))
    for language, renderer in renderers.items():
        site = renderer.site
        articles = {id_: site.address(f"gateways/{id_}/index", language) for id_ in site.gateways}
        form = tree(renderer.checker_form())
        files = {
            WORDS_FILE.format(language=language): {
                "form": form,
                "words": checker_words(site, language),
                "style": style,
            },
            FINDER_FILE.format(language=language): {
                id_: finder_data(site, site.gateways[id_], url) for id_, url in articles.items()
            },
            VERDICTS_FILE.format(language=language): {
                id_: verdict_data(site, one, language) for id_, one in site.gateways.items()
            },
            **{
                GATEWAY_FILE.format(language=language, gateway=id_): checker_data(
                    site, site.gateways[id_], language, url
                )
                for id_, url in articles.items()
            },
        }
        for name, data in files.items():
            (folder / name).write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
