"""A project in memory: its files, the last site that they made, and what is wrong with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import yaml
from jinja2 import Environment

from ..checks import run
from ..files.diagnostics import Diagnostic, Position
from ..files.folder import READ, Files
from ..files.source import Source
from ..loading.load import site_of
from ..loading.settings import Settings, settings_of
from ..model.site import Site
from ..pages.page import Renderer, environment

SETTINGS = "mkdocs.yml"


class Place(NamedTuple):
    """A page in a language."""

    language: str
    key: str


@dataclass(frozen=True)
class Loaded:
    """A site that could be loaded, and all that its pages are made with."""

    root: Path
    site: Site
    settings: Settings
    templates: Environment

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        return {
            self.site.address(key, language): Place(language, key)
            for key, pages in self.site.pages.items()
            for language in pages
        }

    def place(self, address: str) -> Place | None:
        """Return the page at an address below the site's root."""
        return self._places.get(address)

    def renderer(self, language: str) -> Renderer:
        """Return what renders the pages of a language for writers."""
        return Renderer(self.site, language, self.templates, self.settings, "writers")

    def document(self, place: Place) -> str:
        """Return the HTML of a page."""
        renderer = self.renderer(place.language)
        return renderer.document(place.key, renderer.page(place.key))


class Store:
    """The project at `root`. `loaded` is the last site that could be loaded, None until there is one."""

    def __init__(self, root: Path) -> None:
        """Read everything."""
        self.root = root
        self.loaded: Loaded | None = None
        self.problems: list[Diagnostic] = []
        self._files = Files({}, {}, frozenset())
        self._templates = environment(root / "overrides")
        self._is_current = False
        self.is_half_written = False
        """Whether what was saved last is empty or cannot be read, as it is while an editor is still writing it."""
        self.save(READ)

    def renew_templates(self) -> None:
        """Take in changed templates."""
        self._templates = environment(self.root / "overrides")
        if self.loaded:
            self.loaded = replace(self.loaded, templates=self._templates)

    def save(self, names: Iterable[str]) -> None:
        """Take in the files of these names, which changed, are new or are gone; of a folder, all below it."""
        names = list(names)
        self._files = self._files.reread(self.root, names)
        self._load()
        saved = (self._files.texts.get(name) for name in names)
        is_empty = any(isinstance(one, Source) and not one.content.strip() for one in saved)
        self.is_half_written = is_empty or not self._is_current

    def _load(self) -> None:
        settings = _settings(self._files.texts.get(SETTINGS))
        self._is_current = False
        if isinstance(settings, Diagnostic):
            self.problems = [settings]
            return
        site, problems = site_of(self._files, tuple(settings.languages), date.today())
        if site is None:
            self.problems = problems
            return
        settings = replace(settings, offline=False)  # what is kept on a device would hide changes
        self.loaded = Loaded(self.root, site, settings, self._templates)
        self._is_current = True

    def check(self) -> None:
        """Work out what is wrong with the files, if they can be loaded."""
        if self.loaded and self._is_current:
            self.problems = run(self.loaded.site)


def _settings(source: Source | Diagnostic | None) -> Settings | Diagnostic:
    hint = "bring back what is missing: git diff mkdocs.yml"
    if not isinstance(source, Source):
        return source or Diagnostic(Position(SETTINGS, 1, 1), "files", "no such file", hint)
    try:
        return settings_of(source.content)
    except (yaml.YAMLError, LookupError, StopIteration, TypeError, AttributeError) as error:
        return Diagnostic(Position(SETTINGS, 1, 1), "files", f"cannot be read: {error!r}", hint)
