"""Every heading has an explicit ASCII id, so that links to it are the same in every language."""

from collections.abc import Iterator

from ..files.diagnostics import Diagnostic
from ..files.markdown import Block
from ..model.chapters import Chapter
from ..model.site import Page, Site
from ..model.values import ID_PATTERN

NAME = "headings"

RESERVED = "top"
"""The id of a page's title, which its front matter holds."""


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield headings without a usable id, ids that appear twice and skipped levels."""
    for page in chapter.every_page:
        article = site.article_of(page.key)
        sections = article.sections if article and _has_steps(page) else ()
        yield from _check_page(page, {RESERVED, *(str(section.id) for section in sections)})


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
    elif block.id in seen:
        yield Diagnostic(
            place, NAME, f"the id '{block.id}' appears twice", "ids are unique on a page, its steps included"
        )
    if block.level == 1:
        yield Diagnostic(place, NAME, "a heading of level 1", "the page's title is in its front matter; begin with ##")
    elif block.level > level + 1:
        yield Diagnostic(place, NAME, f"level {block.level} follows level {level}", f"write {'#' * (level + 1)}")
