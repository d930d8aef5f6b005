"""Files in; a site or diagnostics out. All problems of all files are reported at once."""

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from ..facts.statements import rules_file, rules_of
from ..files.diagnostics import Diagnostic, Position
from ..files.markdown import read_content, split_front_matter
from ..files.source import Source, Text, read_source
from ..files.yaml import Document, read_yaml
from ..model.documents import (
    LabelsFile,
    MessagesFile,
    NotCoveredFile,
    PageMeta,
    QueriesFile,
    RedirectsFile,
    Review,
    ReviewsFile,
    StepsFile,
    TermsFile,
    TypedFile,
)
from ..model.rules import Facts
from ..model.site import Gateway, Page, Png, Site
from ..model.values import ID_PATTERN
from ..model.vocabulary import RuleType, SharedFile
from .settings import read_settings
from .validation import validate

Model = TypeVar("Model", bound=BaseModel)


LOADING = ("files", "schema", "yaml")
"""The names under which files are refused before any check is run; each has a page like a check."""


STYLESHEET = "assets/help.css"
_SHARED = ("shared", "typed")
"""Files of docs/vocabulary/ that are no rule type."""


def codes(standard: str) -> tuple[str, ...]:
    """Return the codes of ISO 4217, list one, that name a currency, or those of ISO 3166-1 that name a country.

    Both lists are frozen; a test compares them with pycountry's.
    """
    return tuple(resources.files(__package__).joinpath(f"{standard}.txt").read_text(encoding="ascii").split())


@lru_cache(maxsize=4096)
def parse_yaml(
    source: Source, model: type[Model], languages: tuple[str, ...]
) -> tuple[Model | list[Diagnostic], Document]:
    """Return the model of a YAML file, or what is wrong with it. What is compiled of a model is kept with it."""
    document = read_yaml(source)
    return validate(document, model, languages), document


@cache
def parse_page(source: Source, key: str, language: str) -> Page | list[Diagnostic]:
    """Return a page from its text, or what is wrong with its front matter."""
    front_matter, body = split_front_matter(source)
    if front_matter is None:
        is_open = source.content.startswith("---\n")
        hint = "begin the page with a line ---, then title: … and description: …, then a line ---"
        message = "the front matter is not closed" if is_open else "no front matter"
        return [Diagnostic(Position(source.name, 1, 1), "files", message, hint)]
    meta = validate(read_yaml(source, front_matter), PageMeta, ())
    return meta if isinstance(meta, list) else Page(key, language, source, meta, body, read_content(source, body))


def _image(content: bytes) -> Png:
    """Return what the first bytes of a PNG file tell: its signature, then a chunk that begins with its size."""
    is_png = content[:8] == b"\x89PNG\r\n\x1a\n" and content[12:16] == b"IHDR"
    return Png(len(content), struct.unpack(">II", content[16:24]) if is_png else None)


def _refuse_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise ValueError(f"'{next(name for name in names if names.count(name) > 1)}' appears twice")
    return dict(pairs)


@dataclass
class _Loader:
    root: Path
    languages: tuple[str, ...]
    problems: list[Diagnostic] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)

    @property
    def docs(self) -> Path:
        return self.root / "docs"

    def refuse(self, path: Path, message: str, hint: str) -> None:
        name = path.relative_to(self.root).as_posix()
        self.problems.append(Diagnostic(Position(name, 1, 1), "files", message, hint))

    def source(self, path: Path) -> Source | None:
        if not path.exists():
            self.refuse(path, "no such file", "write it under just this name, or bring it back")
            return None
        result = read_source(path, self.root)
        if isinstance(result, Diagnostic):
            self.problems.append(result)
            return None
        self.sources.append(result)
        return result

    def yaml(self, path: Path, model: type[Model]) -> tuple[Model, Document] | None:
        source = self.source(path)
        if source is None:
            return None
        loaded, document = parse_yaml(source, model, self.languages)
        if isinstance(loaded, list):
            self.problems.extend(loaded)
            return None
        return loaded, document

    def page(self, path: Path, key: str, language: str) -> Page | None:
        source = self.source(path)
        page = parse_page(source, key, language) if source else None
        if isinstance(page, list):
            self.problems.extend(page)
            return None
        return page

    def pages(self) -> dict[str, dict[str, Page]]:
        pages: dict[str, dict[str, Page]] = {}
        for path in sorted(self.docs.rglob("*.md")):
            name, _, language = path.name.removesuffix(".md").rpartition(".")
            if language not in self.languages:
                endings = " or ".join(f".{known}.md" for known in self.languages)
                self.refuse(path, "the name does not say the page's language", f"end it with {endings}")
                continue
            key = (path.parent / name).relative_to(self.docs).as_posix()
            page = self.page(path, key, language)
            if page:
                pages.setdefault(key, {})[language] = page
        self.refuse_missing_languages(pages)
        return {key: {one: own[one] for one in self.languages if one in own} for key, own in pages.items()}

    def refuse_missing_languages(self, pages: dict[str, dict[str, Page]]) -> None:
        for key in pages:
            guide = pages.get("writing/index", {})
            needed = [one for one in self.languages if one in guide] if key.startswith("writing/") else self.languages
            for language in needed:
                path = self.docs / f"{key}.{language}.md"
                if not path.exists():
                    self.refuse(path, "the page is missing in this language", "each page exists in every language")

    def refuse_links(self) -> None:
        for path in sorted(self.docs.rglob("*")):
            if path.is_symlink():
                self.refuse(path, "a symbolic link", "put the file itself here: MkDocs would publish what it leads to")

    def vocabulary(self) -> Mapping[str, RuleType]:
        """Return the rule types in the order in which readers meet them."""
        paths = sorted(path for path in (self.docs / "vocabulary").glob("*.yml") if path.stem not in _SHARED)
        loaded = {path: self.yaml(path, RuleType) for path in paths}
        types = {path: one[0] for path, one in loaded.items() if one}
        for path, one in types.items():
            if one.rule != path.stem:
                self.refuse(path, f"the file is not named after its rule '{one.rule}'", f"rename it: {one.rule}.yml")
        return {str(one.rule): one for one in sorted(types.values(), key=lambda one: (one.place, one.rule))}

    def facts(self, path: Path, vocabulary: Mapping[str, RuleType]) -> Facts | None:
        """Return what a `rules.yml` states; nothing can be said of it while the vocabulary cannot be read."""
        if any("/vocabulary/" in problem.position.file for problem in self.problems):
            return None
        loaded = self.yaml(path, rules_file(vocabulary))
        return Facts(path.parent.name, loaded[0], rules_of(loaded[0]), loaded[1].positions) if loaded else None

    def gateways(self, pages: dict[str, dict[str, Page]], vocabulary: Mapping[str, RuleType]) -> Iterator[Gateway]:
        folders = sorted(path for path in (self.docs / "gateways").glob("*") if path.is_dir())
        if not folders:
            self.refuse(self.docs / "gateways", "no gateway found", "helpcenter new gateway writes a folder")
        for folder in folders:
            if not ID_PATTERN.fullmatch(folder.name):
                self.refuse(
                    folder, "the folder's name is not an id", "rename it: lowercase letters, digits and hyphens"
                )
            facts = self.facts(folder / "rules.yml", vocabulary)
            steps = self.optional(folder / "steps.yml", StepsFile)
            own = self.optional(folder / "terms.yml", LabelsFile)
            article = pages.get(f"gateways/{folder.name}/index", {})
            if not article:
                self.refuse(folder / f"index.{self.languages[0]}.md", "no such file", "write the gateway's article")
            if facts and article:
                yield Gateway(facts.id, facts.file, facts.rules, facts.positions, steps, article, own)

    def optional(self, path: Path, model: type[Model]) -> Model | None:
        """Return the model of a file that need not be there."""
        loaded = self.yaml(path, model) if path.exists() else None
        return loaded[0] if loaded else None

    def examples(self) -> Mapping[str, StepsFile]:
        """Return the steps in folders of the writers' guide."""
        paths = sorted((self.docs / "writing").glob("*/steps.yml"))
        loaded = {path.parent.relative_to(self.docs).as_posix(): self.yaml(path, StepsFile) for path in paths}
        return {folder: steps[0] for folder, steps in loaded.items() if steps}

    def styles(self) -> Source | None:
        """Return the stylesheet. It is no writer's file: what is said of writing does not hold for it."""
        source = self.source(self.docs / STYLESHEET)
        if source:
            self.sources.remove(source)
        return source

    def images(self) -> Mapping[str, Png]:
        paths = sorted((self.docs / "assets").rglob("*.png"))
        return {path.relative_to(self.docs / "assets").as_posix(): _image(path.read_bytes()) for path in paths}

    def names(self) -> Mapping[str, Text]:
        """Return what `mkdocs.yml` calls the site in each language."""
        source = self.source(self.root / "mkdocs.yml")
        assert source is not None  # its languages are known
        self.sources.remove(source)
        found = {language: own.site_name for language, own in read_settings(self.root).languages.items()}
        return {one: Text(name, source, max(source.content.find(name), 0)) for one, name in found.items()}

    def queries(self) -> QueriesFile | None:
        """Return what the search must find. People type what no page may say: writing is not checked there."""
        queries = self.optional(self.docs / "queries.yml", QueriesFile)
        self.sources = [source for source in self.sources if not source.name.endswith("/queries.yml")]
        return queries

    def reviews(self) -> Mapping[str, Review]:
        path = self.docs / "reviews.lock"
        source = self.source(path) if path.exists() else None
        if source is None:
            return {}
        try:
            json.loads(source.content, object_pairs_hook=_refuse_duplicates)
            return ReviewsFile.model_validate_json(source.content).units
        except ValueError as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
            hint = "keep one line per unit from both sides of a merge; helpcenter drift then shows what to read"
            self.problems.append(Diagnostic(Position(source.name, line, 1), "files", f"cannot be read: {error}", hint))
            return {}

    def files(self) -> frozenset[str]:
        return frozenset(path.relative_to(self.docs).as_posix() for path in self.docs.rglob("*") if path.is_file())


def load(root: Path, languages: tuple[str, ...], today: date) -> tuple[Site | None, list[Diagnostic]]:
    """Read the writers' files below `root`/docs. The site is None when a file has a problem.

    `today` is the day from which the age of facts is counted.
    """
    loader = _Loader(root, languages)
    docs = loader.docs
    loader.refuse_links()
    terms = loader.yaml(docs / "terms.yml", TermsFile)
    shared = loader.yaml(docs / "vocabulary" / "shared.yml", SharedFile)
    typed = loader.yaml(docs / "vocabulary" / "typed.yml", TypedFile)
    messages = loader.yaml(docs / "messages.yml", MessagesFile)
    vocabulary, pages = loader.vocabulary(), loader.pages()
    gateways = {gateway.id: gateway for gateway in loader.gateways(pages, vocabulary)}
    platform = docs / "platform" / "rules.yml"
    common = loader.facts(platform, vocabulary) if platform.exists() else None
    reviews, queries = loader.reviews(), loader.queries()
    redirects = loader.optional(docs / "redirects.yml", RedirectsFile)
    not_covered = loader.optional(docs / "not-covered.yml", NotCoveredFile)
    examples, styles = loader.examples(), loader.styles()
    if loader.problems or not (terms and shared and typed and messages and styles):
        return None, sorted(set(loader.problems))
    site = Site(
        languages=languages,
        names=loader.names(),
        terms=terms[0],
        vocabulary=vocabulary,
        shared=shared[0],
        typed=typed[0],
        platform=common,
        messages=messages[0],
        gateways=gateways,
        pages=pages,
        sources=tuple(loader.sources),
        currencies=codes("iso4217"),
        countries=codes("iso3166"),
        files=loader.files(),
        today=today,
        reviews=reviews,
        redirects=redirects.redirects if redirects else {},
        queries=queries,
        not_covered=not_covered,
        styles=styles,
        images=loader.images(),
        examples=examples,
    )
    return site, []
