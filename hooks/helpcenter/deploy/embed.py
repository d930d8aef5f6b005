"""`payment-checker.mjs`: the checker of every gateway and language in one script, for pages that are not ours."""

from collections.abc import Mapping
from pathlib import Path

from ..pages.checker import STYLES, checker_file
from ..pages.page import Renderer
from ..pages.published import inline_json
from .kept import Kept
from .parsed import parsed
from .scripts import bundle
from .styles import kept_purge, used_in

NAME = "payment-checker.mjs"
_HOST = (
    ":host { all: initial; color-scheme: inherit; display: block; font: 1rem/1.7 var(--md-text-font); "
    "color: var(--md-default-fg-color); }"
)


def style(css: str, html: str, scripts: list[str], kept: Kept) -> str:
    """Return the stylesheet of the element: our variables and rules, as far as its HTML and its scripts use them."""
    first = ":root {\n  color-scheme: light dark;"
    assert css.count(first) == 1, "the variables are in one rule, which begins with the colour scheme"
    own = css.replace(first, ":host {")
    return kept_purge(f"{own}\n{_HOST}", used_in(parsed(html, is_fragment=True).elements, scripts), kept)


def payment_checker(renderers: Mapping[str, Renderer], assets: Path, kept: Kept) -> str:
    """Return the script that defines `<payment-checker>`. `assets` holds our modules and stylesheets."""
    files = {language: checker_file(renderer, _articles(renderer)) for language, renderer in renderers.items()}
    scripts = [path.read_text(encoding="utf-8") for path in sorted((assets / "checker").glob("*.mjs"))]
    sheets = [assets / "help.css", *(assets / "checker" / name for name in STYLES["checker"])]
    css = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    html = "<h2>" + "".join(renderer.checker_form("checker") for renderer in renderers.values())
    data = {"style": style(css, html, scripts, kept), "languages": files}
    return bundle(assets / "checker" / "embed.mjs", tail=f"\ndefinePaymentChecker({inline_json(data)});\n")


def _articles(renderer: Renderer) -> dict[str, str]:
    """Return the URL of every gateway's article in a renderer's language."""
    site, root = renderer.site, renderer.settings.site_url
    return {id_: root + site.address(f"gateways/{id_}/index", renderer.language) for id_ in site.gateways}
