"""What checker and finder read and say, as JSON data: the words of typed plans, and the texts of answers."""

from collections.abc import Iterable, Mapping
from typing import Any

from babel import Locale
from babel.core import get_global

from ..engine.typed import fold
from ..facts.kinds import publish
from ..language.sounds import romanised, sound
from ..language.words import script_of, words_of
from ..model.site import Site
from .published import published_types

OFTEN_CHOSEN = ("INR", "USD", "EUR", "GBP")
"""Currencies offered before the alphabet of all others: this site's readers look for them first."""
NO_MONEY = frozenset(
    {
        *("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "XAD", "XAG"),
        *("XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XUA"),
    }
)
"""Codes of ISO 4217 for funds, metals and units of account: nobody is paid in them."""
_SAID = ("statuses", "states", "problems", "answer")
_COPIED = ("groups", "statuses", "states", "answer")
"""What can be copied in every language; all else is said in the language of the page only."""
SAID_BY = {"checker": ("groups", "dates"), "finder": ("finder",)}
"""What checker and finder say besides what both say."""
_LABELS = (
    *("country", "currency", "payment", "one-time", "subscription", "every", "start", "amount", "fields"),
    *("buyers", "home", "abroad", "account", "individual", "company"),
)
_CHOSEN = ("country", "buyers", "account", "payment", "fields")
"""Inputs whose controls in a page hold nothing but what can be read."""
_MOST_COUNTED = 31
"""Up to which number people write one out; beyond it they write tens and dozens at most."""


def payable(site: Site) -> list[str]:
    """Return the codes of currencies in which somebody can be paid."""
    return [str(code) for code in site.currencies if code not in NO_MONEY]


def typed_words(site: Site) -> dict[str, Any]:
    """Return what typed plans are read with: words of every language, because people mix them."""
    shared, typed = site.shared, site.typed
    words: dict[str, dict[str, Any]] = {fold(word): {} for own in typed.every.values() for word in own}
    for unit in typed.units:
        read = [*shared.units[unit].read.values(), *typed.units[unit].values()]
        words |= {fold(word): {"unit": str(unit)} for own in read for word in own}
    for language in site.languages:
        numbers = _numbers(shared.numbers[language]) | dict(typed.numbers.get(language, {}))
        words |= {fold(word): {"count": count} for word, count in numbers.items()}
    for own in typed.intervals.values():
        words |= {fold(word): publish(interval) for word, interval in own.items()}
    return {
        "countries": list(site.countries),
        "currencies": payable(site),
        "words": words,
        "money": _money(site),
        "fields": list(map(str, site.terms.fields)),
        "types": published_types(site),
    }


def _money(site: Site) -> dict[str, list[str]]:
    """Return the codes that a folded sign or name of a currency may mean beside an amount."""
    codes: dict[str, list[str]] = {fold(sign): list(map(str, own)) for sign, own in site.typed.signs.items()}
    for named in (site.shared.currencies, site.typed.currencies):
        for code, by_language in named.items():
            for words in by_language.values():
                for word in map(fold, words):
                    codes[word] = list(dict.fromkeys([*codes.get(word, []), str(code)]))
    return codes


def _numbers(phrases: tuple[str, ...]) -> dict[str, int]:
    """Return the words of numbers that people write out: one word each, as typed words are."""
    said = ((word, number) for number, phrase in enumerate(phrases) for word in phrase.split("/"))
    usual = ((word, number) for word, number in said if number <= _MOST_COUNTED or number % 10 == 0)
    return {word: number for word, number in usual if number and " " not in word}


def checker_words(site: Site, language: str) -> dict[str, Any]:
    """Return the words of a language's checker: what it reads, and what it says."""
    known = typed_words(site)
    said = texts(site, language, _SAID)
    for input_ in _CHOSEN:
        del said["messages"]["problems"][f"{input_}-unknown"]
    rare = [code for code in known["currencies"] if code not in OFTEN_CHOSEN]
    return {
        "marksLatin": script_of(language) != "LATIN",
        "languages": list(site.languages),
        "countries": "".join(countries(site, language)),
        "typed": _by_meaning(known["words"]),
        "money": known["money"],
        "types": known["types"],
        "fields": known["fields"],
        "currencies": {code: _search_words(site, code) for code in [*OFTEN_CHOSEN, *rare]},
        "texts": said,
    }


def _by_meaning(words: Mapping[str, Mapping[str, Any]]) -> list[tuple[str, Mapping[str, Any]]]:
    """Return words of one meaning joined by spaces, with what they mean."""
    groups: dict[tuple[Any, ...], list[str]] = {}
    for word, meaning in words.items():
        groups.setdefault(tuple(meaning.items()), []).append(word)
    return [(" ".join(own), dict(meaning)) for meaning, own in groups.items()]


def other_texts(site: Site, language: str) -> dict[str, Any]:
    """Return by language the texts in which an answer is copied besides the page's own."""
    return {one: texts(site, one, _COPIED) for one in site.languages if one != language}


def countries(site: Site, language: str) -> list[str]:
    """Return the codes of countries; on pages of the site's own language, that of most of its readers leads."""
    leads = _most_spoken_in(language) if language == site.languages[0] else ""
    return sorted(map(str, site.countries), key=lambda code: (code != leads, code))


def _most_spoken_in(language: str) -> str:
    """Return the country where most who speak a language live (CLDR)."""
    return str(Locale.parse(get_global("likely_subtags")[language]).territory)


def messages_of(site: Site, language: str, groups: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return groups of messages in one language."""
    return {group: {id_: str(own[language]) for id_, own in getattr(site.messages, group).items()} for group in groups}


def texts(site: Site, language: str, groups: Iterable[str] = (*_SAID, "groups", "finder")) -> dict[str, Any]:
    """Return the sentences of a language's checker and finder, and the words that are put into them."""
    messages = messages_of(site, language, groups)
    messages["labels"] = {id_: str(site.messages.checker[id_][language]) for id_ in _LABELS}
    units = {
        unit: {
            "forms": dict(words.forms[language]),
            # Before a noun, one of a thing is oblique where a language has that: 1 महीने का, but 30 दिन का.
            "of": {**words.forms[language], **_only_one(words.oblique.get(language, {}))},
            "listed": words.listed[language],
        }
        for unit, words in site.shared.units.items()
        if unit in site.typed.units
    }
    fields = {id_: str(term.text[language]) for id_, term in site.terms.fields.items()}
    countries = {code: str(own[language][0]) for code, own in site.shared.countries.items() if language in own}
    types = {rule: _type_texts(site, rule, language) for rule in site.vocabulary}
    return {"messages": messages, "types": types, "units": units, "fields": fields, "countries": countries}


def _only_one(forms: Mapping[str, str]) -> dict[str, str]:
    return {category: str(form) for category, form in forms.items() if category == "one"}


def _type_texts(site: Site, rule: str, language: str) -> dict[str, Any]:
    one = site.vocabulary[rule]
    parts = (part for name, part in one.words.items() if name != "any")  # what is needed, in the words for that
    listed = {id_: str(own[language][0]) for part in parts for id_, own in part.items()}
    words = {**listed, **(site.publishers if any(part.set == "gateway" for part in one.parts.values()) else {})}
    return {
        "name": str(one.name[language]),
        "input": one.judge.input or "",
        **({"answer": {id_: str(text[language]) for id_, text in one.answer.items()}} if one.answer else {}),
        **({"words": words} if one.judge.by == "needs" else {}),
    }


def _search_words(site: Site, code: str) -> str:
    """Return by what people look for a currency besides its code and its names, which a browser knows and hears."""
    locales = [Locale.parse(one) for one in site.languages]
    symbols = {str(locale.currency_symbols.get(code, code)) for locale in locales} - {code}
    names = [str(locale.currencies.get(code, "")) for locale in locales]
    words = [word for name in names for word in words_of(name)]
    sounds = {sound(romanised(word)) for word in words if not word.isascii()}
    heard = sorted(one for one in sounds - {sound(word.lower()) for word in words} if len(one) > 2)
    spoken = [str(word) for own in site.typed.currencies.get(code, {}).values() for word in own]
    return " ".join([*sorted(symbols), *spoken, *heard])
