"""A page speaks its own language."""

from collections.abc import Iterator, Sequence

from ..files.diagnostics import Diagnostic
from ..files.inline import BOUND_SCHEMES, in_other_languages, visible
from ..language.phrases import Phrases
from ..language.words import script_of, scripts_in, words_with_offsets
from ..model.chapters import Chapter
from ..model.memory import lasting
from ..model.prose import Prose
from ..model.site import Gateway, Site

NAME = "language"
COPIED = 3
"""From how many words on a text that is the same in two languages is no name that both have."""


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield runs of English in a page of another script, and words of a script that is not the page's."""
    yield from _copied(site, chapter)
    for unit in chapter.prose:
        text, own = visible(unit.text), script_of(unit.language)
        if scripts_in(text) <= {own}:
            continue
        text = _without([*_names(site, unit.gateway, text), *in_other_languages(unit.text)], text)
        words = words_with_offsets(text)
        yield from _foreign_scripts(unit, words, own)
        if own != "LATIN":
            yield from _latin_runs(site, unit, text, words)


def _names(site: Site, gateway: Gateway | None, text: str) -> Iterator[tuple[int, int]]:
    """Yield what is written one way in all languages: brands, and the labels on the gateway's own screens."""
    yield from _brands(site).find(text)
    yield from Phrases(gateway.own_labels.values()).find(text) if gateway and gateway.own else ()


@lasting
def _brands(site: Site) -> Phrases:
    return Phrases(site.brand_names.values())


def _copied(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield texts that are word for word those of another language, where enough of them is neither name nor label."""
    units: dict[tuple[str, str], dict[str, list[Prose]]] = {}
    for unit in chapter.prose:
        units.setdefault((unit.unit, unit.kind), {}).setdefault(unit.language, []).append(unit)
    for by_language in units.values():
        first, *others = by_language
        for language in others:
            for copy, other in zip(by_language[language], by_language[first], strict=False):
                if copy.text == other.text and _own_words(site, copy) >= COPIED:
                    message = f"the text is the same as in '{first}'"
                    yield Diagnostic(copy.text.at(), NAME, message, f"translate it: {other.text.at()}")


def _own_words(site: Site, unit: Prose) -> int:
    words = visible(unit.text, hide=BOUND_SCHEMES)
    return len(words_with_offsets(_without(list(_names(site, unit.gateway, words)), words)))


def _without(stretches: list[tuple[int, int]], text: str) -> str:
    """Return the text with a full stop for each character of the stretches: what is around them is judged apart."""
    for start, end in stretches:
        text = text[:start] + "." * (end - start) + text[end:]
    return text


def _foreign_scripts(unit: Prose, words: Sequence[tuple[int, str]], own: str) -> Iterator[Diagnostic]:
    for offset, word in words:
        foreign = scripts_in(word) - {own, "LATIN"}
        if foreign:
            message = f"'{word}' is written in {', '.join(sorted(foreign)).capitalize()}"
            yield Diagnostic(unit.text.at(offset), NAME, message, "write it in the page's own script")


def _latin_runs(site: Site, unit: Prose, text: str, all_words: Sequence[tuple[int, str]]) -> Iterator[Diagnostic]:
    run: list[tuple[int, str]] = []
    for offset, word in [*all_words, (len(text), "")]:
        follows = run and not text[run[-1][0] + len(run[-1][1]) : offset].strip(" \n")
        is_latin = scripts_in(word) == {"LATIN"} and word not in site.currencies
        if len(run) > 1 and not (is_latin and follows):
            words = " ".join(text[run[0][0] : run[-1][0] + len(run[-1][1])].split())
            yield Diagnostic(unit.text.at(run[0][0]), NAME, f"'{words}' is not in the page's language", "translate it")
        run = [*(run if follows else []), (offset, word)] if is_latin else []
