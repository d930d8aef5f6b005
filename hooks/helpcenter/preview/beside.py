"""What a finished site has beside its pages, made when it is asked for: the checker's data, twins of pages, rules."""

from collections.abc import Callable

from ..deploy import embed
from ..deploy.assets import ICONS
from ..deploy.beside import of_model
from ..deploy.kept import Kept
from ..pages.checker import as_json, checker_files
from ..pages.manifest import manifest
from .store import Loaded

CHECKER = "assets/checker"


def beside(loaded: Loaded, address: str) -> str | None:
    """Return the text of the file at an address below the site's root; None where the preview makes none."""
    if address == embed.NAME:
        return _payment_checker(loaded)
    make = of_model(loaded.site, loaded.pages.settings).get(address) or _of_languages(loaded, address)
    return make() if make else None


def _payment_checker(loaded: Loaded) -> str:
    renderers = {language: loaded.renderer(language) for language in loaded.site.languages}
    with Kept() as kept:
        return embed.payment_checker(renderers, loaded.root / "docs" / "assets", kept)


def _of_languages(loaded: Loaded, address: str) -> Callable[[], str] | None:
    site, settings = loaded.site, loaded.pages.settings
    styles = loaded.root / "docs" / CHECKER
    for language in site.languages:
        if address == f"manifest.{language}.webmanifest":
            return lambda: manifest(settings, language, [f"{settings.base_path}assets/{icon}" for icon in ICONS])
        data = checker_files(loaded.renderer(language), styles).get(address)
        if data:
            return lambda: as_json(data())
    return None
