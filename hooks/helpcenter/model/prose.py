"""Every text that readers see, with what is needed to judge it, grouped in units that are reviewed as one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from ..files.inline import visible
from ..files.markdown import Block, split_list
from ..files.source import Text
from .documents import MessagesFile, StepsFile
from .screens import Screen
from .searched import NotCoveredFile
from .site import Gateway, Page
from .vocabulary import RuleType

Kind = Literal["title", "heading", "paragraph", "item", "cell", "step", "step-note", "screen", "message"]

STILL_TO_WRITE = "…"
"""What `helpcenter new` leaves where only the writer knows what to say. Behind it may stand another language's text."""

NOTES = "notes"
"""The id of the heading above an article's numbered notes."""


@dataclass(frozen=True)
class Prose:
    """A stretch of text in one language. `unit` is the same in all of them; `page` is the key of the page around it."""

    unit: str
    kind: Kind
    language: str
    text: Text
    page: str = ""
    gateway: Gateway | None = None
    screen: Screen | None = None


def is_unwritten(text: str) -> bool:
    """Say whether a text is still to be written: it begins or ends with dots."""
    if STILL_TO_WRITE not in text:
        return False
    words = visible(text).strip()
    return words.startswith(STILL_TO_WRITE) or words.endswith(f" {STILL_TO_WRITE}")


def page_prose(page: Page, gateway: Gateway | None) -> Iterator[Prose]:
    """Yield the texts of a page: its title, its description, and its blocks by section and note."""
    yield Prose(f"{page.key}#title", "title", page.language, page.meta.title, page.key, gateway)
    yield Prose(f"{page.key}#description", "paragraph", page.language, page.meta.description, page.key, gateway)
    for block in page.blocks:
        if block.kind != "directive" and block.kind != "code":
            yield Prose(unit_of(page, block), block.kind, page.language, block.text, page.key, gateway)


def unit_of(page: Page, block: Block) -> str:
    """Return the id of the unit to which a block of a page belongs: a note, a section, or the introduction."""
    if block.section == NOTES and block.number is not None:
        return f"{page.key}#note-{block.number}"
    return f"{page.key}#{(block.id if block.kind == 'heading' else block.section) or 'introduction'}"


def steps_prose(folder: str, article: StepsFile, gateway: Gateway | None = None) -> Iterator[Prose]:
    """Yield the texts of the steps in a folder, of its sections, its screens and their drawings."""

    def texts(part: str, kind: Kind, by_language: Mapping[str, Text], screen: Screen | None = None) -> Iterator[Prose]:
        unit = f"{folder}#{part}"
        yield from (Prose(unit, kind, *text, f"{folder}/index", gateway, screen) for text in by_language.items())

    for screen in article.screens:
        yield from texts(f"screen-{screen.id}", "screen", screen.title)
        if screen.image:
            yield from texts(f"screen-{screen.id}", "screen", screen.image.alt)
    for id_, words in article.texts.items():
        yield from texts(f"text-{id_}", "screen", words)
    for section in article.sections:
        yield from texts(section.id, "heading", section.title)
        for step in section.steps:
            on_screen = article.screen_of(section, step)
            words = {language: split_list(text)[0] for language, text in step.text.items()}
            yield from texts(f"step-{step.id}", "step", words, on_screen)
            if step.note:
                yield from texts(f"step-{step.id}", "step-note", step.note, on_screen)


def message_prose(messages: MessagesFile) -> Iterator[Prose]:
    """Yield the sentences of the checker and of the site's own parts."""
    for group, by_id in messages:
        for id_, texts in by_id.items():
            for language, text in texts.items():
                yield Prose(f"messages#{group}-{id_}", "message", language, text)


def topic_prose(not_covered: NotCoveredFile) -> Iterator[Prose]:
    """Yield what the search says of topics that no page covers."""
    for id_, topic in not_covered.topics.items():
        for language, text in topic.says.items():
            yield Prose(f"not-covered#{id_}", "message", language, text)


def type_prose(rule_type: RuleType) -> Iterator[Prose]:
    """Yield what a rule type says to readers besides its sentences: its name, its meaning, and answers to a plan."""
    texts: dict[str, Mapping[str, Text]] = {"name": rule_type.name, "meaning": rule_type.meaning}
    for part, by_language in {**texts, **{f"answer-{id_}": own for id_, own in rule_type.answer.items()}}.items():
        for language, text in by_language.items():
            yield Prose(f"vocabulary/{rule_type.rule}#{part}", "message", language, text)


def texts_of(value: Any, languages: tuple[str, ...], language: str = "") -> Iterator[tuple[str, Text]]:
    """Yield every text below a value, with the language under whose key it is."""
    if isinstance(value, Text) and language:
        yield language, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name), languages, language)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from texts_of(inner, languages, key if key in languages else language)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_of(inner, languages, language)
