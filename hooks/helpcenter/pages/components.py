"""What each component's template is filled with: plain values, in one language."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from babel import Locale
from markupsafe import Markup

from ..engine.find import find, reasons
from ..facts.claims import set_at
from ..facts.words import words_of
from ..model.site import Gateway, Site, relative_url
from .inline import Inliner
from .published import FINDER_FILE, FORM_FILE, GATEWAY_FILE, OTHERS_FILE, WORDS_FILE, published_rules
from .table import compared, rows, sources
from .texts import OFTEN_CHOSEN, countries, texts, typed_words
from .told import Told
from .types import type_sections

COMPARISON = "gateways/index"
"""The page that compares all gateways, where there is one."""


class Components:
    """The values of all components in one language."""

    def __init__(self, site: Site, language: str, inline: Inliner) -> None:
        """Fill components from `site`, its texts made HTML by `inline`."""
        self._site = site
        self._language = language
        self._inline = inline

    def words(self, words: str) -> Markup:
        """Return words without Markdown, the foreign ones marked."""
        return self._inline.words(words, self._language)

    def gateways(self, from_key: str) -> dict[str, Any]:
        """Return all gateways in the groups into which the plan that most readers ask for puts them, with reasons."""
        site, language = self._site, self._language
        rules = {id_: published_rules(site, one) for id_, one in site.gateways.items()}
        form: dict[str, Any] = {"currency": "", "payment": "", "every": "", "unit": "", "fields": ()}
        form |= {str(name): str(value) for name, value in site.typed.asked.items()}
        found = find(rules, form, typed_words(site))
        told = Told(texts(site, language), language)
        groups = [
            {
                "id": group,
                "count": told.number(len(own := list(rows))),
                "gateways": [
                    {
                        "name": site.gateways[row["id"]].file.name,
                        "url": _article(from_key, row["id"]),
                        "reasons": [told.reason(one, found["plan"]) for one in reasons(row)],
                    }
                    for row in own
                ],
            }
            for group, rows in groupby(found["rows"], key=lambda row: str(row["group"]))
        ]
        every = [(one.file.name, _article(from_key, id_)) for id_, one in site.gateways.items() if not groups]
        plan = " · ".join(told.plan(found["plan"]))
        return {"groups": groups, "plan": plan, "every": every}

    def comparison(self, from_key: str) -> dict[str, Any]:
        """Return what each gateway's rules say in few words, type by type."""
        gateways = [
            {
                "name": gateway.file.name,
                "article": _article(from_key, gateway.id),
                "cells": compared(self._site, self._language, gateway),
            }
            for gateway in self._site.gateways.values()
        ]
        types = [one.name[self._language] for one in self._site.vocabulary.values()]
        return {"gateways": gateways, "types": types, "finder": relative_url(from_key, "checker")}

    def rules(self, gateway: Gateway) -> dict[str, Any]:
        """Return the table of a gateway's rules."""
        return {
            "rows": rows(self._site, self._language, gateway),
            "sources": sources(self._site, self._language, gateway),
            "name": gateway.file.name,
        }

    def rule(self, path: str, gateway: Gateway | None) -> dict[str, Any]:
        """Return the items of a set that a rule states, such as the events of a webhook."""
        items, are_codes = items_of(self._site, self._language, path, gateway)
        return {"items": items, "are_codes": are_codes}

    def vocabulary(self) -> dict[str, Any]:
        """Return a section for each rule type: what it means, and how it may be said."""
        return {"types": type_sections(self._site, self._language)}

    def checker(self, gateway: Gateway | None, from_key: str) -> dict[str, Any]:
        """Return where script and files are: of the checker of one gateway, or of the finder over all."""
        language = self._language
        compared = relative_url(from_key, COMPARISON) if COMPARISON in self._site.pages else ""
        name = GATEWAY_FILE if gateway else FINDER_FILE
        kind = "checker" if gateway else "finder"
        return {
            "root": self._site.root(from_key, language),
            "module": "page" if gateway else "finder",
            "files": {
                "form": FORM_FILE.format(language=language, kind=kind),
                "words": WORDS_FILE.format(language=language),
                "rules": name.format(language=language, gateway=gateway.id if gateway else ""),
                **({"others": OTHERS_FILE.format(language=language)} if gateway else {}),
            },
            "is_finder": gateway is None,
            "rules_url": "#rules" if gateway or from_key == COMPARISON else f"{compared}#rules",
        }

    def checker_form(self) -> dict[str, Any]:
        """Return the choices of the form."""
        units = self._site.shared.units
        return {
            "units": {unit: units[unit].name[self._language] for unit in self._site.typed.units},
            "fields": {id_: term.text[self._language] for id_, term in self._site.terms.fields.items()},
        }

    def find(self, from_key: str) -> dict[str, Any]:
        """Return the choices of the finder's short form: what rules name, in the order of the finder."""
        named: dict[str, set[str]] = {"country": set(), "currency": set()}
        for part, value in _named(self._site):
            named[part] |= set(value)
        told = Locale.parse(self._language)
        places = {code: str(told.territories.get(code, code)) for code in countries(self._site, self._language)}
        ours = {code: str(own[self._language][0]) for code, own in self._site.shared.countries.items()}
        # The Netherlands: in a list, without the article.
        places |= {code: name for code, name in ours.items() if not name.endswith(places[code])}
        leads, *others = places
        own = sorted((code for code in others if code in named["country"]), key=places.__getitem__)
        return {
            "action": relative_url(from_key, "checker"),
            "countries": {code: places[code] for code in [leads, *own]},
            "currencies": {code: str(told.currencies.get(code, code)) for code in self._currencies(named["currency"])},
        }

    def _currencies(self, named: set[str]) -> list[str]:
        return [*OFTEN_CHOSEN, *sorted(named - set(OFTEN_CHOSEN))]


def _named(site: Site) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield the countries and currencies that rules of gateways name, regions as their countries."""
    for gateway in site.gateways.values():
        for rule, statements in published_rules(site, gateway)["rules"].items():
            kind = str(site.vocabulary[rule].judge.input)
            for statement in statements if kind in ("country", "currency") else ():
                yield from ((kind, value) for value in statement["values"].values() if isinstance(value, list))
                yield "country", statement.get("in", ())


def items_of(site: Site, language: str, path: str, gateway: Gateway | None) -> tuple[list[str], bool]:
    """Return the items of the set at a path such as `webhook.events`, and whether they are codes.

    Countries follow the alphabet, by the names that lists have: the United Kingdom without its article.
    """
    part, value = set_at(site, path, gateway)
    names = words_of(site, language, gateway)
    if part.set == "code":
        return list(map(str, value)), True
    items = {str(one): names.name(str(part.set), str(one)) for one in value}
    if part.set == "country":
        usual = Locale.parse(language).territories
        return sorted(usual[one] if name.endswith(usual.get(one, " ")) else name for one, name in items.items()), False
    return list(items.values()), False


def _article(from_key: str, gateway: str) -> str:
    return relative_url(from_key, f"gateways/{gateway}/index")
