"""Names and terms have one form: others are refused wherever readers see them."""

from collections.abc import Iterator, Mapping
from itertools import chain

from ..files.diagnostics import Diagnostic
from ..files.inline import visible
from ..language.phrases import Phrases, key
from ..model.prose import prose
from ..model.site import Site

NAME = "terms"


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield forbidden forms, and names in another spelling, case or spacing than their own."""
    chosen = {language: _chosen(site, language) for language in site.languages}
    phrases = {language: Phrases(forms) for language, forms in chosen.items()}
    for unit in prose(site):
        # The words of bound labels and names are the labels check's.
        text = visible(unit.text, hide=("ui", "term"))
        for start, end in phrases[unit.language].find(text):
            words, right = text[start:end], chosen[unit.language][key(text[start:end])]
            if " ".join(words.split()) != right:
                yield Diagnostic(
                    unit.text.at(start), NAME, f"'{words}' is not used here", f"write '{right}'", mend=right
                )


def _chosen(site: Site, language: str) -> Mapping[str, str]:
    """Return the chosen form for each forbidden one, and each name for itself: its other spellings are forbidden."""
    groups = (site.terms.labels, site.terms.fields, site.terms.brands, site.terms.words)
    terms = chain.from_iterable(group.values() for group in groups)
    glossary = {key(form): str(term.text[language]) for term in terms for form in term.forbidden.get(language, ())}
    files = [gateway.file for gateway in site.gateways.values()]
    gateways = {key(wrong): str(file.name) for file in files for wrong in file.wrong_names}
    return {**glossary, **gateways, **{key(name): name for name in site.brand_names.values()}}
