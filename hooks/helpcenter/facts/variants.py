"""A gateway's rules as they are not: changed in memory, for what-if and for coverage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..files.diagnostics import did_you_mean
from ..files.source import Source, Text
from ..model.rules import Rule
from ..model.site import Gateway, Site
from ..model.vocabulary import Part
from .kinds import Known, Value, kind_of
from .words import words_of

_CHANGE = re.compile(r"\s*([a-z0-9-]+)\.([a-z_]+)(?:\.([a-z_]+))?\s*(\+=|-=|=)\s*(.+?)\s*")
NOT_STATED = "not stated"
_WRITTEN = {"true": True, "false": False}


class ChangeError(ValueError):
    """A change that cannot be read or applied; its text says why."""


@dataclass(frozen=True)
class Change:
    """A statement of a rule with another value of one part; None where the part is not stated."""

    gateway: str
    rule: str
    part: str
    statement: int
    value: Value | None

    def __str__(self) -> str:
        """Return it as a writer would write it."""
        value = NOT_STATED if self.value is None else _shown(self.value)
        return f"{self.gateway}.{self.rule}.{self.part} = {value}"


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def parse_change(site: Site, text: str) -> Change:
    """Read `secure-and-pay.currencies += INR`; also `=`, `-=` and `= not stated`; a part where several are stated."""
    match = _CHANGE.fullmatch(text)
    if match is None:
        raise ChangeError(f"'{text}' cannot be read: write gateway.rule += value, -= value or = value")
    id_, rule, part, operator, written = match.groups()
    if id_ not in site.gateways:
        raise ChangeError(f"no gateway '{id_}': {did_you_mean(id_, site.gateways)}")
    rules = site.gateways[id_].rules
    if rule not in rules:
        raise ChangeError(f"{id_} does not state '{rule}': {did_you_mean(rule, rules)}")
    place, part = _stated_part(rules[rule], part)
    old = rules[rule].statements[place].values[part]
    kind = site.vocabulary[rule].parts[part]
    if written == NOT_STATED and operator == "=":
        return Change(id_, rule, part, place, None)
    return Change(id_, rule, part, place, _new_value(site, kind, old, operator, written))


def _stated_part(rule: Rule, wanted: str | None) -> tuple[int, str]:
    """Return the statement and the part that a change is about: the one that is named, or the only one."""
    parts = [(place, part) for place, one in enumerate(rule.statements) for part in one.values]
    named = [one for one in parts if one[1] == wanted] if wanted else parts
    if not named or (not wanted and len({part for _, part in named}) > 1):
        known = sorted({part for _, part in parts})
        raise ChangeError(f"name a part, such as {rule.type}.{known[0]}: {', '.join(known)}" if known else "no value")
    return named[0]


def _new_value(site: Site, part: Part, old: Value, operator: str, written: str) -> Value:
    if not part.set:
        if operator != "=":
            raise ChangeError(f"only a set grows or shrinks: write = {written}")
        return _read(part, _scalar(part, written))
    items = _read(part, [one.strip() for one in written.split(",")])
    known = known_items(site).get(str(part.set), ())
    for one in items if known and part.set != "code" else ():
        if one not in known:
            raise ChangeError(f"no '{one}': {did_you_mean(one, known)}")
    kept = [] if operator == "=" else [one for one in old if operator == "+=" or one not in items]
    value = (*kept, *(one for one in items if operator != "-=" and one not in kept))
    if not value:
        raise ChangeError(f"nothing would be left: write = {NOT_STATED}")
    return value


def _scalar(part: Part, written: str) -> Any:
    if part.kind == "count":
        return int(written) if written.isascii() and written.isdigit() else written
    return _WRITTEN.get(written, written) if part.kind == "yes_no" else written


def _read(part: Part, value: Any) -> Any:
    """Return a value as it would be read from YAML."""
    written = [_text(one) for one in value] if isinstance(value, list) else _text(value)
    try:
        return TypeAdapter(kind_of(part).annotation(part)).validate_python(written)
    except ValidationError as error:
        raise ChangeError(str(error.errors()[0]["msg"])) from error


def _text(value: Any) -> Any:
    return Text(value, Source("what-if", value), 0) if isinstance(value, str) else value


def changed(site: Site, change: Change) -> Site:
    """Return the site with one statement of a gateway changed."""
    gateway = site.gateways[change.gateway]
    rule = gateway.rules[change.rule]
    statements = list(rule.statements)
    old = statements[change.statement]
    values = {name: value for name, value in old.values.items() if name != change.part}
    if change.value is not None:
        values[change.part] = change.value
    statements[change.statement] = replace(old, values=values)
    left = tuple(one for one in statements if one.values or one.state != "stated")
    rules = {**gateway.rules, change.rule: replace(rule, statements=left)}
    if not left:
        del rules[change.rule]
    return replace(site, gateways={**site.gateways, gateway.id: replace(gateway, rules=rules)})


def known_items(site: Site) -> Known:
    """Return the ids of all things that sets are made of."""
    words = words_of(site, site.languages[0])
    kinds = ("country", "currency", "field", "label", "gateway", "unit")
    return {**{kind: list(words.names(kind)) for kind in kinds}, "code": ["some.event", "other.event"]}


def mutations(site: Site, gateway: Gateway) -> Iterator[Change]:
    """Yield a change of every kind for every value that a gateway's rules state."""
    known = known_items(site)
    for name, rule in gateway.rules.items():
        for place, statement in enumerate(rule.statements):
            for part, value in statement.values.items():
                kind = site.vocabulary[name].parts[part]
                for other in [*kind_of(kind).others(value, kind, known), None]:
                    yield Change(gateway.id, name, part, place, other)
