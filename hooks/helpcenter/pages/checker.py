"""The files of checker and finder in each language: form and look, what they know of gateways, what they say."""

import json
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import minify
from selectolax.lexbor import LexborHTMLParser, LexborNode

from .page import Renderer
from .published import FINDER_FILE, FORM_FILE, GATEWAY_FILE, OTHERS_FILE, WORDS_FILE, checker_data, finder_data
from .texts import SAID_BY, checker_words, messages_of, other_texts

STYLES = {"checker": ("checker.css", "answer.css"), "finder": ("checker.css", "found.css")}
"""The stylesheets of checker and finder, in assets/checker/."""


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
        "form": tree(renderer.checker_form("checker")),
        "gateways": {id_: checker_data(site, site.gateways[id_], language, url) for id_, url in articles.items()},
        "messages": messages_of(site, language, SAID_BY["checker"]),
        "words": checker_words(site, language),
    }


def _form(renderer: Renderer, kind: str, styles: Path) -> dict[str, Any]:
    style = "\n".join((styles / name).read_text(encoding="utf-8") for name in STYLES[kind])
    return {
        "form": tree(renderer.checker_form(kind)),
        "style": minify.string("text/css", style),
        "messages": messages_of(renderer.site, renderer.language, SAID_BY[kind]),
    }


def checker_files(renderer: Renderer, styles: Path) -> Mapping[str, Callable[[], Any]]:
    """Return what makes the data of each file of a language's checker and finder, by its name below the site's root.

    `styles` is the folder of their stylesheets.
    """
    site, language = renderer.site, renderer.language
    articles = {id_: site.address(f"gateways/{id_}/index", language) for id_ in site.gateways}
    return {
        **{FORM_FILE.format(language=language, kind=one): partial(_form, renderer, one, styles) for one in STYLES},
        WORDS_FILE.format(language=language): lambda: checker_words(site, language),
        OTHERS_FILE.format(language=language): lambda: other_texts(site, language),
        FINDER_FILE.format(language=language): lambda: {
            id_: finder_data(site, site.gateways[id_], url, language) for id_, url in articles.items()
        },
        **{
            GATEWAY_FILE.format(language=language, gateway=id_): partial(
                checker_data, site, site.gateways[id_], language, url
            )
            for id_, url in articles.items()
        },
    }


def as_json(data: Any) -> str:
    """Return data as the browser gets it."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def checker_texts(renderers: Iterable[Renderer], styles: Path) -> dict[str, str]:
    """Return the files of every language's checker and finder, by their names below the site's root."""
    return {name: as_json(data()) for renderer in renderers for name, data in checker_files(renderer, styles).items()}
