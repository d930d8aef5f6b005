"""The plans with expected verdicts that both engines are tested with (tests/vectors/plans.yml)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from .rules import effective_interval, evaluate, summarise
from .schedule import schedule, timeline
from .typed import civil, read_plan

FILE = "tests/vectors/plans.yml"
DEFAULT_GATEWAY = "secure-and-pay"


@dataclass(frozen=True)
class Vector:
    """A form as filled in, the gateway it is held against, and what the checker says."""

    about: str
    gateway: str
    form: Mapping[str, Any]
    says: Sequence[str]
    line: int


def read_vectors(root: Path) -> tuple[Mapping[str, Any], list[Vector]]:
    """Return the made-up gateways' rules and the vectors; both are empty where there is no such file."""
    path = root / FILE
    if not path.exists():
        return {}, []
    data = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    vectors = [
        Vector(
            about=vector["about"],
            gateway=vector.get("gateway", DEFAULT_GATEWAY),
            form={**vector["form"], "fields": list(vector["form"]["fields"])},
            says=list(vector["says"]),
            line=vector.lc.line + 1,
        )
        for vector in data["vectors"]
    ]
    return json.loads(json.dumps(data["gateways"])), vectors


def answer(rules: Mapping[str, Any], form: Mapping[str, Any], vocabulary: Mapping[str, Any]) -> dict[str, Any]:
    """Return all that the engine has to say of a form: what is read, the verdict and, from a date on, a year."""
    read = read_plan(form, vocabulary)
    plan = read["plan"]
    if plan is None:
        return {**read, "findings": None, "summary": None, "year": None, "after": None}
    findings = evaluate(rules, plan)
    interval, start = effective_interval(plan, findings), plan["start"]
    is_dated = interval is not None and start is not None
    return {
        **read,
        "findings": findings,
        "summary": summarise(findings),
        "year": schedule(start, interval, plan["amount"]) if interval and is_dated else None,
        "after": timeline(rules, interval, start) if interval and is_dated else None,
    }


def says(rules: Mapping[str, Any], form: Mapping[str, Any], vocabulary: Mapping[str, Any]) -> list[str]:
    """Return what the checker says of a form, in the vectors' short form."""
    return said(answer(rules, form, vocabulary))


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
