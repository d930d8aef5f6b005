"""Words as they are on a screen: a label in the forms among which readers choose, other words in one form."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..language.widths import Weight, width
from ..model.documents import StepsFile
from ..model.site import Gateway, Site

LINGUA_FRANCA = "en"
"""The language in which a screen is when it is not in the reader's."""


@dataclass(frozen=True)
class Form:
    """How a word is written in one language."""

    language: str
    words: str


def companion(site: Site, language: str) -> str:
    """Return the language in which labels are shown beside a page's own: English, or the site's first other one."""
    others = [one for one in site.languages if one != language]
    return LINGUA_FRANCA if LINGUA_FRANCA in others else next(iter(others), language)


def label_forms(site: Site, gateway: Gateway | None, label: str, language: str, words: str = "") -> tuple[Form, ...]:
    """Return a label's forms: the page's own (`words`, if its writer chose another one), its companion's, all others.

    Where all languages write it alike there is one form, and nothing to choose; labels on the provider's own screens
    are in the language of those screens.
    """
    if gateway and gateway.own and label in gateway.own_labels:
        return (Form(str(gateway.own.language), str(gateway.own_labels[label])),)
    text = site.terms.labels[label].text
    own = Form(language, words or str(text[language]))
    second = companion(site, language)
    order = dict.fromkeys([second, *(one for one in site.languages if one != language)])
    others = tuple(Form(one, str(text[one])) for one in order if one != language)
    return (own, *others) if any(form.words != own.words for form in others) else (own,)


def word_forms(site: Site, gateway: Gateway | None, article: StepsFile, word: str, language: str) -> tuple[Form, ...]:
    """Return the forms of a word in a drawing of a gateway's article: none where the word is unknown."""
    scheme, _, id_ = word.partition(":")
    if scheme == "ui":
        return label_forms(site, gateway, id_, language) if id_ in site.label_ids(gateway) else ()
    if scheme == "text":
        text: Mapping[str, str] | None = article.texts.get(id_)
    elif id_ in site.brand_names:
        text = dict.fromkeys(site.languages, site.brand_names[id_])
    else:
        terms = site.terms.words if scheme == "term" else site.terms.fields
        text = terms[id_].text if id_ in terms else None
    return (Form(language, " ".join(text[language].split())),) if text else ()


def known_ids(site: Site, gateway: Gateway | None, article: StepsFile, word: str) -> set[str]:
    """Return the ids that words of the same kind may have."""
    terms = site.terms
    known = {
        "ui": [*site.label_ids(gateway)],
        "field": [*terms.fields],
        "text": [*article.texts],
        "term": [*terms.words, *site.brand_names],
    }
    return set(map(str, known[word.partition(":")[0]]))


def widest(forms: tuple[Form, ...], size: int, weight: Weight, *, is_stacked: bool) -> tuple[str, float]:
    """Return the widest line that a reader may choose to see, and how wide it is."""
    lines = {form.words: width(form.words, size, weight) for form in forms}
    if len(forms) > 1 and forms[1].words != forms[0].words and not is_stacked:
        beside = f" ({forms[1].words})"
        lines[forms[0].words + beside] = lines[forms[0].words] + width(beside, size)
    return max(lines.items(), key=lambda line: line[1])
