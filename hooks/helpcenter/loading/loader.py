"""Reads the files of a project one by one, and notes what is wrong in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from pydantic import BaseModel

from ..facts.statements import rules_file
from ..files.diagnostics import Diagnostic, Position
from ..files.folder import SETTINGS, Files
from ..files.source import Source, Text
from ..files.yaml import Document
from ..model.documents import LabelsFile, Review, StepsFile
from ..model.rules import Facts
from ..model.searched import QueriesFile
from ..model.site import Gateway, Page, Png
from ..model.values import ID_PATTERN
from ..model.vocabulary import RuleType
from .parse import facts_of, gateway_of, image_of, page_name, parse_page, parse_yaml, reviews_of
from .settings import settings_of

Model = TypeVar("Model", bound=BaseModel)

LOCK = "docs/reviews.lock"
_QUERIES = "docs/queries.yml"
_SHARED = ("shared", "typed")
"""Files of docs/vocabulary/ that are no rule type."""


@dataclass
class Loader:
    """The files of a project; `problems` and `sources` are filled while they are read."""

    files: Files
    languages: tuple[str, ...]
    problems: list[Diagnostic] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)

    def refuse(self, name: str, message: str, hint: str) -> None:
        """Note what is wrong with a file as a whole."""
        self.problems.append(Diagnostic(Position(name, 1, 1), "files", message, hint))

    def source(self, name: str) -> Source | None:
        """Return a file as read; None where it is missing or cannot be read, which is noted."""
        found = self.files.texts.get(name)
        if found is None:
            self.refuse(name, "no such file", "write it under just this name, or bring it back")
        elif isinstance(found, Diagnostic):
            self.problems.append(found)
        else:
            self.sources[name] = found
            return found
        return None

    def yaml(self, name: str, model: type[Model]) -> tuple[Model, Document] | None:
        """Return a YAML file by its schema, with its places; None where it is wrong, which is noted."""
        source = self.source(name)
        if source is None:
            return None
        loaded, document = parse_yaml(source, model, self.languages)
        if isinstance(loaded, list):
            self.problems.extend(loaded)
            return None
        return loaded, document

    def page(self, name: str) -> Page | None:
        """Return a page; None where its front matter or its name is wrong, which is noted."""
        source = self.source(name)
        page = parse_page(source) if source else None
        if isinstance(page, list):
            self.problems.extend(page)
            return None
        return page

    def pages(self) -> dict[str, dict[str, Page]]:
        """Return every page by its key and its language."""
        pages: dict[str, dict[str, Page]] = {}
        for name in self.files.below("docs", ".md"):
            key, language = page_name(name)
            if language not in self.languages:
                endings = " or ".join(f".{known}.md" for known in self.languages)
                self.refuse(name, "the name does not say the page's language", f"end it with {endings}")
                continue
            page = self.page(name)
            if page:
                pages.setdefault(key, {})[language] = page
        self.refuse_missing_languages(pages)
        return {key: {one: own[one] for one in self.languages if one in own} for key, own in pages.items()}

    def refuse_missing_languages(self, pages: dict[str, dict[str, Page]]) -> None:
        """Note the pages that are missing in a language."""
        for key in pages:
            guide = pages.get("writing/index", {})
            needed = [one for one in self.languages if one in guide] if key.startswith("writing/") else self.languages
            for language in needed:
                name = f"docs/{key}.{language}.md"
                if name not in self.files.texts:
                    self.refuse(name, "the page is missing in this language", "each page exists in every language")

    def refuse_links(self) -> None:
        """Note symbolic links."""
        for name in sorted(self.files.links):
            self.refuse(name, "a symbolic link", "put the file itself here: MkDocs would publish what it leads to")

    def vocabulary(self) -> Mapping[str, RuleType]:
        """Return the rule types in the order in which readers meet them."""
        folder = "docs/vocabulary"
        own = [name for name in self.files.below(folder, ".yml") if name.count("/") == folder.count("/") + 1]
        names = {name: _stem(name) for name in own if _stem(name) not in _SHARED}
        loaded = {name: self.yaml(name, RuleType) for name in names}
        types = {name: one[0] for name, one in loaded.items() if one}
        for name, one in types.items():
            if one.rule != names[name]:
                self.refuse(name, f"the file is not named after its rule '{one.rule}'", f"rename it: {one.rule}.yml")
        return {str(one.rule): one for one in sorted(types.values(), key=lambda one: (one.place, one.rule))}

    def facts(self, name: str, vocabulary: Mapping[str, RuleType]) -> Facts | None:
        """Return what a `rules.yml` states; nothing can be said of it while the vocabulary cannot be read."""
        if any("/vocabulary/" in problem.position.file for problem in self.problems):
            return None
        loaded = self.yaml(name, rules_file(vocabulary))
        return facts_of(self.sources[name], *loaded) if loaded else None

    def gateways(self, pages: dict[str, dict[str, Page]], vocabulary: Mapping[str, RuleType]) -> Iterator[Gateway]:
        """Yield the gateways whose files can all be read."""
        below = (name.split("/")[2:] for name in self.files.below("docs/gateways"))
        folders = dict.fromkeys(folder for folder, *inside in below if inside)
        if not folders:
            self.refuse("docs/gateways", "no gateway found", "helpcenter new gateway writes a folder")
        for id_ in folders:
            folder = f"docs/gateways/{id_}"
            if not ID_PATTERN.fullmatch(id_):
                self.refuse(
                    folder, "the folder's name is not an id", "rename it: lowercase letters, digits and hyphens"
                )
            facts = self.facts(f"{folder}/rules.yml", vocabulary)
            steps = self.optional(f"{folder}/steps.yml", StepsFile)
            own = self.optional(f"{folder}/terms.yml", LabelsFile)
            article = pages.get(f"gateways/{id_}/index", {})
            if not article:
                self.refuse(f"{folder}/index.{self.languages[0]}.md", "no such file", "write the gateway's article")
            if facts and article:
                yield gateway_of(self.sources[f"{folder}/rules.yml"], facts, steps, own)

    def optional(self, name: str, model: type[Model]) -> Model | None:
        """Return the model of a file that need not be there."""
        loaded = self.yaml(name, model) if name in self.files.texts else None
        return loaded[0] if loaded else None

    def examples(self) -> Mapping[str, StepsFile]:
        """Return the steps in folders of the writers' guide."""
        names = [name for name in self.files.below("docs/writing", "/steps.yml") if name.count("/") == 3]
        loaded = {name.removeprefix("docs/").removesuffix("/steps.yml"): self.yaml(name, StepsFile) for name in names}
        return {folder: steps[0] for folder, steps in loaded.items() if steps}

    def unwritten(self, name: str) -> Source | None:
        """Return a file that is no writer's: what is said of writing does not hold for it."""
        source = self.source(name)
        self.sources.pop(name, None)
        return source

    def images(self) -> Mapping[str, Png]:
        """Return the PNG files of docs/assets/ by their names there."""
        names = self.files.below("docs/assets", ".png")
        return {name.removeprefix("docs/assets/"): image_of(self.files.others[name]) for name in names}

    def names(self) -> Mapping[str, Text]:
        """Return what `mkdocs.yml` calls the site in each language."""
        source = self.unwritten(SETTINGS)
        settings = settings_of(source) if source else []
        assert source
        assert not isinstance(settings, list)  # its languages are known
        found = {language: own.site_name for language, own in settings.languages.items()}
        return {one: Text(name, source, max(source.content.find(name), 0)) for one, name in found.items()}

    def queries(self) -> QueriesFile | None:
        """Return what the search must find. People type what no page may say: writing is not checked there."""
        queries = self.optional(_QUERIES, QueriesFile)
        self.sources.pop(_QUERIES, None)
        return queries

    def reviews(self) -> Mapping[str, Review]:
        """Return what has been approved, by the ids of units."""
        source = self.source(LOCK) if LOCK in self.files.texts else None
        if source is None:
            return {}
        found = reviews_of(source)
        if isinstance(found, Diagnostic):
            self.problems.append(found)
            return {}
        return found


def _stem(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0]
