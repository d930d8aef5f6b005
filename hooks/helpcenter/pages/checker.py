"""The checker's own file in each language: its form and look, what it knows of gateways, and all that it says."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import minify
from selectolax.lexbor import LexborHTMLParser, LexborNode

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


def tree(html: str) -> list[Any]:
    """Return the one element of a component's HTML as nested lists, of which a script makes elements.

    Each list is an element: its name, its attributes, then its children, which are texts or lists.
    """
    body = LexborHTMLParser(html).body
    assert body is not None, "a parser adds it"
    (element,) = body.iter()
    return _node(element)


def _node(node: LexborNode) -> list[Any]:
    children = (
        _node(child) if child.is_element_node else child.text_content
        for child in node.iter(include_text=True, skip_empty=True)
    )
    return [node.tag, {name: value or "" for name, value in node.attributes.items()}, *children]


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
