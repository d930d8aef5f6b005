"""A site in chapters: what is written, and checked, as one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic import BaseModel

from ..files.source import Source
from .documents import MessagesFile, StepsFile
from .memory import lasting, remembered
from .prose import Prose, is_unwritten, message_prose, page_prose, steps_prose, topic_prose, type_prose
from .rules import Facts
from .searched import NotCoveredFile
from .site import Gateway, Page, Site
from .vocabulary import RuleType

MESSAGES, PLATFORM, ALL = "messages", "platform", ""
"""Parts that are one file, and the chapter of all files that belong to no other one."""
_VOCABULARY, _GATEWAYS = "vocabulary/", "gateways/"
_SHARED = "vocabulary/shared"


@dataclass(frozen=True)
class Chapter:
    """A gateway's folder, a folder of the guide with steps, another page, a rule type, or files that concern all.

    `pages` are by key and language, `articles` by folder, `sources` by file, `texts` those in models beside all this.
    """

    id: str
    pages: Mapping[str, Mapping[str, Page]]
    articles: Mapping[str, StepsFile]
    sources: Mapping[str, Source]
    gateway: Gateway | None = None
    facts: Facts | None = None
    messages: MessagesFile | None = None
    not_covered: NotCoveredFile | None = None
    rule_type: RuleType | None = None
    texts: tuple[BaseModel, ...] = ()

    @cached_property
    def every_prose(self) -> tuple[Prose, ...]:
        """Return every text, in every language, also those that are still to be written."""
        return tuple(self._prose())

    @cached_property
    def prose(self) -> tuple[Prose, ...]:
        """Return every text that is written. Most checks go through them."""
        return tuple(one for one in self.every_prose if not is_unwritten(one.text))

    @property
    def every_page(self) -> Iterator[Page]:
        """Yield each page in each language."""
        for pages in self.pages.values():
            yield from pages.values()

    def _prose(self) -> Iterator[Prose]:
        for page in self.every_page:
            yield from page_prose(page, self.gateway)
        for folder, article in self.articles.items():
            spoken = self.pages.get(f"{folder}/index", {})
            texts = steps_prose(folder, article, self.gateway)
            yield from (one for one in texts if one.language in spoken)
        yield from message_prose(self.messages) if self.messages else ()
        yield from topic_prose(self.not_covered) if self.not_covered else ()
        yield from type_prose(self.rule_type) if self.rule_type else ()


def chapter_of_page(site: Site, key: str) -> str:
    """Return the chapter to which a page belongs."""
    folder, _, inside = key.removeprefix(_GATEWAYS).partition("/")
    if key.startswith(_GATEWAYS) and inside and folder in site.gateways:
        return _GATEWAYS + folder
    folder = key.rpartition("/")[0]
    return folder if folder in site.examples else key


@lasting
def _keys(site: Site) -> Mapping[str, tuple[str, ...]]:
    """Return the keys of the pages of each chapter that has some."""
    found: dict[str, list[str]] = {}
    for key in site.pages:
        found.setdefault(chapter_of_page(site, key), []).append(key)
    return {chapter: tuple(keys) for chapter, keys in found.items()}


@lasting
def _files(site: Site) -> Mapping[str, tuple[str, ...]]:
    """Return the names of the files of each chapter."""
    found: dict[str, list[str]] = {}
    for name in site.sources:
        found.setdefault(_chapter_of_file(site, name), []).append(name)
    return {chapter: tuple(names) for chapter, names in found.items()}


def _chapter_of_file(site: Site, name: str) -> str:
    path, _, ending = name.removeprefix("docs/").rpartition(".")
    if ending == "md":
        return chapter_of_page(site, path.rpartition(".")[0])
    folder = path.rpartition("/")[0]
    if folder.startswith(_GATEWAYS) or folder in (*site.examples, PLATFORM):
        return folder
    return path if path == MESSAGES or (path.startswith(_VOCABULARY) and path != _SHARED) else ALL


@lasting
def chapter_ids(site: Site) -> tuple[str, ...]:
    """Return the ids of all chapters, in the order in which readers meet their pages."""
    platform = [PLATFORM] if site.platform else []
    return (*_keys(site), *(f"{_VOCABULARY}{rule}" for rule in site.vocabulary), MESSAGES, *platform, ALL)


@lasting
def _own_keys(site: Site, chapter: str) -> tuple[str, ...]:
    return _keys(site).get(chapter, ())


@lasting
def _own_files(site: Site, chapter: str) -> tuple[str, ...]:
    return _files(site).get(chapter, ())


@lasting
def chapter_of(site: Site, id_: str) -> Chapter:
    """Return a chapter by its id."""
    gateway = site.gateways.get(id_.removeprefix(_GATEWAYS)) if id_.startswith(_GATEWAYS) else None
    article = gateway.article if gateway else site.examples.get(id_)
    rule_type = site.vocabulary.get(id_.removeprefix(_VOCABULARY)) if id_.startswith(_VOCABULARY) else None
    return Chapter(
        id=id_,
        pages={key: site.pages[key] for key in _own_keys(site, id_)},
        articles={id_: article} if article else {},
        sources={name: site.sources[name] for name in _own_files(site, id_)},
        gateway=gateway,
        facts=site.platform if id_ == PLATFORM else gateway,
        messages=site.messages if id_ == MESSAGES else None,
        not_covered=site.not_covered if id_ == ALL else None,
        rule_type=rule_type,
        texts=(site.terms, site.shared) if id_ == ALL else (rule_type,) if rule_type else (),
    )


def chapters_about(site: Site, file: str) -> Iterator[str]:
    """Yield the chapters in which something may be said of a file: its own, and those that name its gateway."""
    own = _chapter_of_file(site, file)
    if own.startswith(_GATEWAYS):
        id_ = own.removeprefix(_GATEWAYS)
        named = (one for one in chapter_ids(site) if _names(chapter_of(site, one), id_))
        yield from dict.fromkeys([own, *named])
    else:
        yield from [own] if own in site.pages or own in site.examples else chapter_ids(site)


def _names(chapter: Chapter, gateway: str) -> bool:
    return any(gateway in source.content for source in chapter.sources.values())


def every_chapter(site: Site) -> Iterator[Chapter]:
    """Yield all chapters."""
    return (chapter_of(site, id_) for id_ in chapter_ids(site))


@remembered
def every_prose(site: Site) -> tuple[Prose, ...]:
    """Return every text of the site, in every language, also those that are still to be written."""
    return tuple(text for chapter in every_chapter(site) for text in chapter.every_prose)


@remembered
def prose(site: Site) -> tuple[Prose, ...]:
    """Return every text of the site that is written, in every language."""
    return tuple(text for chapter in every_chapter(site) for text in chapter.prose)
