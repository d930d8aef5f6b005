"""Sentences in one language: what the site's own parts say, with numbers and dates as people write them."""

from collections.abc import Mapping
from datetime import date

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from ..model.site import Site


class Speech:
    """What the site's own parts say in one language. An unknown message is a KeyError."""

    def __init__(self, site: Site, language: str) -> None:
        """Speak `language` with the sentences of `site`."""
        self.language = language
        self._site = site

    def say(self, group: str, id_: str, values: Mapping[str, str] | None = None) -> str:
        """Return a message with its {placeholders} filled in."""
        messages: Mapping[str, Mapping[str, str]] = getattr(self._site.messages, group)
        return filled(str(messages[id_][self.language]), values or {})

    def number(self, number: int) -> str:
        """Return a number in the language's grouping: 1,00,000 in Hindi."""
        return str(format_decimal(number, locale=self.language))

    def language_name(self, code: str) -> str:
        """Return how a language is called (CLDR)."""
        return str(Locale.parse(self.language).languages.get(code, code))

    def date(self, day: date) -> str:
        """Return a date as India writes it: 24 November 2026."""
        return str(format_date(day, format="d MMMM y", locale=self.language))


def filled(sentence: str, values: Mapping[str, str]) -> str:
    """Return a sentence with its {placeholders} filled in."""
    for name, value in values.items():
        sentence = sentence.replace(f"{{{name}}}", value)
    return sentence
