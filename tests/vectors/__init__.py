"""Plans with their verdicts, for both engines: `plans.yml`, in a short form that people can read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support import read_data, specimen_site

from helpcenter.engine.typed import civil
from helpcenter.pages.published import published_rules, typed_words

DEFAULT_GATEWAY = "acme-pay"


@dataclass(frozen=True)
class Vector:
    """A form as filled in, the gateway it is held against, and what the checker says."""

    about: str
    gateway: str
    form: Mapping[str, Any]
    says: Sequence[str]


_DATA = read_data(Path(__file__).parent / "plans.yml")
VECTORS = [Vector(**{"gateway": DEFAULT_GATEWAY, **vector}) for vector in _DATA["vectors"]]
KNOWN = typed_words(specimen_site())
_RULES = {**_DATA["gateways"], DEFAULT_GATEWAY: published_rules(specimen_site().gateways[DEFAULT_GATEWAY])}


def rules_of(vector: Vector) -> dict[str, Any]:
    """Return the rules that a vector's plan is held against."""
    rules: dict[str, Any] = _RULES[vector.gateway]
    return rules


def said(answered: Mapping[str, Any]) -> list[str]:
    """Return an answer in the vectors' short form."""
    if answered["findings"] is None:
        return [f"{problem['input']}: {problem['code']}" for problem in answered["problems"]]
    summary, year = answered["summary"], answered["year"]
    lines = [*map(_finding, answered["findings"]), f"{summary['code']} {summary['values']['count']}"]
    return [*lines, _year(year), _after(answered["after"])] if year else lines


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
    line = f"{finding['rule']}: {finding['status']} {finding['code']}{_values(finding['values'])}"
    mend = finding["mend"]
    return f"{line} -> {mend['code']}{_values(mend['values'])}" if mend else line


def _values(values: Mapping[str, Any]) -> str:
    return f" {json.dumps(values, ensure_ascii=False)}" if values else ""
