"""What each component's template is filled with: plain values, in one language."""

from typing import Any
from urllib.parse import urlsplit

from babel import Locale
from markupsafe import Markup

from ..engine.rules import RULES
from ..facts.claims import ARITHMETIC, expected, resolve
from ..facts.notes import quote
from ..files.inline import bound_links
from ..model.documents import Retries
from ..model.prose import prose
from ..model.site import Gateway, Site, relative_url
from .inline import Inliner
from .published import OFTEN_CHOSEN, WORDS_FILE, checker_data, inline_json, payable
from .speech import Speech, rule_message_id


class Components:
    """The values of all components in one language."""

    def __init__(self, site: Site, language: str, inline: Inliner) -> None:
        """Fill components from `site`, its texts made HTML by `inline`."""
        self._site = site
        self._language = language
        self._inline = inline
        self._speech = Speech(site, language)

    def words(self, words: str) -> Markup:
        """Return words without Markdown, the foreign ones marked."""
        return self._inline.words(words, self._language)

    def gateways(self, gateways: list[Gateway], from_key: str) -> dict[str, Any]:
        """Return a card for each gateway: title and description of its article, and where it is."""
        metas = {gateway.id: gateway.pages[self._language].meta for gateway in gateways}
        cards = [
            {
                "title": self.words(meta.title),
                "description": self.words(meta.description),
                "url": _article(from_key, id_),
            }
            for id_, meta in metas.items()
        ]
        return {"gateways": cards}

    def rules(self, gateways: list[Gateway], from_key: str) -> dict[str, Any]:
        """Return the table of rules of each gateway."""
        return {"gateways": [self._table(gateway, from_key) for gateway in gateways]}

    def _table(self, gateway: Gateway, from_key: str) -> dict[str, Any]:
        said = {"currencies": self._currencies(gateway), "required_fields": self._fields(gateway)}
        said |= {"interval": self._interval(gateway), **self._failure(gateway)}
        rows = [
            {
                "id": rule_message_id(rule),
                "says": said[rule],
                "note": quoted.note if (quoted := quote(self._site, gateway, self._language, rule)) else None,
            }
            for rule in RULES
        ]
        sources = [
            {"url": reference.url, "host": urlsplit(reference.url).netloc, "read": self._speech.date(reference.read)}
            for reference in gateway.facts.sources.values()
        ]
        return {"name": gateway.facts.name, "rows": rows, "sources": sources, "article": _article(from_key, gateway.id)}

    def _says(self, id_: str, **values: str) -> str:
        return self._speech.say("rules", f"says-{id_}", values)

    def _currencies(self, gateway: Gateway) -> str | None:
        rule = gateway.facts.rules.currencies
        return self._says("currencies", currencies=self._speech.listed(rule.only, "and")) if rule else None

    def _fields(self, gateway: Gateway) -> str | None:
        rule = gateway.facts.rules.required_fields
        return self._says("required-fields", fields=self._speech.fields(rule.fields)) if rule else None

    def _interval(self, gateway: Gateway) -> str | None:
        rule = gateway.facts.rules.interval
        if rule is None:
            return None
        units = self._says("interval", units=self._speech.units(rule.only))
        if rule.month is None:
            return units
        month = self._speech.quantity({"count": rule.month, "unit": "day"})
        return f"{units}; {self._says('interval-month', interval=month)}"

    def _failure(self, gateway: Gateway) -> dict[str, str | None]:
        rules = gateway.facts.rules
        notify = rules.failure.notify if rules.failure else None
        deadline = rules.failure.cancel_after if rules.failure else None
        return {
            "retries.scheduled": self._retries(rules.retries) if rules.retries else None,
            "failure.notify": None if notify is None else self._says("notify" if notify else "notify-none"),
            "failure.cancel_after": self._says("cancel-after", deadline=self._speech.quantity(deadline))
            if deadline
            else None,
        }

    def _retries(self, rule: Retries) -> str:
        words = self._says(
            "retries-scheduled" if rule.scheduled else "retries-none", count=self._speech.number(rule.scheduled)
        )
        if rule.as_of is None:
            return words
        return f"{words} ({self._speech.say('rules', 'as-of', {'date': self._speech.date(rule.as_of)})})"

    def paths(self, gateways: list[Gateway]) -> dict[str, Any]:
        """Return every path that a claim may name: what its words must say, and how the articles say it."""
        said: dict[str, tuple[str, str]] = {path: (str(reading), "") for path, reading in ARITHMETIC.items()}
        for gateway in gateways:
            said |= {path: (str(reading), "") for path, reading in expected(gateway.facts.rules).items()}
        for text in prose(self._site):
            for link in bound_links(text.text) if text.language == self._language else ():
                path = resolve(self._site, link.target, text.gateway).path if link.scheme == "rule" else ""
                if path in said and not said[path][1]:
                    said[path] = (said[path][0], link.words)
        rows = [
            {"path": path, "says": says, "example": self.words(words)} for path, (says, words) in sorted(said.items())
        ]
        return {"rows": rows}

    def checker(self, gateways: list[Gateway], from_key: str) -> dict[str, Any]:
        """Return the choices of the form, what its script knows of gateways, and the file of all that it says."""
        names = Locale.parse(self._language).currencies
        # CLDR has no name in some languages for a few codes: there the code is alone.
        options = {code: f"{code} – {names[code]}" if code in names else code for code in payable(self._site)}
        articles = {gateway.id: _article(from_key, gateway.id) for gateway in gateways}
        return {
            "gateways": {gateway.id: gateway.facts.name for gateway in gateways},
            "often": {code: options[code] for code in OFTEN_CHOSEN},
            "currencies": options,
            "units": {unit: words.name[self._language] for unit, words in self._site.lexicon.units.items()},
            "fields": {id_: term.text[self._language] for id_, term in self._site.terms.fields.items()},
            "data": inline_json(checker_data(self._site, self._language, articles)),
            "root": self._site.root(from_key, self._language),
            "words_file": WORDS_FILE.format(language=self._language),
        }


def _article(from_key: str, gateway: str) -> str:
    return relative_url(from_key, f"gateways/{gateway}/index")
