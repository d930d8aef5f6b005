"""Words as they stand on a screen: a label in the forms among which readers choose, other words in one form."""

from collections.abc import Mapping
from dataclasses import dataclass

from .model import StepsFile, Term
from .site import Site
from .typeset import Weight, width

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


def label_forms(site: Site, label: str, language: str, words: str = "") -> tuple[Form, ...]:
    """Return a label's forms: the page's own (`words`, if its writer chose another one), its companion's, all others.

    Where all languages write it alike there is one form, and nothing to choose.
    """
    text = next(term.text for id_, term in site.terms.labels.items() if id_ == label)
    own = Form(language, words or str(text[language]))
    second = companion(site, language)
    order = dict.fromkeys([second, *(one for one in site.languages if one != language)])
    others = tuple(Form(one, str(text[one])) for one in order if one != language)
    return (own, *others) if any(form.words != own.words for form in others) else (own,)


def word_forms(site: Site, article: StepsFile, word: str, language: str) -> tuple[Form, ...]:
    """Return the forms of a word in a drawing. An unknown one is a KeyError; the check `pictures` says so before."""
    scheme, _, id_ = word.partition(":")
    if scheme == "ui":
        return label_forms(site, id_, language)
    return (Form(language, known_words(site, article, scheme)[id_][language]),)


def known_words(site: Site, article: StepsFile, scheme: str) -> Mapping[str, Mapping[str, str]]:
    """Return every word of a scheme that a drawing may show, by its id, in every language."""
    if scheme == "text":
        return {str(id_): _plain(texts) for id_, texts in article.texts.items()}
    if scheme == "term":
        brands = {id_: dict.fromkeys(site.languages, name) for id_, name in site.brand_names.items()}
        return {**_texts(site.terms.words), **brands}
    return _texts(site.terms.labels if scheme == "ui" else site.terms.fields)


def _texts(terms: Mapping[str, Term]) -> dict[str, Mapping[str, str]]:
    return {str(id_): _plain(term.text) for id_, term in terms.items()}


def _plain(texts: Mapping[str, str]) -> Mapping[str, str]:
    return {language: str(text) for language, text in texts.items()}


def widest(forms: tuple[Form, ...], size: int, weight: Weight, *, is_stacked: bool) -> tuple[str, float]:
    """Return the widest line that a reader may choose to see, and how wide it is."""
    lines = {form.words: width(form.words, size, weight) for form in forms}
    if len(forms) > 1 and forms[1].words != forms[0].words and not is_stacked:
        beside = f" ({forms[1].words})"
        lines[forms[0].words + beside] = lines[forms[0].words] + width(beside, size)
    return max(lines.items(), key=lambda line: line[1])
