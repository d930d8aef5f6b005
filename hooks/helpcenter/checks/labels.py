"""Bound labels and names are written as the glossary writes them, and labels in quotes are bound."""

import re
from collections.abc import Iterator, Mapping

from ..files.diagnostics import Diagnostic, did_you_mean
from ..files.inline import BoundLink, bound_links, visible
from ..model.chapters import Chapter
from ..model.memory import lasting
from ..model.prose import Prose
from ..model.site import Gateway, Site

NAME = "labels"

_QUOTED = re.compile("[\"“„«]([^\"“”„«»]*)[\"”»]|[‘']([^'‘’]*)['’](?![^\\W_])")


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield labels in another form than the glossary's, unknown ids, and quotes that hold a label or end in spaces."""
    for unit in chapter.prose:
        for link in bound_links(unit.text):
            yield from _check_bound(site, unit, link)
        yield from _check_quotes(unit, _labels(site, unit.language))


@lasting
def _labels(site: Site, language: str) -> Mapping[str, str]:
    """Return the ids of labels by their words in lowercase letters."""
    return {term.text[language].lower(): str(id_) for id_, term in site.terms.labels.items()}


def forms(site: Site, gateway: Gateway | None, link: BoundLink, language: str) -> tuple[str, ...] | None:
    """Return the forms that a bound link's words may have, the chosen one first, or None for an unknown id."""
    if link.scheme == "ui" and gateway and link.target in gateway.own_labels:
        return (str(gateway.own_labels[link.target]),)
    brands = site.brand_names
    if link.scheme == "term" and link.target in brands:
        return (brands[link.target],)
    terms = site.terms.labels if link.scheme == "ui" else site.terms.words
    term = next((term for id_, term in terms.items() if id_ == link.target), None)
    return (term.text[language], *term.also.get(language, ())) if term else None


def _check_bound(site: Site, unit: Prose, link: BoundLink) -> Iterator[Diagnostic]:
    if link.scheme == "contact" and link.target != "form":
        yield Diagnostic(link.position, NAME, f"no contact '{link.target}'", "write contact:form")
    if link.scheme not in ("ui", "term"):
        return
    allowed = forms(site, unit.gateway, link, unit.language)
    if allowed is None:
        known = set(site.label_ids(unit.gateway)) if link.scheme == "ui" else {*site.brand_names, *site.terms.words}
        yield Diagnostic(link.position, NAME, f"no '{link.scheme}:{link.target}'", did_you_mean(link.target, known))
    elif link.words not in allowed:
        message = f"'{link.words}' is not how {link.scheme}:{link.target} is written"
        mend = f"[{allowed[0]}]({link.scheme}:{link.target})"
        yield Diagnostic(link.position, NAME, message, f"write {mend}", mend=mend)


def _check_quotes(unit: Prose, labels: Mapping[str, str]) -> Iterator[Diagnostic]:
    for match in _QUOTED.finditer(visible(unit.text)):
        words = match[1] if match[1] is not None else match[2]
        place = unit.text.at(match.start())
        if words != words.strip() and words.strip():
            yield Diagnostic(place, NAME, f"space inside the quotes of '{words}'", f"write '{words.strip()}'")
        if words.strip().lower() in labels:
            id_ = labels[words.strip().lower()]
            mend = f"[{words.strip()}](ui:{id_})"
            yield Diagnostic(place, NAME, f"the label '{words.strip()}' is not bound", f"write {mend}", mend=mend)
