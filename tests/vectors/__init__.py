"""Plans with their verdicts, for both engines."""

import json
from pathlib import Path
from typing import Any

from support import load_site, read_data

from helpcenter.publish import published_rules

_DATA = read_data(Path(__file__).with_name("plans.yml"))
VECTORS: list[dict[str, Any]] = _DATA["vectors"]
_RULES = {"secure-and-pay": published_rules(load_site().gateways["secure-and-pay"]), **_DATA["gateways"]}


def rules_of(vector: dict[str, Any]) -> dict[str, Any]:
    """Return the rules that a vector's plan is held against."""
    rules: dict[str, Any] = _RULES[vector.get("gateway", "secure-and-pay")]
    return rules


def said(problems: list[dict[str, Any]], findings: list[dict[str, Any]] | None, summary: Any) -> list[str]:
    """Return a reading and its verdict in the vectors' short form."""
    if findings is None:
        return [f"{problem['input']}: {problem['code']}" for problem in problems]
    return [*map(_finding, findings), f"{summary['code']} {summary['values']['count']}"]


def _finding(finding: dict[str, Any]) -> str:
    line = f"{finding['rule']}: {finding['status']} {finding['code']}{_values(finding['values'])}"
    mend = finding["mend"]
    return f"{line} -> {mend['code']}{_values(mend['values'])}" if mend else line


def _values(values: dict[str, Any]) -> str:
    return f" {json.dumps(values, ensure_ascii=False)}" if values else ""
