"""Ids in YAML files lead somewhere and are unique."""

from collections.abc import Iterable, Iterator

from ..files.diagnostics import Diagnostic, did_you_mean
from ..files.source import Text
from ..model.documents import Rule
from ..model.site import Gateway, Site

NAME = "references"


def check(site: Site) -> Iterator[Diagnostic]:
    """Yield unknown sources, fields and currencies, a gateway's id that is not its folder's, and repeated ids."""
    for folder, gateway in site.gateways.items():
        facts = gateway.facts
        if facts.gateway != folder:
            yield Diagnostic(facts.gateway.at(), NAME, f"'{facts.gateway}' is not the folder's name", f"write {folder}")
        for rule in _rules(gateway):
            yield from _unknown(rule.source, facts.sources, "source")
        yield from _check_values(site, gateway)
    for article in site.articles.values():
        yield from _repeated(section.id for section in article.sections)
        yield from _repeated(step.id for section in article.sections for step in section.steps)
        yield from _repeated(screen.id for screen in article.screens)


def _rules(gateway: Gateway) -> Iterator[Rule]:
    for _, rule in gateway.facts.rules:
        if rule is not None:
            yield rule


def _check_values(site: Site, gateway: Gateway) -> Iterator[Diagnostic]:
    rules = gateway.facts.rules
    for field in rules.required_fields.fields if rules.required_fields else ():
        yield from _unknown(field, site.terms.fields, "field")
    for code in rules.currencies.only if rules.currencies else ():
        yield from _unknown(code, site.currencies, "currency of ISO 4217")
    for values in (rules.required_fields and rules.required_fields.fields, rules.currencies and rules.currencies.only):
        yield from _repeated(values or ())


def _unknown(id_: Text, known: Iterable[str], what: str) -> Iterator[Diagnostic]:
    names = set(map(str, known))
    if id_ not in names:
        yield Diagnostic(id_.at(), NAME, f"no {what} '{id_}'", did_you_mean(id_, names))


def _repeated(ids: Iterable[Text]) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for id_ in ids:
        if id_ in seen:
            yield Diagnostic(id_.at(), NAME, f"'{id_}' appears twice", f"it is already at line {seen[id_]}")
        seen.setdefault(id_, id_.at().line)
