"""`payment-checker.mjs`: the checker of every gateway and language in one script, for pages that are not ours."""

from pathlib import Path

from jinja2 import Environment

from ..loading.settings import Settings
from ..model.site import Site
from ..pages.checker import STYLES, checker_file
from ..pages.page import Renderer
from ..pages.published import inline_json
from .scripts import bundle
from .styles import purge, used_in

NAME = "payment-checker.mjs"
_HOST = (
    ":host { all: initial; color-scheme: inherit; display: block; font: 1rem/1.7 var(--md-text-font); "
    "color: var(--md-default-fg-color); }"
)


def style(css: str, html: str, scripts: list[str]) -> str:
    """Return the stylesheet of the element: our variables and rules, as far as its HTML and its scripts use them."""
    first = ":root {\n  color-scheme: light dark;"
    assert css.count(first) == 1, "the variables are in one rule, which begins with the colour scheme"
    own = css.replace(first, ":host {")
    return purge(f"{own}\n{_HOST}", used_in([html], scripts))


def payment_checker(site: Site, settings: Settings, templates: Environment, assets: Path) -> str:
    """Return the script that defines `<payment-checker>`. `assets` holds our modules and stylesheets."""
    root, keys = settings.site_url, {id_: f"gateways/{id_}/index" for id_ in site.gateways}
    files = {
        language: checker_file(
            Renderer(site, language, templates, settings),
            {id_: root + site.address(key, language) for id_, key in keys.items()},
        )
        for language in site.languages
    }
    scripts = [path.read_text(encoding="utf-8") for path in sorted((assets / "checker").glob("*.mjs"))]
    sheets = [assets / "help.css", *(assets / "checker" / name for name in STYLES["checker"])]
    css = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    renderers = [Renderer(site, language, templates, settings) for language in site.languages]
    html = "<h2>" + "".join(one.checker_form("checker") for one in renderers)
    data = {"style": style(css, html, scripts), "languages": files}
    return bundle(assets / "checker" / "embed.mjs", tail=f"\ndefinePaymentChecker({inline_json(data)});\n")
