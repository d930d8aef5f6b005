"""What each component's template is filled with: plain values, in one language."""

from typing import Any

from markupsafe import Markup

from ..facts.claims import set_at
from ..facts.words import words_of
from ..model.site import Gateway, Site, relative_url
from .inline import Inliner
from .published import WORDS_FILE
from .table import rows, sources
from .types import type_sections


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

    def gateways(self, gateways: list[Gateway], from_key: str) -> dict[str, Any]:
        """Return a card for each gateway: title and description of its article, and where it is."""
        asked = [rule for rule, one in self._site.vocabulary.items() if one.asked]
        metas = {gateway.id: gateway.pages[self._language].meta for gateway in gateways}
        cards = [
            {
                "title": self.words(meta.title),
                "description": self.words(meta.description),
                "url": _article(from_key, id_),
                "facts": [row for row in rows(self._site, self._language, self._site.gateways[id_]) if row.id in asked],
            }
            for id_, meta in metas.items()
        ]
        return {"gateways": cards}

    def rules(self, gateways: list[Gateway], from_key: str) -> dict[str, Any]:
        """Return the table of rules of each gateway. On a gateway's own page its rows can be linked to."""
        return {
            "gateways": [
                {
                    "name": gateway.file.name,
                    "article": (article := _article(from_key, gateway.id)),
                    "rows": rows(self._site, self._language, gateway),
                    "sources": sources(self._site, self._language, gateway),
                    "is_own": article == "",
                }
                for gateway in gateways
            ],
        }

    def rule(self, path: str, gateway: Gateway | None) -> dict[str, Any]:
        """Return the items of a set that a rule states, such as the events of a webhook."""
        items, are_codes = items_of(self._site, self._language, path, gateway)
        return {"items": items, "are_codes": are_codes}

    def vocabulary(self) -> dict[str, Any]:
        """Return a section for each rule type: what it means, and how it may be said."""
        return {"types": type_sections(self._site, self._language)}

    def checker(self, gateway: Gateway | None, from_key: str) -> dict[str, Any]:
        """Return where the checker's script and its file are; `gateway` is the only one that it is about."""
        return {
            "root": self._site.root(from_key, self._language),
            "words_file": WORDS_FILE.format(language=self._language),
            "gateway": gateway.id if gateway else "",
        }

    def checker_form(self) -> dict[str, Any]:
        """Return the choices of the checker's form."""
        units = self._site.shared.units
        return {
            "gateways": {gateway.id: gateway.file.name for gateway in self._site.gateways.values()},
            "units": {unit: units[unit].name[self._language] for unit in self._site.typed.units},
            "fields": {id_: term.text[self._language] for id_, term in self._site.terms.fields.items()},
        }


def items_of(site: Site, language: str, path: str, gateway: Gateway | None) -> tuple[list[str], bool]:
    """Return the items of the set at a path such as `webhook.events`, and whether they are codes."""
    part, value = set_at(site, path, gateway)
    names = words_of(site, language, gateway)
    are_codes = part.set == "code"
    return [str(one) if are_codes else names.name(str(part.set), str(one)) for one in value], are_codes


def _article(from_key: str, gateway: str) -> str:
    return relative_url(from_key, f"gateways/{gateway}/index")
