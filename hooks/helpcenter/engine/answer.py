"""All that the checker has to say of a form. Twin of docs/assets/checker/answer.mjs.

Page, `helpcenter plan`, `helpcenter what-if` and all tests ask this one function.
"""

from collections.abc import Mapping
from typing import Any

from .group import effective_interval, findings, group
from .schedule import schedule, timeline
from .typed import UNITS, read_plan

Answer = Mapping[str, Any]


def answer(
    gateway: Mapping[str, Any], form: Mapping[str, Any], known: Mapping[str, Any], today: int | None = None
) -> Answer:
    """Return `{"plan", "problems", "findings", "group", "year", "after"}` for a form.

    `gateway` is one as published; `form` and `known` are those of `read_plan`, and `known` has the rule `types` too.
    `today` is the day from which a year is counted where the form has no start. What cannot be told is None: a year,
    where no rule sets days for a month; what comes after a failed payment, where no rule has a deadline.
    """
    read = read_plan(form, known)
    plan = read["plan"]
    if plan is None:
        return {**read, "findings": None, "group": None, "year": None, "after": None}
    found = findings(gateway, known["types"], plan)
    interval = effective_interval(plan, found)
    start = today if plan["start"] is None else plan["start"]
    dates: dict[str, Any] = {"year": None, "after": None}
    if interval is not None and interval["unit"] in UNITS and start is not None:
        dates["year"] = schedule(start, interval, plan["amount"]) if _in_days(gateway, "interval", "month") else None
        deadline, spacing = (_in_days(gateway, *path) for path in (("after_failure", "after"), ("retries", "spacing")))
        retries = {"count": _stated(gateway, "retries", "count"), "spacing": spacing}
        dates["after"] = timeline(interval, start, deadline, retries) if deadline else None
    return {**read, "findings": found, "group": group(found), **dates}


def _stated(gateway: Mapping[str, Any], rule: str, part: str) -> Any:
    """Return a value that a rule states for everybody, and no source contradicts."""
    own = (one for one in gateway["rules"].get(rule, []) if not {"in", "buyers", "state"} & set(one))
    return next((one["values"][part] for one in own if part in one["values"]), None)


def _in_days(gateway: Mapping[str, Any], rule: str, part: str) -> Any:
    """Return a time that is counted in whole days; of minutes and hours no date can be told."""
    time = _stated(gateway, rule, part)
    return time if time and time["unit"] in UNITS else None
