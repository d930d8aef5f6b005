"""What a finished site has beside its pages, made when it is asked for: the checker's data, twins of pages, rules."""

from collections.abc import Callable, Mapping

from ..deploy import embed, files, notices
from ..deploy.assets import ICONS
from ..deploy.kept import Kept
from ..deploy.offline import worker
from ..deploy.plain_pages import PlainPages
from ..pages.checker import as_json, checker_files
from ..pages.shell import manifest
from .store import Loaded

CHECKER = "assets/checker"


def beside(loaded: Loaded, address: str) -> str | None:
    """Return the text of the file at an address below the site's root; None where the preview makes none."""
    make = _one_of_a_kind(loaded).get(address) or _of_languages(loaded, address)
    return make() if make else None


def _one_of_a_kind(loaded: Loaded) -> Mapping[str, Callable[[], str]]:
    site, settings = loaded.site, loaded.pages.settings
    return {
        "sitemap.xml": lambda: files.sitemap(site, settings),
        "robots.txt": lambda: files.robots(settings),
        "llms.txt": lambda: files.llms(site, settings),
        "gateways.json": lambda: files.gateways_json(site, settings),
        notices.NAME: notices.notices,
        "gateways.schema.json": files.gateways_schema,
        "sw.js": lambda: worker(offline=settings.offline),
        embed.NAME: lambda: _payment_checker(loaded),
    }


def _payment_checker(loaded: Loaded) -> str:
    renderers = {language: loaded.renderer(language) for language in loaded.site.languages}
    with Kept() as kept:
        return embed.payment_checker(renderers, loaded.root / "docs" / "assets", kept)


def _of_languages(loaded: Loaded, address: str) -> Callable[[], str] | None:
    site, settings = loaded.site, loaded.pages.settings
    folder, _, name = address.rpartition("/")
    if name == "index.md" and (place := loaded.place(f"{folder}/" if folder else "")):
        return lambda: PlainPages(site, place.language, settings).page(place.key)
    styles = loaded.root / "docs" / CHECKER
    for language in site.languages:
        if address == f"manifest.{language}.webmanifest":
            return lambda: manifest(settings, language, [f"{settings.base_path}assets/{icon}" for icon in ICONS])
        data = checker_files(loaded.renderer(language), styles).get(address) if folder == CHECKER else None
        if data:
            return lambda: as_json(data())
    return None
