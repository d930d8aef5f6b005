"""Plans with their verdicts, for both engines: `plans.yml`, in a short form that people can read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support import read_data, specimen_site

from helpcenter.engine.typed import civil
from helpcenter.pages.published import published_rules
from helpcenter.pages.texts import typed_words

DEFAULT_GATEWAY = "acme-pay"
EMPTY = dict.fromkeys(("country", "buyers", "account", "currency", "every", "unit", "start", "amount"), "")
"""A form in which nothing is filled in."""


@dataclass(frozen=True)
class Vector:
    """A form as filled in, the gateway it is held against, and what the checker says."""

    about: str
    gateway: str
    form: Mapping[str, Any]
    says: Sequence[str]


_DATA = read_data(Path(__file__).parent / "plans.yml")
VECTORS = [
    Vector(**{"gateway": DEFAULT_GATEWAY, **vector, "form": {**EMPTY, **vector["form"]}}) for vector in _DATA["vectors"]
]
KNOWN = typed_words(specimen_site())
_OWN = {id_: published_rules(specimen_site(), gateway) for id_, gateway in specimen_site().gateways.items()}
_GATEWAYS = _DATA["gateways"]
_RULES = {**_OWN, **{id_: {"absent": "not-stated", **one} for id_, one in _GATEWAYS.items()}}


def rules_of(vector: Vector) -> dict[str, Any]:
    """Return the gateway that a vector's plan is held against, as published."""
    rules: dict[str, Any] = _RULES[vector.gateway]
    return rules


def said(answered: Mapping[str, Any]) -> list[str]:
    """Return an answer in the vectors' short form. What is stated and places no gateway is left out."""
    if answered["findings"] is None:
        return [f"{problem['input']}: {problem['code']}" for problem in answered["problems"]]
    shown = [one for one in answered["findings"] if (one["outcome"], one["state"]) != ("tells", "stated")]
    lines = [*map(_finding, shown), str(answered["group"])]
    lines += [_year(answered["year"])] if answered["year"] else []
    return lines + ([_after(answered["after"])] if answered["after"] else [])


def _year(year: Mapping[str, Any]) -> str:
    charges, calendar = year["charges"], year["calendar"]
    by_months = (
        f"{len(calendar)} by months, last {_date(calendar[-1])}, drift {year['drift']}" if calendar else "no months"
    )
    paid = f", paid {year['paid']['interval']} not {year['paid']['calendar']}" if year["paid"] else ""
    return f"year: {len(charges)} charges, last {_date(charges[-1])}; {by_months}{paid}"


def _after(events: Sequence[Mapping[str, Any]]) -> str:
    dated = [event["code"] + (f" {_date(event['day'])}" if event["day"] is not None else "") for event in events]
    return f"after: {', '.join(dated)}"


def _date(day: int) -> str:
    return "{:04}-{:02}-{:02}".format(*civil(day))


def _finding(finding: Mapping[str, Any]) -> str:
    mend, scope = finding["mend"], finding["scope"]
    line = f"{finding['rule']}: {finding['outcome']}"
    line += f", {finding['state']}" if finding["state"] != "stated" else ""
    if scope:
        elsewhere = f"not {' '.join(scope['elsewhere'])}" if scope["elsewhere"] else None
        line += f", if {' '.join(filter(None, (scope['country'], elsewhere, scope['buyers'])))}"
    if not mend:
        return line
    values = ", ".join(_value(value) for value in mend["values"])
    return f"{line} -> {mend['input']} {values}{' by arithmetic' if mend.get('arithmetic') else ''}"


def _value(value: Any) -> str:
    return f"{value['count']} {value['unit']}" if isinstance(value, Mapping) else str(value)
