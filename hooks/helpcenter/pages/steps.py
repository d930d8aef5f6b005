"""An article's steps with their pictures: plain values for the templates, in one language."""

import math
from dataclasses import replace
from functools import partial
from itertools import groupby
from typing import Any

from markupsafe import Markup

from ..files.markdown import split_list
from ..model.documents import Step, StepsFile
from ..model.screens import Image, Screen
from ..model.site import Gateway, Png, Site
from ..pictures.figures import figure
from ..pictures.onscreen import Form, label_forms, word_forms
from ..pictures.shapes import WIDTH, Figure
from .inline import Inliner, Place, marked
from .speech import Speech


class Steps:
    """The values of `components/steps.html` and of the drawings in `screens/`."""

    def __init__(self, site: Site, language: str, inline: Inliner) -> None:
        """Prepare the steps of `site`; `inline` renders their texts."""
        self._site = site
        self._language = language
        self._inline = inline
        self._speech = Speech(site, language)

    def article(self, key: str) -> dict[str, Any]:
        """Return the sections beside the page `key`: steps counted through, those on one screen beside its picture."""
        article, gateway = self._site.article_of(key), self._site.gateway_of(key)
        assert article  # the check `directives` refuses [STEPS] where there are none
        place = Place(self._language, key, gateway)
        sections, start = [], 1
        for section in article.sections:
            groups = []
            for screen, steps in groupby(section.steps, partial(article.screen_of, section)):
                groups.append(self._group(article, place, screen, list(steps), start))
                start += len(groups[-1]["steps"])
            title = self._inline.html(section.title[self._language], place)
            sections.append({"id": section.id, "title": title, "groups": groups, "count": len(section.steps)})
        return {"sections": sections, "gateway": gateway.id if gateway else None}

    def _group(
        self, article: StepsFile, place: Place, screen: Screen | None, steps: list[Step], start: int
    ) -> dict[str, Any]:
        place = replace(place, numbers=article.numbers(screen))
        return {
            "start": start,
            "picture": self.picture(place.gateway, article, screen) if screen else None,
            "steps": [self._step(step, place) for step in steps],
        }

    def _step(self, step: Step, place: Place) -> dict[str, Any]:
        note = self._inline.html(step.note[self._language], place) if step.note else None
        words, listed = split_list(step.text[self._language])
        requests = self._requests(place.gateway) if step.request and place.gateway else []
        text = self._inline.html(words, place)
        return {"id": step.id, "text": text, "note": note, "listed": listed, "requests": requests}

    def _requests(self, gateway: Gateway) -> list[dict[str, Any]]:
        """Return the ready message to the provider's support in each language, the page's first, around its gap."""
        order = dict.fromkeys([self._language, *self._site.languages])
        speeches = [Speech(self._site, language) for language in order]
        texts = [one.say("request", "text", {"gateway": str(gateway.file.name)}).partition("{url}") for one in speeches]
        return [
            {
                "language": one.language,
                "before": self._inline.words(before, one.language),
                "gap": self._inline.words(one.say("request", "gap"), one.language),
                "after": self._inline.words(after, one.language),
            }
            for one, (before, _, after) in zip(speeches, texts, strict=True)
        ]

    def picture(self, gateway: Gateway | None, article: StepsFile, screen: Screen) -> dict[str, Any]:
        """Return a screen's drawing or screenshot, the markers on it, and what it shows in words."""
        drawn = figure(screen.draw) if screen.draw else None
        shown = self._drawn(gateway, article, screen, drawn) if drawn else self._image(gateway, article, screen)
        return {
            "id": screen.id,
            "title": str(screen.title[self._language]),
            "is_explained": drawn is not None and screen == article.screens[0],
            "forms": lambda word: self._marked(word_forms(self._site, gateway, article, word, self._language)),
            "markers": [
                {
                    "number": number,
                    "label": label,
                    "step": _step_naming(article, screen, label),
                    **shown["places"][label],
                }
                for label, number in article.numbers(screen).items()
            ],
            "name": lambda id_: label_forms(self._site, gateway, id_, self._language)[0].words,
            **shown,
        }

    def _marked(self, forms: tuple[Form, ...]) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return each form's language and its words, those of another script with English as their language."""
        tagged = marked(forms, self._language)
        return [(language, self._inline.pieces(form.words, form.language)) for language, form in tagged]

    def _html(self, forms: tuple[Form, ...]) -> list[tuple[str, Markup]]:
        tagged = marked(forms, self._language)
        return [(language, self._inline.words(form.words, form.language)) for language, form in tagged]

    def _drawn(self, gateway: Gateway | None, article: StepsFile, screen: Screen, drawn: Figure) -> dict[str, Any]:
        said = {f"ui:{label}" for _, step, own in article.placed_steps() if own == screen for label in step.labels}
        numbers = article.numbers(screen)
        places = {label: drawn.place(f"ui:{label}") for label in screen.callouts}
        says = [
            {
                "where": part.kind,
                "number": numbers.get(part.word.removeprefix("ui:")),
                "words": [
                    self._html(word_forms(self._site, gateway, article, word, self._language)) for word in part.says
                ],
            }
            for part in drawn.parts
            if part.says
        ]
        return {
            "figure": drawn,
            "rings": [one.target for one in drawn.parts if one.word in said - {f"ui:{label}" for label in numbers}],
            "image": None,
            "alt": None,
            "says": sorted(says, key=lambda one: one["number"] or math.inf),
            "places": {label: {"at": part.marker, "box": part.target} for label, part in places.items() if part},
        }

    def _image(self, gateway: Gateway | None, article: StepsFile, screen: Screen) -> dict[str, Any]:
        image = screen.image
        assert image is not None  # the check `pictures` asks for one of both
        file = image.file[self._language]
        width, height = WIDTH, _height(self._site.images[file])
        return {
            "figure": None,
            "rings": [],
            "image": {"file": file, "width": width, "height": height},
            "alt": self._inline.words(image.alt[self._language], self._language),
            "says": [
                {
                    "where": None,
                    "number": number,
                    "words": [self._html(label_forms(self._site, gateway, label, self._language))],
                }
                for label, number in article.numbers(screen).items()
            ],
            "places": {label: {"at": _point(image, label, width, height), "box": None} for label in screen.callouts},
        }


def _height(found: Png) -> int:
    """Return how high a screenshot is when it is as wide as a drawing: its markers then have their size too."""
    assert found.pixels is not None  # the check `pictures` refuses other files
    return round(WIDTH * found.pixels[1] / found.pixels[0])


def _point(image: Image, label: str, width: int, height: int) -> tuple[int, int]:
    left, top = image.at[label]
    return left * width // 100, top * height // 100


def _step_naming(article: StepsFile, screen: Screen, label: str) -> str:
    """Return the id of the first step on a screen that says a label."""
    return next(str(step.id) for _, step, own in article.placed_steps() if own == screen and label in step.labels)
