"""All that the checker has to say of a form. Twin of docs/assets/checker/answer.mjs.

Page, `helpcenter plan`, `helpcenter what-if` and all tests ask this one function.
"""

from collections.abc import Mapping
from typing import Any

from .rules import effective_interval, evaluate, summarise
from .schedule import schedule, timeline
from .typed import read_plan

Answer = Mapping[str, Any]


def answer(
    rules: Mapping[str, Any], form: Mapping[str, Any], known: Mapping[str, Any], today: int | None = None
) -> Answer:
    """Return `{"plan", "problems", "findings", "summary", "year", "after"}` for a form.

    `rules` are a gateway's as published, `form` and `known` are those of `read_plan`. `today` is the day from which a
    year is counted where the form has no start. What cannot be told is None.
    """
    read = read_plan(form, known)
    plan = read["plan"]
    if plan is None:
        return {**read, "findings": None, "summary": None, "year": None, "after": None}
    findings = evaluate(rules, plan)
    verdict = {**read, "findings": findings, "summary": summarise(findings)}
    interval = effective_interval(plan, findings)
    start = today if plan["start"] is None else plan["start"]
    if interval is None or start is None:
        return {**verdict, "year": None, "after": None}
    return {**verdict, "year": schedule(start, interval, plan["amount"]), "after": timeline(rules, interval, start)}
