"""The contract of every built page: what browsers, search engines and assistants read of it."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
from bs4 import BeautifulSoup, Tag
from projects import Project

from helpcenter.deploy.files import public_keys
from helpcenter.language.words import script_of

TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
URL: dict[str, Any] = {"type": "string", "pattern": "^https://"}


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


def attribute(page: BeautifulSoup, selector: str, name: str) -> str:
    (found,) = page.select(selector)
    return str(found[name])


def url_of(project: Project, key: str, language: str) -> str:
    return project.settings.site_url + project.site.address(key, language)


def test_every_page_says_what_it_is_in_its_language(project: Project) -> None:
    titles: dict[str, set[str]] = {}
    for key, language, page in project.pages:
        url, meta = url_of(project, key, language), project.site.pages[key][language].meta
        assert attribute(page, "html", "lang") == language
        assert page.title is not None
        assert attribute(page, 'meta[name="description"]', "content") == str(meta.description)
        assert attribute(page, 'link[rel="canonical"]', "href") == url
        for name, value in {"url": url, "description": str(meta.description)}.items():
            assert attribute(page, f'meta[property="og:{name}"]', "content") == value
        assert attribute(page, 'meta[property="og:title"]', "content") in page.title.get_text()
        assert attribute(page, 'meta[property="og:locale"]', "content").startswith(f"{language}_")
        assert len(page.select("h1")) == 1
        assert bool(page.select('meta[name="robots"]')) == key.startswith("writing/")
        for text in (page.title.get_text(), str(meta.description)):
            assert text not in titles.setdefault(language, set()), f"{key}: '{text}' is another page's"
            titles[language].add(text)


def test_the_languages_of_a_page_name_each_other(project: Project) -> None:
    languages = project.site.languages
    for key, language, page in project.pages:
        named = {str(link["hreflang"]): str(link["href"]) for link in page.select('link[rel="alternate"][hreflang]')}
        urls = {one: url_of(project, key, one) for one in languages if one in project.site.pages[key]}
        assert named == {**urls, "x-default": urls[languages[0]]}
        switches = page.select("a[hreflang]")
        assert {str(switch["hreflang"]) for switch in switches} == set(languages) - {language}
        for switch in switches:
            target = project.folder / project.site.address(key, language) / str(switch["href"])
            chosen = str(switch["hreflang"])
            nearest = key if chosen in project.site.pages[key] else "index"  # the guide need not be in every language
            other = project.folder / project.site.address(nearest, chosen)
            assert target.resolve() == other.resolve()
            assert switch["lang"] == switch["hreflang"]


def test_structured_data_are_valid_and_true(project: Project) -> None:
    validator = jsonschema.Draft202012Validator(STRUCTURED_DATA)
    for key, language, page in project.pages:
        (script,) = page.select('script[type="application/ld+json"]')
        data = json.loads(script.get_text())
        validator.validate(data)
        assert data["@graph"][0]["itemListElement"][-1]["item"] == url_of(project, key, language)
        how_to = [part for part in data["@graph"] if part["@type"] == "HowTo"]
        gateway = project.site.gateway_of(key)
        assert bool(how_to) == (gateway is not None and gateway.article is not None)  # a card has no steps
        for section in how_to[0]["step"] if how_to else ():
            for step in section["itemListElement"]:
                assert page.select(f"#{step['url'].partition('#')[2]}")


def test_headings_have_the_same_ids_in_every_language(project: Project) -> None:
    ids: dict[str, set[tuple[str, ...]]] = {}
    for key, _, page in project.pages:
        found = tuple(str(heading.get("id")) for heading in page.select("article :is(h1, h2)"))
        assert found
        ids.setdefault(key, set()).add(found)
    assert [key for key, versions in ids.items() if len(versions) > 1] == []


def test_no_id_is_twice_on_a_page(project: Project) -> None:
    for key, language, page in project.pages:
        ids = [str(tag["id"]) for tag in page.select("[id]")]
        assert len(set(ids)) == len(ids), (key, language)


def test_foreign_words_are_marked_on_pages_of_another_script(project: Project) -> None:
    exempt = ("code", "script", "template", "option", "noscript", "style")
    for key, language, page in project.pages:
        if script_of(language) == "LATIN":
            continue
        for text in page.select_one("article").find_all(string=re.compile("[A-Za-z]{2}")):  # type: ignore[union-attr]
            around = [
                tag
                for tag in text.parents
                if tag.name in exempt or script_of(str(tag.get("lang") or language)) == "LATIN"
            ]
            assert around, (key, text)


def test_a_missing_page_speaks_the_language_and_its_switch_leads_home(project: Project) -> None:
    for language in project.site.languages:
        path = project.folder / project.site.address("index", language) / "404.html"
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        assert attribute(page, "html", "lang") == language
        for switch in page.select("a[hreflang]"):
            home = project.site.address("index", str(switch["hreflang"]))
            assert switch["href"] == project.settings.base_path + home
        relative = [tag for tag in page.select("[href], [src]") if not address(tag).startswith(("/", "#", "https:"))]
        assert relative == []
        assert attribute(page, 'meta[name="robots"]', "content") == "noindex"


def address(tag: Tag) -> str:
    return str(tag.get("href") or tag.get("src"))


def test_the_sitemap_names_every_page_for_readers_with_its_alternates(project: Project) -> None:
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = ET.parse(project.folder / "sitemap.xml").getroot()
    urls = {str(url.findtext("s:loc", "", names)): url for url in root.findall("s:url", names)}
    languages = project.site.languages
    assert set(urls) == {url_of(project, key, one) for key in public_keys(project.site) for one in languages}
    assert all(len(url.findall("x:link", names)) == len(languages) + 1 for url in urls.values())
    assert f"Sitemap: {project.settings.site_url}sitemap.xml" in (project.folder / "robots.txt").read_text()


def test_assistants_find_every_page_as_markdown(project: Project) -> None:
    llms = (project.folder / "llms.txt").read_text(encoding="utf-8")
    for key, language, page in project.pages:
        if key in public_keys(project.site):
            name = f"{project.site.address(key, language)}index.md"
            assert project.settings.site_url + name in llms
            assert (project.folder / name).exists()
            assert attribute(page, 'link[type="text/markdown"]', "href") == "index.md"


def test_nothing_is_in_the_site_that_no_page_needs(project: Project) -> None:
    endings = {path.suffix for path in project.folder.rglob("*") if path.is_file()} - {".gz", ".br"}
    assert endings <= {
        *("", ".html", ".md", ".json", ".xml", ".txt", ".css", ".mjs", ".js", ".svg", ".png", ".webmanifest"),
        *(".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"),
    }
    of_assets = {path.suffix for path in (project.folder / "assets").rglob("*") if path.is_file()}
    assert of_assets <= {".json", ".mjs", ".svg", ".png", ".gz", ".br"}
    assert not [path for path in project.folder.rglob("*.js") if path.name not in ("pagefind.js", "sw.js")]


def texts(folder: Path) -> Iterator[str]:
    yield from (path.read_text(encoding="utf-8") for path in folder.rglob("*.html"))


def test_no_script_blocks_the_first_paint(project: Project) -> None:
    for text in texts(project.folder):
        assert 'src="' not in text.replace('<script type="module" src="', "").split("</head>")[0]
