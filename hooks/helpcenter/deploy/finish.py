"""The order in which a built site is finished. Data flows from pages to what is computed from them, and never back."""

import sys
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

from ..loading.settings import Settings
from ..model.documents import Redirects
from ..model.site import Site
from ..pages.checker import write_checkers
from ..pages.page import Renderer
from ..pages.shell import manifest
from . import embed, files, search
from .assets import ICONS, finish_assets, finish_page, stylesheet
from .compression import compress
from .headers import as_headers_file, security_headers
from .offline import worker
from .parsed import Element, Parsed, parsed
from .plain_pages import PlainPages

HEAVY = 20_000
"""From how many bytes on, with gzip, a page is too much for a first visit."""


def finish(folder: Path, renderers: Mapping[str, Renderer]) -> None:
    """Finish the site that has just been built in `folder`: afterwards any static host serves it as it is.

    `renderers` are those of its pages, by language.
    """
    first = next(iter(renderers.values()))
    site, settings = first.site, first.settings
    for language, renderer in renderers.items():
        _write(folder, f"{_prefix(site, language)}404.html", renderer.missing_page())
    write_checkers(folder, renderers)
    _write(folder, embed.NAME, embed.payment_checker(renderers, folder / "assets"))
    pages = {path: path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))}
    read = {path: parsed(html) for path, html in pages.items()}
    elements = frozenset[Element]().union(*(one.elements for one in read.values()))
    style = stylesheet(folder, elements)
    names = finish_assets(folder / "assets", elements)
    pages = {path: finish_page(html, style, names) for path, html in pages.items()}
    for path, html in pages.items():
        path.write_text(html, encoding="utf-8")
    _write_search(folder, site, pages, read)
    _write_files(folder, site, settings, names)
    _write_redirects(folder, site, settings)
    _write(folder, "sw.js", worker(settings, pages.values()))
    scripts = {text for one in read.values() for text in one.scripts}
    styles = {style, *(text for one in read.values() for text in one.styles)}
    _write(folder, "_headers", as_headers_file(security_headers(scripts, styles, settings.feedback_url)))
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


def _write_search(folder: Path, site: Site, pages: Mapping[Path, str], read: Mapping[Path, Parsed]) -> None:
    for language in site.languages:
        addresses = [site.address(key, language) for key in files.public_keys(site)]
        paths = {address: folder / address / "index.html" for address in addresses}
        search.index(folder, language, {address: pages[path] for address, path in paths.items()})
        messages = search.search_messages(site, language)
        own = {address: read[path] for address, path in paths.items()}
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
