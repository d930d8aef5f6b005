"""A project in memory: its files, the last site that they made, and what is wrong with them."""

import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment

from ..checks import OF_ALL, READS_ALL, found_by, found_in
from ..files.diagnostics import Diagnostic, Position
from ..files.folder import READ, SETTINGS, Files
from ..files.source import Source
from ..loading.load import site_of
from ..loading.settings import Settings, settings_of
from ..model.chapters import chapter_ids
from ..model.memory import lasting
from ..model.site import Site
from ..pages.page import Audience, Renderer, environment
from ..reviews.history import commit
from .watch import PACKAGE


class Place(NamedTuple):
    """A page in a language."""

    language: str
    key: str


class Pages:
    """The pages that templates and settings make of a site, each kept while all that it is made of is the same."""

    def __init__(self, templates: Environment, settings: Settings, built_from: str) -> None:
        """Make pages with these templates and settings, of what git has under a name."""
        self.templates, self.settings = templates, settings
        self._commit = built_from
        self.html = lasting(self._html)

    def renderer(self, site: Site, language: str, audience: Audience = "writers") -> Renderer:
        """Return what renders the pages of a language."""
        return Renderer(site, language, self.templates, self.settings, audience, self._commit)

    def _html(self, site: Site, language: str, key: str, audience: Audience) -> str:
        renderer = self.renderer(site, language, audience)
        return renderer.document(key, renderer.page(key))

    def forget(self, site: Site) -> None:
        """Forget all pages that were made of a site."""
        site.memory.forget(self._html)


@dataclass(frozen=True)
class Loaded:
    """A site that could be loaded, and what makes its pages."""

    root: Path
    site: Site
    pages: Pages

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
        return self.pages.renderer(self.site, language)

    def document(self, place: Place, audience: Audience = "writers") -> str:
        """Return the HTML of a page."""
        return self.pages.html(self.site, place.language, place.key, audience)


class Store:
    """The project at `root`. `loaded` is the last site that could be loaded, None until there is one."""

    def __init__(self, root: Path) -> None:
        """Read everything."""
        self.root = root
        self.loaded: Loaded | None = None
        self._unloaded: list[Diagnostic] = []
        self._found: dict[str, frozenset[Diagnostic]] = {}
        self._files = Files({}, {}, frozenset())
        self._templates = environment(root / "overrides")
        self.is_current = False
        self.is_half_written = False
        """Whether what was saved last is empty or cannot be read, as it is while an editor is still writing it."""
        self.save(READ)

    def renew_templates(self) -> None:
        """Take in changed templates."""
        self._templates = environment(self.root / "overrides")
        if self.loaded:
            self.loaded = replace(self.loaded, pages=self._pages(self.loaded.pages.settings))

    def take_in(self, changed: Iterable[Path]) -> None:
        """Take in files that changed, are new or are gone, templates too; what else lies there is nothing to it."""
        names = [path.relative_to(self.root).as_posix() for path in changed if path.is_relative_to(self.root)]
        if any(name.startswith("overrides/") for name in names):
            self.renew_templates()
        written = [name for name in names if name.startswith("docs/") or name == SETTINGS]
        if written:
            self.save(written)

    def save(self, names: Iterable[str]) -> None:
        """Take in the files of these names, which changed, are new or are gone; of a folder, all below it."""
        names = list(names)
        self._files = self._files.reread(self.root, names)
        self._load()
        saved = (self._files.texts.get(name) for name in names)
        is_empty = any(isinstance(one, Source) and not one.content.strip() for one in saved)
        self.is_half_written = is_empty or not self.is_current

    def _load(self) -> None:
        settings = _settings(self._files.texts.get(SETTINGS))
        self.is_current = False
        if isinstance(settings, list):
            self._unloaded = settings
            return
        languages = tuple(settings.languages)
        if self.loaded and self.loaded.site.languages == languages:
            languages = self.loaded.site.languages  # the very same is compared at once
        site, self._unloaded = site_of(self._files, languages, date.today())
        if site is None:
            return
        site = site.after(self.loaded.site) if self.loaded else site
        settings = replace(settings, offline=False)  # what is kept on a device would hide changes
        self.loaded = Loaded(self.root, site, self._pages(settings))
        self.is_current = True

    def _pages(self, settings: Settings) -> Pages:
        """Return what makes pages with these settings: as before, if nothing else does."""
        before = self.loaded
        if before and before.pages.settings == settings and before.pages.templates is self._templates:
            return before.pages
        if before:
            before.pages.forget(before.site)
        return Pages(self._templates, settings, commit(self.root))

    def check(self, first: Iterable[str] = ()) -> Iterator[None]:
        """Work out what is wrong with the files, a chapter at a time, some chapters first; yield after each.

        Of chapters that were not reached yet, `problems` has what was wrong before.
        """
        if self.loaded is None or not self.is_current:
            return
        site = self.loaded.site
        unreadable = found_by(site, READS_ALL)
        ids = () if unreadable else chapter_ids(site)
        chapters = {f"chapter {id_}": partial(found_in, site, id_) for id_ in sorted(ids, key=set(first).__contains__)}
        checks = {f"check {name}": partial(found_by, site, name) for name in ([READS_ALL] if unreadable else OF_ALL)}
        self._found = {name: self._found.get(name, frozenset()) for name in (*reversed(chapters), *checks)}
        for name, work in {**dict(reversed(chapters.items())), **checks}.items():
            try:
                self._found[name] = work()
            except Exception as error:  # a check that fails is a problem like others
                self._found[name] = frozenset([failure(self.root, error, f"the {name} cannot be checked")])
            yield

    @property
    def problems(self) -> list[Diagnostic]:
        """Return what is wrong, as far as it has been worked out."""
        return self._unloaded or sorted(frozenset[Diagnostic]().union(*self._found.values()))


def failure(root: Path, error: Exception, message: str) -> Diagnostic:
    """Return what went wrong in code, at the last line of the project that was at work."""
    frames = [(Path(one.filename), one.lineno or 1) for one in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError) and error.filename:
        frames.append((Path(error.filename), error.lineno or 1))
    own = [(path, line) for path, line in frames if path.is_relative_to(root) or path.is_relative_to(PACKAGE)]
    path, line = (own or frames)[-1]
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    text = f"{message}: {type(error).__name__}: {error}"
    return Diagnostic(Position(name, line, 1), "preview", text, "mend what else is wrong first, or this line")


def _settings(source: Source | Diagnostic | None) -> Settings | list[Diagnostic]:
    if isinstance(source, Source):
        return settings_of(source)
    hint = "bring it back: git checkout mkdocs.yml"
    return [source or Diagnostic(Position(SETTINGS, 1, 1), "files", "no such file", hint)]
