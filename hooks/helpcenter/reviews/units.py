"""The recorded approval that a unit of text says the same in every language and agrees with its rules.

A unit's fingerprint holds digests of its words, language by language, and of the labels, rules, picture and order that
belong to it. When one of them is no longer the reviewed one, the unit has drifted until somebody accepts it anew.
"""

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from ..facts.claims import resolve
from ..files.diagnostics import Position
from ..files.inline import bound_links
from ..files.source import Text
from ..model.chapters import ALL, Chapter, chapter_ids, chapter_of, chapter_of_page
from ..model.documents import Review
from ..model.memory import lasting, remembered
from ..model.prose import Prose, is_unwritten, unit_of
from ..model.site import Site
from .beside import Texts, known_of, rules_said, shown_on, vocabulary_said

_DIGITS = {zero + digit: str(digit) for zero in (0x0966, 0x09E6) for digit in range(10)}


@dataclass
class Unit:
    """What is reviewed as one: a title, a step with its note, a note, a section of a page, a message, a rule.

    `rules` are what the rules say that it is bound to, with their sources; `order` is that of steps or sections.
    """

    id: str
    texts: dict[str, list[Text]] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    rules: dict[str, str] = field(default_factory=dict)
    picture: str = ""
    order: str = ""

    def place(self, language: str, index: int = 0) -> Position:
        """Return where one of its texts in a language begins."""
        return self.texts[language][index].at()

    def holds(self, position: Position) -> bool:
        """Say whether a position lies within one of its texts."""
        return any(
            text.source.name == position.file and text.at().line <= position.line <= text.at(len(text)).line
            for texts in self.texts.values()
            for text in texts
        )

    def words(self, language: str) -> str:
        """Return its text in a language as readers of source files know it."""
        return " ".join(" ".join(self.texts[language]).split())

    @property
    def is_unwritten(self) -> bool:
        """Say whether it is still dots somewhere, and there is nothing to review."""
        return any(is_unwritten(text) for texts in self.texts.values() for text in texts)


@dataclass(frozen=True)
class Fingerprint:
    """Digests of a unit: of each of its texts, of each rule; None where it has no labels, rules, picture or order."""

    text: Mapping[str, str]
    labels: str | None
    rules: str | None
    picture: str | None
    order: str | None


@dataclass(frozen=True)
class Drift:
    """A unit that is not as reviewed: what differs, in which languages, and where in each of them."""

    unit: Unit
    kinds: tuple[str, ...]
    languages: tuple[str, ...]
    review: Review | None
    places: Mapping[str, Position] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    """The paths of the rules that changed."""


def digest(text: str) -> str:
    """Return a short digest that ignores what changes no meaning: normal form, spaces, and the script of digits."""
    plain = " ".join(unicodedata.normalize("NFC", text).translate(_DIGITS).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def without_labels(texts: Iterable[Text]) -> str:
    """Return texts without the words of bound labels: a label's new form is no new sentence."""
    return "\n".join(_without_labels(text) for text in texts)


def _without_labels(text: Text) -> str:
    pieces, end = [], 0
    for link in bound_links(text):
        if link.scheme == "ui":
            pieces += [text[end : link.offset], f"[](ui:{link.target})"]
            end = link.offset + link.length
    return "".join([*pieces, text[end:]])


@remembered
def units(site: Site) -> Mapping[str, Unit]:
    """Return every unit of the site by its id."""
    return {id_: unit for chapter in chapter_ids(site) for id_, unit in units_in(site, chapter).items()}


@lasting
def units_in(site: Site, chapter: str) -> Mapping[str, Unit]:
    """Return the units of a chapter by their ids."""
    own, found = chapter_of(site, chapter), dict[str, Unit]()
    for text in own.every_prose:
        unit = found.setdefault(text.unit, Unit(text.unit))
        unit.texts.setdefault(text.language, []).append(text.text)
        _bind(site, unit, text)
    for page in own.every_page:
        for block in page.blocks:
            if block.code is not None:  # no prose, but readers copy it
                unit = found.setdefault(unit_of(page, block), Unit(unit_of(page, block)))
                unit.texts.setdefault(page.language, []).append(block.code)
    _order(site, own, found)
    for id_, texts, rules in rules_said(site, own.gateway) if own.gateway else ():
        found[id_] = Unit(id_, dict(texts), rules=dict(rules))
    for id_, texts in _beside(site, own):
        found[id_] = Unit(id_, dict(texts))
    return found


def _beside(site: Site, chapter: Chapter) -> Iterator[tuple[str, Texts]]:
    """Yield what is reviewed and is no prose: patterns and words of the vocabulary, and the site's names."""
    if chapter.rule_type:
        yield from vocabulary_said(chapter.rule_type, site.languages)
    if chapter.id == ALL:
        yield from vocabulary_said(site.shared, site.languages)
        yield "mkdocs#site_name", {one: [name] for one, name in site.names.items()}


def _bind(site: Site, unit: Unit, text: Prose) -> None:
    for link in bound_links(text.text):
        if link.scheme == "ui":
            unit.labels.add(f"{text.language}:{link.target}={link.words}")
        elif link.scheme == "rule":
            unit.rules[str(link.target)] = known_of(resolve(site, link.target, text.gateway))
    if text.screen:
        unit.picture = shown_on(site, text.screen)


def _order(site: Site, chapter: Chapter, found: Mapping[str, Unit]) -> None:
    """Note the order of sections and steps: it says what is done first."""
    for key, pages in chapter.pages.items():
        first = pages[site.languages[0]] if site.languages[0] in pages else next(iter(pages.values()))
        blocks = (block for block in first.blocks if block.kind in ("heading", "directive"))
        found[f"{key}#title"].order = ", ".join(block.id + block.path for block in blocks)
    for folder, article in chapter.articles.items():
        for section in article.sections if f"{folder}/index" in chapter.pages else ():
            found[f"{folder}#{section.id}"].order = ", ".join(step.id for step in section.steps)
        title = found.get(f"{folder}/index#title")
        if title:
            title.order += f"; {', '.join(section.id for section in article.sections)}"


def fingerprint(unit: Unit) -> Fingerprint:
    """Return the digests of a unit."""
    return Fingerprint(
        text={
            language: " ".join(digest(without_labels([text])) for text in texts)
            for language, texts in sorted(unit.texts.items())
        },
        labels=digest("\n".join(sorted(unit.labels))) if unit.labels else None,
        rules=" ".join(f"{path}={digest(known)}" for path, known in sorted(unit.rules.items())) or None,
        picture=digest(unit.picture) if unit.picture else None,
        order=digest(unit.order) if unit.order else None,
    )


@remembered
def drifts(site: Site) -> list[Drift]:
    """Return the units that are not as reviewed; those that are gone are not among them."""
    return [drift for chapter in chapter_ids(site) for drift in drifts_in(site, chapter)]


@lasting
def drifts_in(site: Site, chapter: str) -> tuple[Drift, ...]:
    """Return the units of a chapter that are not as reviewed."""
    own = (unit for unit in units_in(site, chapter).values() if not unit.is_unwritten)
    compared = (_compare(unit, site.reviews.get(unit.id)) for unit in own)
    return tuple(drift for drift in compared if drift.kinds)


def _compare(unit: Unit, review: Review | None) -> Drift:
    languages = tuple(unit.texts)
    if review is None:
        return Drift(unit, ("new",), languages, None)
    now = fingerprint(unit)
    changed = tuple(language for language in languages if now.text[language] != review.text.get(language))
    kinds = {
        "words": bool(changed) or set(now.text) != set(review.text),
        "label": now.labels != review.labels,
        "rule": now.rules != review.rules,
        "picture": now.picture != review.picture,
        "order": now.order != review.order,
    }
    places = {language: unit.place(language, _changed(now, review, language)) for language in changed}
    rules = tuple(one.partition("=")[0] for one in (now.rules or "").split() if one not in (review.rules or "").split())
    differing = tuple(kind for kind, differs in kinds.items() if differs)
    return Drift(unit, differing, changed or languages, review, places, rules)


def _changed(now: Fingerprint, review: Review, language: str) -> int:
    """Return which text of a language is the first that is not as reviewed."""
    own, reviewed = now.text[language].split(), review.text.get(language, "").split()
    return next((index for index, one in enumerate(own) if reviewed[index : index + 1] != [one]), 0)


def gone(site: Site) -> list[str]:
    """Return the ids of reviewed units that exist no longer."""
    return sorted(id_ for chapter in chapter_ids(site) for id_ in gone_from(site, chapter))


def gone_from(site: Site, chapter: str) -> frozenset[str]:
    """Return the ids of reviewed units that were in a chapter; of a chapter that is gone too, in that of all."""
    return _reviewed_in(site, chapter) - set(units_in(site, chapter))


@lasting
def _reviewed_in(site: Site, chapter: str) -> frozenset[str]:
    return _reviewed(site).get(chapter, frozenset())


@lasting
def _reviewed(site: Site) -> Mapping[str, frozenset[str]]:
    """Return the ids of reviewed units by the chapters to which they belong."""
    known, found = set(chapter_ids(site)), dict[str, set[str]]()
    for id_ in site.reviews:
        key = id_.partition("#")[0]
        chapter = next((one for one in (key, chapter_of_page(site, key)) if one in known), ALL)
        found.setdefault(chapter, set()).add(id_)
    return {chapter: frozenset(ids) for chapter, ids in found.items()}
