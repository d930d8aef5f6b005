"""What is around a page's content: head, header, navigation, table of contents, structured data. Plain values."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global
from markupsafe import Markup

from ..files.inline import plain
from ..loading.settings import Settings
from ..model.documents import StepsFile
from ..model.site import Page, Site
from .inline import Inliner, Place
from .published import inline_json
from .speech import Speech

SHOWN = 12
"""Pages of one kind that a navigation lists at most: it is in every page."""

Heading = tuple[str, Markup]
"""The id of a heading and its words."""


@dataclass(frozen=True)
class NavigationLink:
    """A link of the navigation, or a heading above others."""

    title: Markup
    url: str | None
    is_current: bool = False


class Shell:
    """The values of the shell's templates in one language. `root` is a page's way to the site's root."""

    def __init__(self, site: Site, language: str, settings: Settings, inline: Inliner) -> None:
        """Prepare what is around the pages of `site`."""
        self._site = site
        self._language = language
        self._settings = settings
        self._inline = inline
        self._speech = Speech(site, language)

    def page(self, key: str) -> dict[str, Any]:
        """Return the values around a page."""
        page = self._site.pages[key][self._language]
        root = self._site.root(key, self._language)
        return {
            **self._everywhere(root, key),
            "title": plain(page.meta.title),
            "description": plain(page.meta.description),
            "canonical": self._absolute(key, self._language),
            "alternates": self._alternates(key),
            "markdown": None if key.startswith("writing/") else "index.md",
            "kind": "article" if self._site.gateway_of(key) or key.startswith("guides/") else "website",
            "trail": self._trail(page, root),
            "contents": self.contents(page),
            "structured_data": inline_json(self._structured_data(page)),
            "weight": 0.3 if key == "index" else 1,  # for the search: the home page only leads on
            "is_indexed": not key.startswith("writing/"),
        }

    def missing_page(self) -> dict[str, Any]:
        """Return the values around the page that says that there is none. Its addresses hold at any depth."""
        title = self._speech.say("site", "missing-title")
        return {
            **self._everywhere(self._settings.base_path, "index"),
            "title": title,
            "description": self._speech.say("site", "missing"),
            "canonical": None,
            "alternates": [],
            "markdown": None,
            "kind": "website",
            "trail": [],
            "contents": [],
            "structured_data": None,
            "is_indexed": False,
        }

    def _everywhere(self, root: str, key: str) -> dict[str, Any]:
        preview = f"assets/preview-{self._language}.png"
        return {
            "root": root,
            "language": self._language,
            "every_language": self._site.languages,
            "region": _region(self._language),
            "regions": {language: _region(language) for language in self._site.languages if language != self._language},
            "site_name": self._settings.languages[self._language].site_name,
            "site_url": self._settings.site_url,
            "home": root + self._site.address("index", self._language),
            "is_home": key == "index",
            "offline": self._settings.offline,
            "preview": preview if preview in self._site.files else None,
            "languages": [
                {"language": language, "name": names.name, "url": root + self._nearest(key, language)}
                for language, names in self._settings.languages.items()
                if language != self._language
            ],
            "writing": self._nearest("writing/index", self._language),
            "navigation": list(self._navigation(root, key)),
        }

    def _nearest(self, key: str, language: str) -> str:
        """Return the address of a page in a language; of the writers' guide, which may lack one, the nearest."""
        pages = self._site.pages.get(key, {})
        if language in pages or not pages:
            return self._site.address(key, language)
        return (
            self._site.address("index", language)
            if language != self._language
            else self._site.address(key, next(iter(pages)))
        )

    def _absolute(self, key: str, language: str) -> str:
        return self._settings.site_url + self._site.address(key, language)

    def _alternates(self, key: str) -> list[tuple[str, str]]:
        spoken = [language for language in self._site.languages if language in self._site.pages[key]]
        every = [(language, self._absolute(key, language)) for language in spoken]
        return [*every, ("x-default", every[0][1])]

    def _title(self, key: str) -> Markup:
        if key == "index":
            return Markup.escape(self._speech.say("site", "home"))
        page = self._site.pages[key][self._language]
        return self._inline.words(plain(page.meta.title), self._language)

    def _navigation(self, root: str, current: str) -> Iterator[NavigationLink]:
        def link(key: str) -> NavigationLink:
            gateway = self._site.gateway_of(key)
            title = self._inline.words(str(gateway.file.name), self._language) if gateway else self._title(key)
            return NavigationLink(title, root + self._site.address(key, self._language), key == current)

        if current.startswith("writing/"):
            pages = sorted(key for key in self._site.pages if key.startswith("writing/") and "/checks/" not in key)
            yield from map(link, ["index", *pages])
            return
        folders: dict[str, list[str]] = {"": [], "gateways": [], "cards": [], "guides": []}
        for key in sorted(
            (key for key in self._site.pages if not key.startswith("writing/")), key=lambda key: (key != "index", key)
        ):
            folders[self._folder(key)].append(key)
        for folder, keys in folders.items():
            if keys and folder:
                yield NavigationLink(Markup.escape(self._speech.say("site", folder)), None)
            yield from map(link, _shown(keys, current))

    def _folder(self, key: str) -> str:
        """Return under which heading a navigation has a page; "" for the pages above all headings."""
        gateway = self._site.gateway_of(key)
        if gateway:
            return "gateways" if gateway.article else "cards"
        return "guides" if key.startswith("guides/") else ""

    def _trail(self, page: Page, root: str) -> list[NavigationLink]:
        keys = _way_to(page.key)
        return [NavigationLink(self._title(key), root + self._site.address(key, self._language)) for key in keys]

    def contents(self, page: Page) -> list[Heading]:
        """Return the sections of a page, for a table of contents."""
        place = Place(page.language, page.key, self._site.gateway_of(page.key))
        article = self._site.article_of(page.key)
        found: list[Heading] = []
        for block in page.blocks:
            if block.kind == "directive" and block.id == "STEPS" and article:
                found += [
                    (section.id, self._inline.html(section.title[page.language], place)) for section in article.sections
                ]
            elif block.kind == "heading" and block.level == 2:
                found.append((block.id, self._inline.html(block.text, place)))
        return found

    def _structured_data(self, page: Page) -> dict[str, Any]:
        gateway = self._site.gateway_of(page.key)
        article = gateway.article if gateway else None
        parts = [self._breadcrumbs(page), *([self._how_to(page, article)] if article else [])]
        return {"@context": "https://schema.org", "@graph": parts}

    def _breadcrumbs(self, page: Page) -> dict[str, Any]:
        items = [
            {
                "@type": "ListItem",
                "position": position,
                "name": plain(self._site.pages[key][page.language].meta.title),
                "item": self._absolute(key, page.language),
            }
            for position, key in enumerate([*_way_to(page.key), page.key], 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def _how_to(self, page: Page, article: StepsFile) -> dict[str, Any]:
        url, language = self._absolute(page.key, page.language), page.language
        sections = [
            {
                "@type": "HowToSection",
                "name": plain(section.title[language]),
                "itemListElement": [
                    {"@type": "HowToStep", "text": plain(step.text[language]), "url": f"{url}#step-{step.id}"}
                    for step in section.steps
                ],
            }
            for section in article.sections
        ]
        return {
            "@type": "HowTo",
            "name": plain(page.meta.title),
            "description": plain(page.meta.description),
            "inLanguage": language,
            "url": url,
            "step": sections,
        }


@cache
def _region(language: str) -> str:
    """Return a language with the country where most of its readers live (CLDR), as Open Graph wants it: hi_IN."""
    likely = Locale.parse(get_global("likely_subtags")[language])
    return f"{likely.language}_{likely.territory}"


def _shown(keys: list[str], current: str) -> list[str]:
    """Return the keys that a navigation shows: the first ones, and always the current one."""
    return [key for index, key in enumerate(keys) if index < SHOWN or key == current]


def _way_to(key: str) -> list[str]:
    """Return the keys of the pages above a page, from the home page on."""
    if key == "index":
        return []
    return ["index", "writing/index"] if key.startswith("writing/") and key != "writing/index" else ["index"]
