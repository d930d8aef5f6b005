"""`payment-checker.mjs`: the checker of every gateway and language in one script, for pages that are not ours."""

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from jinja2 import Environment

from ..loading.settings import Settings
from ..model.site import Site
from ..pages.page import Renderer
from ..pages.published import checker_words, inline_json
from .scripts import bundle
from .styles import purge, used_in

NAME = "payment-checker.mjs"
_VOID = frozenset({"br", "hr", "input", "link", "meta", "path"})
_LEFT_OUT = frozenset({"noscript", "script"})
_HIGHER = {"h3": "h2", "h4": "h3"}  # alone, it is below no heading of ours
_HOST = (
    ":host { all: initial; color-scheme: inherit; display: block; font: 1rem/1.7 var(--md-text-font); "
    "color: var(--md-default-fg-color); }"
)


class _Tree(HTMLParser):
    """A component's HTML as nested lists: name, attributes, then children, which are text or lists."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[list[Any]] = [["", {}]]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = [_HIGHER.get(tag, tag), {_attribute(name): value or "" for name, value in attrs}]
        self.open[-1].append(node)
        if tag not in _VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            node = self.open.pop()
            assert node[0] == _HIGHER.get(tag, tag), f"</{tag}> closes <{node[0]}>"
            if tag in _LEFT_OUT:
                self.open[-1].remove(node)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.open[-1].append(data)


def _attribute(name: str) -> str:
    return "viewBox" if name == "viewbox" else name  # HTML's parsers know this one; a tree has to say it


def tree(html: str) -> list[Any]:
    """Return the one element of a component's HTML as nested lists, without scripts."""
    parser = _Tree()
    parser.feed(html)
    (whole,) = parser.open
    (element,) = whole[2:]
    return list(element)


def style(css: str, html: str, scripts: list[str]) -> str:
    """Return the stylesheet of the element: our variables and rules, as far as its HTML and its scripts use them."""
    first = ":root {\n  color-scheme: light dark;"
    assert css.count(first) == 1, "the variables are in one rule, which begins with the colour scheme"
    own = css.replace(first, ":host {")
    return purge(f"{own}\n{_HOST}", used_in([html], scripts))


def payment_checker(site: Site, settings: Settings, templates: Environment, assets: Path) -> str:
    """Return the script that defines `<payment-checker>`. `assets` holds our modules and stylesheets."""
    forms = {language: Renderer(site, language, templates, settings).checker_alone() for language in site.languages}
    scripts = [path.read_text(encoding="utf-8") for path in sorted((assets / "checker").glob("*.mjs"))]
    css = "\n".join((assets / name).read_text(encoding="utf-8") for name in ("help.css", "checker/checker.css"))
    data = {
        "style": style(css, "".join(html for html, _ in forms.values()) + "<h2>", scripts),
        "languages": {
            language: {"form": tree(html), "gateways": gateways, "words": checker_words(site, language)}
            for language, (html, gateways) in forms.items()
        },
    }
    return bundle(assets / "checker" / "embed.mjs", tail=f"\ndefinePaymentChecker({inline_json(data)});\n")
