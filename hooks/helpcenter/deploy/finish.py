"""The order in which a built site is finished. Data flows from pages to what is computed from them, and never back."""

import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import product
from pathlib import Path

from ..loading.settings import Settings
from ..model.documents import Redirects
from ..model.site import Site
from ..pages.checker import checker_texts
from ..pages.feedback import ANSWERED
from ..pages.manifest import manifest
from ..pages.page import Renderer
from . import embed, files, search
from .aside import Aside
from .assets import ICONS, finish_assets, finish_page, stylesheet
from .beside import of_model
from .folder import CACHE, SITE
from .headers import as_headers_file, by_path, names_in, security_headers
from .kept import Kept
from .output import Output
from .parsed import Element, Parsed, kept_parsed, parsed
from .progress import Progress
from .wall import Ours, hold, hold_files

HEAVY = 20_000
"""From how many bytes on, with gzip, a page is too much for a first visit."""


def finish(folder: Path, root: Path, renderers: Mapping[str, Renderer], progress: Progress) -> None:
    """Finish the site that has just been built in `folder`: afterwards any static host serves it as it is.

    `root` is the folder of the project, and `renderers` are those of its pages, by language.
    """
    first = next(iter(renderers.values()))
    beside = Aside(partial(_made, of_model(first.site, first.settings)))  # before there are threads
    with Kept(root / CACHE / "kept.sqlite3") as kept, Output(folder, kept, progress, root / SITE) as output:
        headers = _write_all(output, renderers, root / "overrides", beside)
    paths = by_path(headers, first.settings.base_path, names_in(folder))
    (folder / "_headers").write_text(as_headers_file(paths), encoding="utf-8")
    for article in _heavy(folder, first.site):
        print(f"{article}: over {HEAVY} bytes compressed: readers on slow phones wait for it", file=sys.stderr)


def _write_all(
    output: Output, renderers: Mapping[str, Renderer], overrides: Path, beside: Aside[dict[str, str]]
) -> dict[str, str]:
    """Write every file but `_headers`; return what a host sends with each."""
    folder, first = output.folder, next(iter(renderers.values()))
    site, settings = first.site, first.settings
    pages = _pages(folder, renderers)
    hold_files(folder, pages)
    indexing = {language: output.beside(partial(_index, output, site, language)) for language in site.languages}
    checkers = checker_texts(renderers.values(), folder / "assets" / "checker")
    output.write(embed.NAME, embed.payment_checker(renderers, folder / "assets", output.kept))
    read = {name: kept_parsed(html, output.kept) for name, html in pages.items()}
    for name, text in beside.result.items():
        output.write(name, text)
    elements = frozenset[Element]().union(*(one.elements for one in read.values()))
    style = stylesheet(folder, elements, output.kept)
    names = finish_assets(output, elements, checkers)
    ids = {language: index.result() for language, index in indexing.items()}  # of the pages as they are until now
    for name, html in pages.items():
        output.write(name, finish_page(html, style, names))
    _write_search(output, site, ids, read)
    _write_manifests(output, settings, names)
    _write_redirects(output, site, settings)
    # A server may send the headers of the site with the page of the endpoint too.
    answered = (overrides / ANSWERED).read_text(encoding="utf-8")
    ours = parsed(f"<style>{style}</style>{first.own_code()}{answered}")
    rendered = [*pages, *(f"{address}index.html" for address in site.redirects)]
    hold(folder, rendered, Ours(ours.scripts, ours.styles, settings.site_url, settings.feedback_url), output.kept)
    for path in folder.glob("schemas/*"):
        output.compress(path)
    return security_headers(ours, settings.feedback_url)


def _made(texts: Mapping[str, Callable[[], str]]) -> dict[str, str]:
    return {name: make() for name, make in texts.items()}


def _pages(folder: Path, renderers: Mapping[str, Renderer]) -> dict[str, str]:
    """Return the HTML of every page by its file's name, those of a missing page among them."""
    site = next(iter(renderers.values())).site
    names = [Path(site.address(key, one)) / "index.html" for key, pages in site.pages.items() for one in pages]
    built = {name: (folder / name).read_text(encoding="utf-8") for name in names}
    missing = {
        Path(renderer.site.address("index", language)) / "404.html": renderer.missing_page()
        for language, renderer in renderers.items()
    }
    return {path.as_posix(): html for path, html in sorted((built | missing).items())}


def _heavy(folder: Path, site: Site) -> Iterator[str]:
    """Yield the articles whose HTML is large, by their files."""
    for id_, language in product(site.gateways, site.languages):
        page = folder / site.address(f"gateways/{id_}/index", language) / "index.html.gz"
        if page.stat().st_size > HEAVY:
            yield f"docs/gateways/{id_}/index.{language}.md"


def _index(output: Output, site: Site, language: str) -> dict[str, str]:
    return search.index_site(output, language, [site.address(key, language) for key in files.public_keys(site)])


def _write_search(output: Output, site: Site, ids: Mapping[str, Mapping[str, str]], read: Mapping[str, Parsed]) -> None:
    for language, own in ids.items():
        pages = {address: read[f"{address}index.html"] for address in own}
        output.write(f"search/{language}.json", search.search_words(site, language, pages, own))


def _write_manifests(output: Output, settings: Settings, names: Mapping[str, str]) -> None:
    icons = [f"{settings.base_path}assets/{names[icon]}" for icon in ICONS]
    for language in settings.languages:
        output.write(f"manifest.{language}.webmanifest", manifest(settings, language, icons))


def _write_redirects(output: Output, site: Site, settings: Settings) -> None:
    redirects: Redirects = site.redirects
    output.write("_redirects", files.redirects_file(redirects, site, settings))
    for address, key in redirects.items():
        target = settings.base_path + files.language_target(site, address, key)
        output.write(f"{address}index.html", files.redirect_page(target))
