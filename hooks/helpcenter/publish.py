"""What the browser gets: rules, words and sentences as plain JSON data."""

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from .checks.notes import notes_by_path
from .rules import RULES
from .site import Gateway, Site
from .typed import fold
from .words import script_of

_GROUPS = ("statuses", "problems", "findings")
_CHECKER_MESSAGES = ("note", "mend", "error-prefix", "listed-and", "listed-or")

# Which claim of an article's notes a finding rests on.
_NOTE_PATHS = {"interval": ("interval.unit", "interval.month")}


def published_rules(gateway: Gateway) -> dict[str, Any]:
    """Return a gateway's rules as both engines read them: without sources and dates; an absent one is not stated."""
    rules = gateway.facts.rules.model_dump(mode="json", exclude_none=True)
    return {name: {key: rule[key] for key in rule if key not in ("source", "as_of")} for name, rule in rules.items()}


def vocabulary(site: Site) -> dict[str, Any]:
    """Return what typed plans are read with: words of every language, because people mix them."""
    lexicon = site.lexicon.units
    units = {fold(word): unit for unit, words in lexicon.items() for read in words.read.values() for word in read}
    return {"currencies": list(site.currencies), "units": units, "fields": list(map(str, site.terms.fields))}


def note_of(gateway: Gateway, language: str, rule: str) -> int | None:
    """Return the number of the article's note that says a rule, None where the rule is not stated."""
    notes = notes_by_path(gateway.pages[language])
    return next((notes[path] for path in _NOTE_PATHS.get(rule, (rule,)) if path in notes), None)


def checker_data(site: Site, language: str, articles: Mapping[str, str]) -> dict[str, Any]:
    """Return all that a page's checker needs. `articles` gives the gateways it knows and their articles' URLs."""
    messages = {
        group: {id_: str(texts[language]) for id_, texts in getattr(site.messages, group).items()} for group in _GROUPS
    }
    checker = {id_: str(site.messages.checker[id_][language]) for id_ in _CHECKER_MESSAGES}
    units = site.lexicon.units
    return {
        "language": language,
        "marksLatin": script_of(language) != "LATIN",
        "gateways": {id_: _gateway_data(site.gateways[id_], language, url) for id_, url in articles.items()},
        "fields": {id_: str(term.text[language]) for id_, term in site.terms.fields.items()},
        "unitWords": vocabulary(site)["units"],
        "units": {
            unit: {"forms": dict(words.forms[language]), "listed": words.listed[language]}
            for unit, words in units.items()
        },
        "messages": {**messages, "checker": checker},
    }


def _gateway_data(gateway: Gateway, language: str, url: str) -> dict[str, Any]:
    notes = {rule: number for rule in RULES if (number := note_of(gateway, language, rule)) is not None}
    return {"rules": published_rules(gateway), "notes": notes, "article": url}


def inline_json(data: Any) -> Markup:
    """Return JSON that may stand in a script element: nothing in it can end the element or start a tag."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # escaped above
