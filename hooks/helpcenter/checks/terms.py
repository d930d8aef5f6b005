"""Names and terms have one form: others are refused wherever readers see them."""

from collections.abc import Iterator, Mapping
from itertools import chain

from ..files.diagnostics import Diagnostic
from ..files.inline import visible
from ..language.phrases import Phrases, key
from ..model.chapters import Chapter
from ..model.memory import lasting
from ..model.site import Site

NAME = "terms"


def check(site: Site, chapter: Chapter) -> Iterator[Diagnostic]:
    """Yield forbidden forms, and names in another spelling, case or spacing than their own."""
    for unit in chapter.prose:
        # The words of bound labels and names are the labels check's.
        text = visible(unit.text, hide=("ui", "term"))
        for start, end in _phrases(site, unit.language).find(text):
            words, right = text[start:end], _chosen(site, unit.language)[key(text[start:end])]
            if " ".join(words.split()) != right:
                yield Diagnostic(
                    unit.text.at(start), NAME, f"'{words}' is not used here", f"write '{right}'", mend=right
                )


@lasting
def _phrases(site: Site, language: str) -> Phrases:
    return Phrases(_chosen(site, language))


@lasting
def _wrong_names(site: Site) -> Mapping[str, str]:
    files = [gateway.file for gateway in site.gateways.values()]
    return {key(wrong): str(file.name) for file in files for wrong in file.wrong_names}


@lasting
def _chosen(site: Site, language: str) -> Mapping[str, str]:
    """Return the chosen form for each forbidden one, and each name for itself: its other spellings are forbidden."""
    groups = (site.terms.labels, site.terms.fields, site.terms.brands, site.terms.words)
    terms = chain.from_iterable(group.values() for group in groups)
    glossary = {key(form): str(term.text[language]) for term in terms for form in term.forbidden.get(language, ())}
    return {**glossary, **_wrong_names(site), **{key(name): name for name in site.brand_names.values()}}
