"""A picture shows what it says it shows: known words that fit their places, every callout, files that are there."""

from collections.abc import Iterator

from ..files.diagnostics import Diagnostic, Position, did_you_mean
from ..files.source import Text
from ..language.widths import WIDER, UnmeasurableError
from ..model.chapters import Chapter
from ..model.documents import StepsFile
from ..model.prose import is_unwritten
from ..model.screens import Image, Screen
from ..model.site import Gateway, Png, Site
from ..pictures.figures import figure
from ..pictures.onscreen import known_ids, widest, word_forms
from ..pictures.shapes import SIZE, Figure, Line

NAME = "pictures"

MOST_BYTES = 150 * 1024
"""The size of a screenshot that a phone on a slow connection can bear."""


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield unknown words, words wider than their places, callouts without a place, and files that cannot be shown."""
    for article in chapter.articles.values():
        for screen in article.screens:
            yield from _check_screen(site, chapter.gateway, article, screen)


def _check_screen(site: Site, gateway: Gateway | None, article: StepsFile, screen: Screen) -> Iterator[Diagnostic]:
    if (screen.draw is None) == (screen.image is None):
        what = "has no picture" if screen.draw is None else "has two pictures"
        yield Diagnostic(screen.id.at(), NAME, f"the screen '{screen.id}' {what}", "write draw: or image:, one of them")
    elif screen.image:
        yield from _check_image(site, screen, screen.image)
    elif screen.draw:
        drawn = figure(screen.draw)
        unknown = list(_unknown_words(site, gateway, article, drawn))
        yield from unknown or _too_wide(site, gateway, article, drawn)
        for label in screen.callouts:
            if label in site.label_ids(gateway) and drawn.place(f"ui:{label}") is None:
                hint = f"put ui:{label} where readers click it, or remove the callout"
                yield Diagnostic(label.at(), NAME, f"the drawing does not show the callout '{label}'", hint)


def _unknown_words(site: Site, gateway: Gateway | None, article: StepsFile, drawn: Figure) -> Iterator[Diagnostic]:
    for line in drawn.lines():
        if not word_forms(site, gateway, article, line.word, site.languages[0]):
            hint = did_you_mean(line.word.partition(":")[2], known_ids(site, gateway, article, line.word))
            yield Diagnostic(_place(line).at(), NAME, f"no '{line.word}'", hint)


def _too_wide(site: Site, gateway: Gateway | None, article: StepsFile, drawn: Figure) -> Iterator[Diagnostic]:
    for line in drawn.lines():
        for language in site.languages:
            every = word_forms(site, gateway, article, line.word, language)
            forms = tuple(form for form in every if not is_unwritten(form.words))
            if not forms:
                continue
            try:
                words, wide = widest(forms, SIZE, "Bold" if line.is_bold else "Regular", is_stacked=line.is_stacked)
            except UnmeasurableError as error:
                hint = "put a font of its script there, Regular and Bold, with an open licence"
                yield Diagnostic(_place(line).at(), NAME, str(error), hint)
                continue
            if wide * WIDER > line.room:
                message = f"'{words}' needs {wide * WIDER:.0f} and has room for {line.room} (language '{language}')"
                hint = "choose a shorter form, or make it the name of a card without a button, or a dialog's field"
                yield Diagnostic(_place(line).at(), NAME, message, hint)


def _place(line: Line) -> Text:
    assert isinstance(line.word, Text)  # it comes from the file
    return line.word


def check_whole(site: Site) -> Iterator[Diagnostic]:
    """Yield what is wrong with files that no screen names: pages may show them."""
    images = (screen.image for article in site.articles.values() for screen in article.screens if screen.image)
    named = {str(file) for image in images for file in image.file.values()}
    for file, found in site.images.items():
        if file not in named:
            yield from _check_file(file, found, Position(f"docs/assets/{file}", 1, 1))


def _check_file(file: str, found: Png, place: Position) -> Iterator[Diagnostic]:
    if found.size > MOST_BYTES:  # of a very large one, not all is read
        message = f"'{file}' has {found.size // 1024} KB, more than {MOST_BYTES // 1024}"
        yield Diagnostic(place, NAME, message, "cut it to what matters, and optimise it: oxipng, pngquant")
    elif found.pixels is None:
        hint = "cut the screenshot to what matters, and save it as PNG, not interlaced"
        yield Diagnostic(place, NAME, f"'{file}' {found.problem}", hint)


def _check_image(site: Site, screen: Screen, image: Image) -> Iterator[Diagnostic]:
    for file in {str(file): file for file in image.file.values()}.values():
        found = site.images.get(file)
        if found is None:
            hint = did_you_mean(file, site.images)
            yield Diagnostic(file.at(), NAME, f"no file '{file}' in docs/assets", hint)
        else:
            yield from _check_file(file, found, file.at())
    for label in screen.callouts:
        if label not in image.at:
            hint = f"write {label}: [per cent from the left, per cent from the top] below at:"
            yield Diagnostic(label.at(), NAME, f"the callout '{label}' has no position", hint)
    for key in image.at:
        if key not in screen.callouts and isinstance(key, Text):
            message = f"a position for '{key}', which is no callout of this screen"
            yield Diagnostic(key.at(), NAME, message, did_you_mean(key, screen.callouts))
