"""The plans with expected verdicts that both engines are tested with (tests/vectors/plans.yml)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from .rules import evaluate, summarise
from .typed import read_plan

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


def says(rules: Mapping[str, Any], form: Mapping[str, Any], vocabulary: Mapping[str, Any]) -> list[str]:
    """Return what the checker says of a form, in the vectors' short form."""
    read = read_plan(form, vocabulary)
    if read["plan"] is None:
        return said(read["problems"], None, None)
    findings = evaluate(rules, read["plan"])
    return said([], findings, summarise(findings))


def said(
    problems: Sequence[Mapping[str, Any]], findings: Sequence[Mapping[str, Any]] | None, summary: Any
) -> list[str]:
    """Return a reading and its verdict in the vectors' short form."""
    if findings is None:
        return [f"{problem['input']}: {problem['code']}" for problem in problems]
    return [*map(_finding, findings), f"{summary['code']} {summary['values']['count']}"]


def _finding(finding: Mapping[str, Any]) -> str:
    line = f"{finding['rule']}: {finding['status']} {finding['code']}{_values(finding['values'])}"
    mend = finding["mend"]
    return f"{line} -> {mend['code']}{_values(mend['values'])}" if mend else line


def _values(values: Mapping[str, Any]) -> str:
    return f" {json.dumps(values, ensure_ascii=False)}" if values else ""
