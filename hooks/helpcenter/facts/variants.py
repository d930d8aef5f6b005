"""A gateway's rules as they are not: changed in memory, for what-if and for coverage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ..engine.typed import UNITS
from ..files.diagnostics import did_you_mean
from ..files.source import Text
from ..model.documents import Rules
from ..model.site import Gateway, Site
from ..model.values import QUANTITY, Quantity, parse_quantity

_CHANGE = re.compile(r"\s*([a-z0-9-]+)\.([a-z_.]+)\s*(\+=|-=|=)\s*(.+?)\s*")
NOT_STATED = "not stated"

LISTS = {
    "currencies": ("currencies", "only"),
    "required_fields": ("required_fields", "fields"),
    "interval.unit": ("interval", "only"),
}
VALUES = {
    "interval.month": ("interval", "month"),
    "retries.scheduled": ("retries", "scheduled"),
    "retries.as_of": ("retries", "as_of"),
    "failure.notify": ("failure", "notify"),
    "failure.cancel_after": ("failure", "cancel_after"),
}
PATHS = {**LISTS, **VALUES}
_ALONE = ("retries.scheduled",)
"""Values without which their rule says nothing, like the lists."""


class ChangeError(ValueError):
    """A change that cannot be read or applied; its text says why."""


@dataclass(frozen=True)
class Change:
    """`gateway.path operator value`, as a writer would think it."""

    gateway: str
    path: str
    operator: str
    value: str

    def __str__(self) -> str:
        """Return it as it is written."""
        return f"{self.gateway}.{self.path} {self.operator} {self.value}"


def parse_change(text: str) -> Change:
    """Read `secure-and-pay.currencies += INR`; also `=`, `-=` and `= not stated`."""
    match = _CHANGE.fullmatch(text)
    if match is None:
        raise ChangeError(f"'{text}' cannot be read: write gateway.rule += value, -= value or = value")
    return Change(*match.groups())


def changed(site: Site, change: Change) -> Site:
    """Return the site with one gateway's rules changed."""
    if change.gateway not in site.gateways:
        raise ChangeError(f"no gateway '{change.gateway}': {did_you_mean(change.gateway, site.gateways)}")
    path = "interval.unit" if change.path == "interval" else change.path
    if path not in PATHS:
        raise ChangeError(f"no rule '{change.path}': {did_you_mean(change.path, PATHS)}")
    gateway = site.gateways[change.gateway]
    rules = _with(gateway.facts.rules, path, _new_value(site, gateway, replace(change, path=path)))
    facts = gateway.facts.model_copy(update={"rules": rules})
    return replace(site, gateways={**site.gateways, gateway.id: replace(gateway, facts=facts)})


def _with(rules: Rules, path: str, value: Any) -> Rules:
    name, key = PATHS[path]
    rule = getattr(rules, name)
    alone = path in LISTS or path in _ALONE
    return rules.model_copy(update={name: None if value is None and alone else rule.model_copy(update={key: value})})


def _new_value(site: Site, gateway: Gateway, change: Change) -> Any:
    name, key = PATHS[change.path]
    rule = getattr(gateway.facts.rules, name)
    if rule is None:
        raise ChangeError(f"{gateway.id} does not state {name}: write the rule first")
    if change.value == NOT_STATED and change.operator == "=":
        return None
    old = getattr(rule, key)
    return _new_list(site, change, old) if change.path in LISTS else _new_scalar(change, old)


def _new_list(site: Site, change: Change, old: tuple[str, ...]) -> tuple[str, ...]:
    known = {"currencies": site.currencies, "required_fields": site.terms.fields, "interval.unit": UNITS}[change.path]
    values = [value.strip() for value in change.value.split(",")]
    for value in values:
        if value not in known:
            raise ChangeError(f"no '{value}' in {change.path}: {did_you_mean(value, known)}")
    if change.operator == "+=":
        values = [*old, *(value for value in values if value not in old)]
    elif change.operator == "-=":
        values = [value for value in old if value not in values]
    if not values:
        raise ChangeError(f"{change.path} would be empty: write = {NOT_STATED}")
    anchor = next((value for value in old if isinstance(value, Text)), None)
    return tuple(Text(value, anchor.source, anchor.start) if anchor else value for value in values)


def _new_scalar(change: Change, old: Any) -> Any:
    if change.path == "failure.notify":
        if change.operator != "=" or change.value not in ("true", "false"):
            raise ChangeError("failure.notify is true or false: write = true")
        return change.value == "true"
    if change.path == "retries.as_of":
        raise ChangeError(f"a date is read from a source, not guessed: only = {NOT_STATED} can be tried")
    if change.operator == "=" and QUANTITY.fullmatch(change.value) and isinstance(old, Quantity):
        return parse_quantity(change.value)
    if not change.value.isascii() or not change.value.isdigit():
        raise ChangeError(f"'{change.value}' is no value of {change.path}: write a number, or a quantity like 30 days")
    count = _counted(change, old.count if isinstance(old, Quantity) else old or 0)
    return Quantity(count=count, unit=old.unit) if isinstance(old, Quantity) else count


def _counted(change: Change, old: int) -> int:
    number = int(change.value)
    count = {"+=": old + number, "-=": old - number, "=": number}[change.operator]
    least = 0 if change.path == "retries.scheduled" else 1
    if count < least:
        raise ChangeError(f"{change.path} would be {count}")
    return count


def mutations(site: Site, gateway: Gateway) -> Iterator[Change]:
    """Yield a change of every kind for every value that a gateway's rules state."""
    for path, (name, key) in PATHS.items():
        rule = getattr(gateway.facts.rules, name)
        value = getattr(rule, key) if rule else None
        if value is not None:
            yield from (Change(gateway.id, path, *pair) for pair in _mutations(site, path, value))
            yield Change(gateway.id, path, "=", NOT_STATED)


def _mutations(site: Site, path: str, value: Any) -> Iterator[tuple[str, str]]:
    if path in LISTS:
        known = {"currencies": site.currencies, "required_fields": site.terms.fields, "interval.unit": UNITS}[path]
        others = [item for item in known if item not in value][:2]
        yield from (("+=", item) for item in others)
        yield from (("-=", item) for item in value if len(value) > 1)
        yield from (("=", ", ".join([*value[1:], item])) for item in others)
    elif path == "failure.notify":
        yield "=", "false" if value else "true"
    elif isinstance(value, Quantity):
        yield from (("=", f"{value.count} {unit}s") for unit in UNITS if unit != value.unit)
        yield "+=", "1"
    elif path != "retries.as_of":
        yield from (("+=", "1"), ("+=", "10"))
