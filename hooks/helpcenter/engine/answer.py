"""All that the checker has to say of a form. Twin of docs/assets/checker/answer.mjs.

Page, `helpcenter plan`, `helpcenter what-if` and all tests ask this one function.
"""

from collections.abc import Mapping
from typing import Any

from .rules import effective_interval, evaluate, summarise
from .schedule import schedule, timeline
from .typed import read_plan

Answer = Mapping[str, Any]


def answer(rules: Mapping[str, Any], form: Mapping[str, Any], known: Mapping[str, Any]) -> Answer:
    """Return `{"plan", "problems", "findings", "summary", "interval", "year", "after"}` for a form.

    `rules` are a gateway's as published, `form` and `known` are those of `read_plan`. `findings`, `summary` and
    `interval` (the one in which a subscription is charged) are None where the form cannot be read; `year` and `after`
    also where the plan has no start.
    """
    read = read_plan(form, known)
    plan = read["plan"]
    if plan is None:
        return {**read, "findings": None, "summary": None, "interval": None, "year": None, "after": None}
    findings = evaluate(rules, plan)
    interval, start = effective_interval(plan, findings), plan["start"]
    is_dated = interval is not None and start is not None
    return {
        **read,
        "findings": findings,
        "summary": summarise(findings),
        "interval": interval,
        "year": schedule(start, interval, plan["amount"]) if interval and is_dated else None,
        "after": timeline(rules, interval, start) if interval and is_dated else None,
    }
