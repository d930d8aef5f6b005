"""Codes to sentences, in one language. Twin of docs/assets/checker/messages.mjs."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

from ..model.site import Site
from ..model.values import Quantity, Unit


class Speech:
    """What the checker and the site's own parts say in one language. An unknown message is a KeyError."""

    def __init__(self, site: Site, language: str) -> None:
        """Speak `language` with the sentences of `site`."""
        self.language = language
        self._site = site
        self._plural = Locale.parse(language).plural_form

    def say(self, group: str, id_: str, values: Mapping[str, str] | None = None) -> str:
        """Return a message with its {placeholders} filled in."""
        messages: Mapping[str, Mapping[str, str]] = getattr(self._site.messages, group)
        sentence = str(messages[id_][self.language])
        for name, value in (values or {}).items():
            sentence = sentence.replace(f"{{{name}}}", value)
        return sentence

    def number(self, number: int) -> str:
        """Return a number in the language's grouping: 1,00,000 in Hindi."""
        return str(format_decimal(number, locale=self.language))

    def date(self, day: date) -> str:
        """Return a date in the language's words."""
        return str(format_date(day, format="long", locale=self.language))

    def quantity(self, quantity: Quantity | Mapping[str, Any]) -> str:
        """Return a count with its unit, such as "30 days"."""
        count, unit = (
            (quantity.count, quantity.unit) if isinstance(quantity, Quantity) else (quantity["count"], quantity["unit"])
        )
        forms = self._site.lexicon.units[unit].forms[self.language]
        return str(forms[self._plural(count)]).replace("{n}", self.number(count))

    def listed(self, items: Sequence[str], joint: str) -> str:
        """Return "USD, EUR and GBP" with the joint "and" or "or"."""
        if len(items) == 1:
            return items[0]
        parts = {"first": ", ".join(items[:-1]), "last": items[-1]}
        return self.say("answer", f"listed-{joint}", parts)

    def units(self, units: Sequence[Unit]) -> str:
        """Return units as in "only in days or weeks"."""
        return self.listed([str(self._site.lexicon.units[unit].listed[self.language]) for unit in units], "or")

    def fields(self, fields: Sequence[str]) -> str:
        """Return the names of fields."""
        return self.listed([str(self._site.terms.fields[field].text[self.language]) for field in fields], "and")

    def finding(self, spoken: Mapping[str, Any]) -> str:
        """Return the sentence for a finding, a mend or a summary: anything with a code and values."""
        return self.say(
            "findings", spoken["code"], {key: self._value(key, value) for key, value in spoken["values"].items()}
        )

    def _value(self, name: str, value: Any) -> str:
        if name == "currencies":
            return self.listed(value, "or")
        if name == "fields":
            return self.fields(value)
        if name == "units":
            return self.units(value)
        if name in ("interval", "deadline"):
            return self.quantity(value)
        return self.number(value) if name == "count" else str(value)


def rule_message_id(rule: str) -> str:
    """Return the id of a rule's name among the messages: `failure.cancel_after` is called failure-cancel-after."""
    return rule.replace(".", "-").replace("_", "-")
