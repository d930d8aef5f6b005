"""What the browser gets: rules, words and sentences as plain JSON data."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from babel import Locale
from markupsafe import Markup

from ..engine.rules import RULES
from ..engine.typed import fold
from ..facts.notes import quote
from ..language.sounds import romanised, sound
from ..language.words import script_of, words_of
from ..model.site import Gateway, Site
from .speech import rule_message_id

WORDS_FILE = "assets/checker/words.{language}.json"
"""Where the words of a language's checker lie, below the site's root."""

OFTEN_CHOSEN = ("INR", "USD", "EUR", "GBP")
"""Currencies offered before the alphabet of all others: this site's readers look for them first."""

NO_MONEY = frozenset(
    {
        *("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "UYW", "XAD", "XAG"),
        *("XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XUA"),
    }
)
"""Codes of ISO 4217 for funds, metals and units of account: nobody is paid in them."""

_GROUPS = ("statuses", "problems", "findings", "answer", "rules")
_LABELS = ("gateway", "currency", "payment", "one-time", "subscription", "every", "start", "amount", "fields")


def payable(site: Site) -> list[str]:
    """Return the codes of currencies in which somebody can be paid."""
    return [str(code) for code in site.currencies if code not in NO_MONEY]


def published_rules(gateway: Gateway) -> dict[str, Any]:
    """Return a gateway's rules as both engines read them: without sources and dates; an absent one is not stated."""
    rules = gateway.facts.rules.model_dump(mode="json", exclude_none=True)
    return {name: {key: rule[key] for key in rule if key not in ("source", "as_of")} for name, rule in rules.items()}


def typed_words(site: Site) -> dict[str, Any]:
    """Return what typed plans are read with: words of every language, because people mix them."""
    lexicon, typed = site.lexicon, site.lexicon.typed
    words: dict[str, dict[str, Any]] = {fold(word): {} for word in typed.every}
    for unit, spoken in lexicon.units.items():
        read = [*typed.units[unit], *(word for by_language in spoken.read.values() for word in by_language)]
        words |= {fold(word): {"unit": unit} for word in read}
    for numbers in (*lexicon.numbers.values(), typed.numbers):
        words |= {fold(word): {"count": count} for word, count in numbers.items() if count}
    words |= {fold(word): interval.model_dump() for word, interval in typed.intervals.items()}
    return {"currencies": payable(site), "words": words, "fields": list(map(str, site.terms.fields))}


def checker_data(site: Site, language: str, articles: Mapping[str, str]) -> dict[str, Any]:
    """Return what a page's checker knows of gateways. `articles` gives them with their articles' URLs."""
    return {id_: _gateway_data(site, site.gateways[id_], language, url) for id_, url in articles.items()}


def _gateway_data(site: Site, gateway: Gateway, language: str, url: str) -> dict[str, Any]:
    quotes = {rule: [said.note, said.words] for rule in RULES if (said := quote(site, gateway, language, rule))}
    return {"name": str(gateway.facts.name), "rules": published_rules(gateway), "notes": quotes, "article": url}


def checker_words(site: Site, language: str) -> dict[str, Any]:
    """Return all words of a language's checker: what it reads and says, and what it copies in every language."""
    known = typed_words(site)
    return {
        "marksLatin": script_of(language) != "LATIN",
        "typed": known["words"],
        "fields": known["fields"],
        "currencies": {code: _search_words(site, language, code) for code in known["currencies"]},
        "texts": {one: _texts(site, one, with_problems=one == language) for one in site.languages},
    }


def write_words(folder: Path, site: Site) -> None:
    """Write the words of every language's checker below a built site's folder."""
    for language in site.languages:
        path = folder / WORDS_FILE.format(language=language)
        text = json.dumps(checker_words(site, language), ensure_ascii=False, separators=(",", ":"))
        path.write_text(text, encoding="utf-8")


def _texts(site: Site, language: str, *, with_problems: bool) -> dict[str, Any]:
    groups = [group for group in _GROUPS if with_problems or group != "problems"]
    messages = {
        group: {id_: str(texts[language]) for id_, texts in getattr(site.messages, group).items()} for group in groups
    }
    messages["rules"] = {id_: words for id_, words in messages["rules"].items() if id_ in map(rule_message_id, RULES)}
    messages["labels"] = {id_: str(site.messages.checker[id_][language]) for id_ in _LABELS}
    units = {
        unit: {"forms": dict(words.forms[language]), "listed": words.listed[language]}
        for unit, words in site.lexicon.units.items()
    }
    fields = {id_: str(term.text[language]) for id_, term in site.terms.fields.items()}
    return {"messages": messages, "units": units, "fields": fields}


def _search_words(site: Site, language: str, code: str) -> str:
    """Return by what else people look for a currency than by its code and its name on the page."""
    locales = {one: Locale.parse(one) for one in site.languages}
    symbols = {str(locale.currency_symbols.get(code, code)) for locale in locales.values()} - {code}
    names = {one: str(locale.currencies.get(code, "")) for one, locale in locales.items()}
    sounds = {sound(romanised(word)) for name in names.values() for word in words_of(name) if not word.isascii()}
    heard = sorted(one for one in sounds if len(one) > 2)
    spoken = map(str, site.lexicon.typed.currencies.get(code, ()))
    return " ".join([*sorted(symbols), *spoken, *(name for one, name in names.items() if one != language), *heard])


def inline_json(data: Any) -> Markup:
    """Return JSON that is safe in a script element: nothing in it can end the element or start a tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # escaped above
