"""Numbers in pictures and numbers in the text are one record: each callout is used by a step on its screen."""

import re
from collections.abc import Iterator
from itertools import groupby

from ..files.diagnostics import Diagnostic, did_you_mean
from ..files.inline import visible
from ..files.source import Text
from ..model.chapters import Chapter
from ..model.documents import StepsFile
from ..model.screens import Screen
from ..model.site import Site

NAME = "callouts"


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield callouts that no step uses, that are repeated, unused or no labels, lost screens, and typed numbers."""
    for article in chapter.articles.values():
        yield from _unknown_screens(article)
        yield from _shown_again(article)
        for screen in article.screens:
            yield from _check_screen(set(site.label_ids(chapter.gateway)), article, screen)
    yield from _typed_numbers(site, chapter)


def _unknown_screens(article: StepsFile) -> Iterator[Diagnostic]:
    known = {str(screen.id) for screen in article.screens}
    named: list[Text | None] = [section.screen for section in article.sections]
    named += [step.screen for section in article.sections for step in section.steps]
    for id_ in named:
        if id_ is not None and id_ not in known:
            yield Diagnostic(id_.at(), NAME, f"no screen '{id_}'", did_you_mean(id_, known))


def _shown_again(article: StepsFile) -> Iterator[Diagnostic]:
    """Yield steps that come back to a screen: its picture stands once, above steps that follow each other."""
    shown = set[Text]()
    for (section_id, screen), steps in groupby(article.placed_steps(), lambda one: (one[0].id, one[2])):
        if screen is None:
            continue
        section, first, _ = next(iter(steps))
        named = first.screen or section.screen
        if screen.id in shown and named is not None:
            hint = f"make a screen of its own for section '{section_id}', or name no screen there"
            yield Diagnostic(named.at(), NAME, f"the picture of '{screen.id}' would be shown twice", hint)
        shown.add(screen.id)


def _check_screen(known: set[str], article: StepsFile, screen: Screen) -> Iterator[Diagnostic]:
    steps = [step for _, step, own in article.placed_steps() if own == screen]
    if not steps:
        hint = f"write 'screen: {screen.id}' in the section whose steps happen there"
        yield Diagnostic(screen.id.at(), NAME, f"no section uses the screen '{screen.id}'", hint)
        return
    used = {label for step in steps for label in step.labels}
    for index, callout in enumerate(screen.callouts):
        if callout not in known:
            yield Diagnostic(callout.at(), NAME, f"no label '{callout}'", did_you_mean(callout, known))
        elif callout in screen.callouts[:index]:
            yield Diagnostic(callout.at(), NAME, f"the callout '{callout}' appears twice", "one thing has one number")
        elif callout not in used:
            hint = f"write [words](ui:{callout}) in a step, or remove the callout"
            yield Diagnostic(callout.at(), NAME, f"no step on this screen says '{callout}'", hint)


def _typed_numbers(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield what says "number 3 in the picture" in so many words: whether a screen shows it, nobody can know."""
    said = {
        language: re.compile(re.escape(text).replace(r"\{number\}", r"(\d+)"), re.IGNORECASE)
        for language, text in site.messages.site["callout"].items()
    }
    for unit in chapter.prose:
        for match in said[unit.language].finditer(visible(unit.text)):
            article = site.article_of(unit.page)
            labels = {n: label for s in article.screens for label, n in article.numbers(s).items()} if article else {}
            label = labels.get(int(match[1]))
            message = "is typed by hand" if label else "is shown on no screen"
            hint = f"write [words](ui:{label}): the number follows" if label else "bind a label: its number follows"
            yield Diagnostic(unit.text.at(match.start()), NAME, f"'{match[0]}' {message}", hint)
