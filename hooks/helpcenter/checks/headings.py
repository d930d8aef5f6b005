"""Every heading has an explicit ASCII id, so that links to it are the same in every language."""

import re
from collections.abc import Iterable, Iterator

from ..files.diagnostics import Diagnostic
from ..files.markdown import Block
from ..model.chapters import Chapter
from ..model.documents import Section
from ..model.site import Page, Site
from ..model.values import ID_PATTERN

NAME = "headings"

RESERVED = "top"
"""The id of a page's title, which its front matter holds."""
OF_THE_SHELL = re.compile(
    r"content|contents(-title)?|navigation|checker|finder|search(-.+)?|hc-.+"
    r"|(about|check|find|note|place|rule|screen|step|type|webhook)-.+"
)
"""Ids that a page has besides those of its headings: of what is around its text, and of its components."""


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield headings without a usable id, ids that appear twice and skipped levels."""
    for page in chapter.every_page:
        article = site.article_of(page.key)
        sections = article.sections if article and _has_steps(page) else ()
        yield from _reserved(sections)
        yield from _check_page(page, {RESERVED, *(str(section.id) for section in sections)})


def _reserved(sections: Iterable[Section]) -> Iterator[Diagnostic]:
    for section in sections:
        if OF_THE_SHELL.fullmatch(section.id):
            message = f"the id '{section.id}' is one of the site's own"
            yield Diagnostic(section.id.at(), NAME, message, "choose another one")


def _has_steps(page: Page) -> bool:
    return any(block.kind == "directive" and block.id == "STEPS" for block in page.blocks)


def _check_page(page: Page, seen: set[str]) -> Iterator[Diagnostic]:
    level = 1
    for block in page.blocks:
        if block.kind != "heading":
            continue
        yield from _check_heading(block, seen, level)
        level = block.level
        seen.add(block.id)


def _check_heading(block: Block, seen: set[str], level: int) -> Iterator[Diagnostic]:
    place = block.text.at()
    if not ID_PATTERN.fullmatch(block.id):
        hint = "end the line with {#some-id}: lowercase letters, digits and hyphens, the same in every language"
        yield Diagnostic(place, NAME, f"the heading '{block.text}' has no usable id", hint)
    elif OF_THE_SHELL.fullmatch(block.id):
        yield Diagnostic(place, NAME, f"the id '{block.id}' is one of the site's own", "choose another one")
    elif block.id in seen:
        yield Diagnostic(
            place, NAME, f"the id '{block.id}' appears twice", "ids are unique on a page, its steps included"
        )
    if block.level == 1:
        yield Diagnostic(place, NAME, "a heading of level 1", "the page's title is in its front matter; begin with ##")
    elif block.level > level + 1:
        yield Diagnostic(place, NAME, f"level {block.level} follows level {level}", f"write {'#' * (level + 1)}")
