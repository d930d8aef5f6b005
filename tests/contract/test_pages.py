"""The contract of every built page: what browsers, search engines and assistants read of it."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from bs4 import BeautifulSoup, Tag
from support import LANGUAGES, ROOT, load_site

from helpcenter.deploy.files import public_keys
from helpcenter.loading.settings import read_settings

SETTINGS = read_settings(ROOT)
SITE = load_site()
EVERY_PAGE = pytest.mark.parametrize(
    ("key", "language"), [(key, language) for key in SITE.pages for language in LANGUAGES], ids=str
)
TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
URL: dict[str, Any] = {"type": "string", "pattern": f"^{re.escape(SETTINGS.site_url)}"}


def thing(kind: str, **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["@type", *properties],
        "properties": {"@type": {"const": kind}, **properties},
        "additionalProperties": False,
    }


def some(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "items": item}


STEP = thing("HowToStep", text=TEXT, url=URL)
SECTION = thing("HowToSection", name=TEXT, itemListElement=some(STEP))
HOW_TO = thing("HowTo", name=TEXT, description=TEXT, inLanguage=TEXT, url=URL, step=some(SECTION))
CRUMB = thing("ListItem", position={"type": "integer", "minimum": 1}, name=TEXT, item=URL)
BREADCRUMBS = thing("BreadcrumbList", itemListElement=some(CRUMB))
STRUCTURED_DATA = {
    "type": "object",
    "required": ["@context", "@graph"],
    "properties": {"@context": {"const": "https://schema.org"}, "@graph": some({"anyOf": [HOW_TO, BREADCRUMBS]})},
}


def read(folder: Path, key: str, language: str) -> BeautifulSoup:
    path = folder / SITE.address(key, language) / "index.html"
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def attribute(page: BeautifulSoup, selector: str, name: str) -> str:
    (found,) = page.select(selector)
    return str(found[name])


@EVERY_PAGE
def test_the_page_says_what_it_is_in_its_language(site_folder: Path, key: str, language: str) -> None:
    page = read(site_folder, key, language)
    meta = SITE.pages[key][language].meta
    url = SETTINGS.site_url + SITE.address(key, language)
    assert attribute(page, "html", "lang") == language
    assert page.title is not None
    assert str(meta.title) in page.title.get_text()
    assert attribute(page, 'meta[name="description"]', "content") == str(meta.description)
    assert attribute(page, 'link[rel="canonical"]', "href") == url
    for name, value in {"title": str(meta.title), "url": url, "description": str(meta.description)}.items():
        assert attribute(page, f'meta[property="og:{name}"]', "content") == value
    assert attribute(page, 'meta[property="og:locale"]', "content").startswith(f"{language}_")
    assert len(page.select("h1")) == 1
    assert bool(page.select('meta[name="robots"]')) == key.startswith("writing/")


@EVERY_PAGE
def test_languages_name_each_other(site_folder: Path, key: str, language: str) -> None:
    page = read(site_folder, key, language)
    named = {str(link["hreflang"]): str(link["href"]) for link in page.select('link[rel="alternate"][hreflang]')}
    urls = {one: SETTINGS.site_url + SITE.address(key, one) for one in LANGUAGES}
    assert named == {**urls, "x-default": urls[LANGUAGES[0]]}
    (switch,) = page.select("a[hreflang]")
    other = str(switch["hreflang"])
    target = site_folder / SITE.address(key, language) / str(switch["href"])
    assert target.resolve() == (site_folder / SITE.address(key, other)).resolve()
    assert switch["lang"] == other


@EVERY_PAGE
def test_structured_data_are_valid_and_true(site_folder: Path, key: str, language: str) -> None:
    page = read(site_folder, key, language)
    (script,) = page.select('script[type="application/ld+json"]')
    data = json.loads(script.get_text())
    jsonschema.Draft202012Validator(STRUCTURED_DATA).validate(data)
    crumbs = data["@graph"][0]["itemListElement"]
    assert crumbs[-1]["item"] == SETTINGS.site_url + SITE.address(key, language)
    how_to = [part for part in data["@graph"] if part["@type"] == "HowTo"]
    assert bool(how_to) == (SITE.gateway_of(key) is not None)
    for section in how_to[0]["step"] if how_to else ():
        for step in section["itemListElement"]:
            assert page.select(f"#{step['url'].partition('#')[2]}")


@pytest.mark.parametrize("key", SITE.pages)
def test_headings_have_the_same_ids_in_every_language(site_folder: Path, key: str) -> None:
    ids = {
        tuple(str(heading.get("id")) for heading in read(site_folder, key, language).select("article :is(h1, h2)"))
        for language in LANGUAGES
    }
    assert len(ids) == 1
    assert ids != {()}


def test_titles_and_descriptions_are_unique(site_folder: Path) -> None:
    for language in LANGUAGES:
        pages = [read(site_folder, key, language) for key in SITE.pages]
        titles = [page.title.get_text() for page in pages if page.title]
        assert len(set(titles)) == len(SITE.pages)
        assert len({attribute(page, 'meta[name="description"]', "content") for page in pages}) == len(SITE.pages)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_missing_page_speaks_the_language_and_its_switch_leads_home(site_folder: Path, language: str) -> None:
    path = site_folder / SITE.address("index", language) / "404.html"
    page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
    assert attribute(page, "html", "lang") == language
    (switch,) = page.select("a[hreflang]")
    assert switch["href"] == SETTINGS.base_path + SITE.address("index", str(switch["hreflang"]))
    relative = [tag for tag in page.select("[href], [src]") if not address(tag).startswith(("/", "#", "https:"))]
    assert relative == []
    assert attribute(page, 'meta[name="robots"]', "content") == "noindex"


def address(tag: Tag) -> str:
    return str(tag.get("href") or tag.get("src"))


def test_the_sitemap_names_every_page_for_readers_with_its_alternates(site_folder: Path) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = ET.parse(site_folder / "sitemap.xml").getroot()
    urls = {str(url.findtext("s:loc", "", names)): url for url in root.findall("s:url", names)}
    keys = public_keys(SITE)
    assert set(urls) == {SETTINGS.site_url + SITE.address(key, one) for key in keys for one in LANGUAGES}
    assert all(len(url.findall("x:link", names)) == len(LANGUAGES) + 1 for url in urls.values())
    assert f"Sitemap: {SETTINGS.site_url}sitemap.xml" in (site_folder / "robots.txt").read_text()


def test_assistants_find_every_page_as_markdown(site_folder: Path) -> None:
    llms = (site_folder / "llms.txt").read_text(encoding="utf-8")
    for key in public_keys(SITE):
        for language in LANGUAGES:
            twin = f"{SITE.address(key, language)}index.md"
            assert SETTINGS.site_url + twin in llms
            assert (site_folder / twin).exists()
            assert attribute(read(site_folder, key, language), 'link[type="text/markdown"]', "href") == "index.md"


def test_nothing_lies_in_the_site_that_no_page_needs(site_folder: Path) -> None:
    endings = {path.suffix for path in site_folder.rglob("*") if path.is_file()} - {".gz", ".br"}
    assert endings <= {
        *("", ".html", ".md", ".json", ".xml", ".txt", ".css", ".mjs", ".js", ".svg", ".png", ".webmanifest"),
        *(".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"),
    }
    assert {path.suffix for path in (site_folder / "assets").rglob("*") if path.is_file()} <= {
        ".json",
        ".mjs",
        ".svg",
        ".png",
        ".gz",
        ".br",
    }
    assert not [path for path in site_folder.rglob("*.js") if path.name not in ("pagefind.js", "sw.js")]
