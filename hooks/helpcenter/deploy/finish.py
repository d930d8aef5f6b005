"""The order in which a built site is finished. Data flows from pages to what is computed from them, and never back."""

import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from ..loading.settings import Settings
from ..model.documents import Redirects
from ..model.site import Site
from ..pages.checker import write_checkers
from ..pages.page import Renderer, environment
from ..pages.shell import manifest
from . import embed, files, search
from .assets import ICONS, finish_assets
from .compression import compress
from .headers import as_headers_file, security_headers
from .offline import worker
from .plain_pages import PlainPages

HEAVY = 20_000
"""From how many bytes on, with gzip, a page is too much for a first visit."""


class UnbuiltError(Exception):
    """The folder holds no site that MkDocs has built, or one that is finished already."""


def finish(folder: Path, site: Site, settings: Settings, overrides: Path) -> None:
    """Finish the site that MkDocs has built in `folder`: afterwards any static host serves it as it is."""
    if not (folder / "index.html").exists() or (folder / "_headers").exists():
        raise UnbuiltError(f"{folder} is no site that was just built: run mkdocs build, then helpcenter finish")
    templates = environment(overrides)
    renderers = {language: Renderer(site, language, templates, settings) for language in settings.languages}
    for language, renderer in renderers.items():
        _write(folder, f"{_prefix(site, language)}404.html", renderer.missing_page())
    write_checkers(folder, renderers.values())
    _write(folder, embed.NAME, embed.payment_checker(site, settings, templates, folder / "assets"))
    pages, names = finish_assets(folder, {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))})
    for path, html in pages.items():
        path.write_text(html, encoding="utf-8")
    _write_search(folder, site, pages)
    _write_files(folder, site, settings, names)
    _write_redirects(folder, site, settings)
    _write(folder, "sw.js", worker(settings, pages.values()))
    _write(folder, "_headers", as_headers_file(security_headers(pages.values(), settings.feedback_url)))
    compress(folder)
    for article in _heavy(folder, site):
        print(f"{article}: over {HEAVY} bytes compressed: readers on slow phones wait for it", file=sys.stderr)


def _heavy(folder: Path, site: Site) -> Iterator[str]:
    """Yield the articles whose HTML is large, by their files."""
    for id_, language in product(site.gateways, site.languages):
        page = folder / site.address(f"gateways/{id_}/index", language) / "index.html.gz"
        if page.stat().st_size > HEAVY:
            yield f"docs/gateways/{id_}/index.{language}.md"


def _prefix(site: Site, language: str) -> str:
    return site.address("index", language)


def _write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_search(folder: Path, site: Site, pages: dict[Path, str]) -> None:
    for language in site.languages:
        own = {
            address: pages[folder / address / "index.html"]
            for address in (site.address(key, language) for key in files.public_keys(site))
        }
        search.index(folder, language, own)
        messages = search.search_messages(site, language)
        _write(folder, f"search/{language}.json", search.search_words(site, language, own, messages))


def _write_files(folder: Path, site: Site, settings: Settings, names: dict[str, str]) -> None:
    _write(folder, "sitemap.xml", files.sitemap(site, settings))
    _write(folder, "robots.txt", files.robots(settings))
    _write(folder, "llms.txt", files.llms(site, settings))
    _write(folder, "gateways.json", files.gateways_json(site, settings))
    _write(folder, "gateways.schema.json", files.gateways_schema())
    for language in site.languages:
        icons = [f"{settings.base_path}assets/{names[icon]}" for icon in ICONS]
        _write(folder, f"manifest.{language}.webmanifest", manifest(settings, language, icons))
        plain_pages = PlainPages(site, language, settings)
        for key in files.public_keys(site):
            _write(folder, f"{site.address(key, language)}index.md", plain_pages.page(key))


def _write_redirects(folder: Path, site: Site, settings: Settings) -> None:
    redirects: Redirects = site.redirects
    _write(folder, "_redirects", files.redirects_file(redirects, site, settings))
    for address, key in redirects.items():
        target = settings.base_path + files.language_target(site, address, key)
        _write(folder, f"{address}index.html", files.redirect_page(target))
