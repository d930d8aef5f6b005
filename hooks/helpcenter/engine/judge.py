"""Judgements: one statement of a rule held against a plan. Twin of docs/assets/checker/judge.mjs.

Which judgement a rule type has, which input of the plan it looks at, and what follows is data: see docs/vocabulary.
An outcome is `{"outcome", "mend"}`. The outcome is "yes", "change" (what to change is in `mend`), "first" (something
comes first), "no", "doubtful", "silent", "tells" for what places no gateway, or None where the plan does not ask.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from .typed import ACCOUNTS, MOST_DIGITS

Values = Mapping[str, Any]
"""The parts of a statement as published: sets are lists, a quantity is `{"count", "unit"}`."""
Plan = Mapping[str, Any]
Outcome = dict[str, Any]

DAYS = {"day": 1, "week": 7, "year": 365}  # arithmetic, not documented; a month has only the days that a rule gives it
_LENGTHS = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43800, "year": 525600}
"""About how many minutes a unit has: by these what is near is found, and nothing else."""
_BASES = {"minute": (0, 1), "hour": (0, 60), "day": (0, 1440), "week": (0, 10080), "month": (1, 1), "year": (1, 12)}


def _outcome(outcome: str | None, mend: Any = None) -> Outcome:
    return {"outcome": outcome, "mend": mend}


def member(spec: Values, values: Values, plan: Plan) -> Outcome:
    """Say whether the plan's value is in a set: `only` these, `some` of which nothing else is said, `not` these."""
    value = plan[spec["input"]]
    if value is None:
        return _outcome(None)
    first = [name for name in spec["first"] if name in values]
    if any(isinstance(values[name], list) and value in values[name] for name in first):
        return _outcome("first")
    allowed = values.get("only", values.get("some", []))
    if value in values.get("not", []) or ("only" in values and value not in allowed):
        is_vague = value in values.get("vague", [])
        return _outcome("doubtful") if is_vague else _otherwise(spec, allowed)
    if value in allowed:
        return _outcome("yes")
    if "some" not in values:
        return _outcome("silent")
    return _outcome("first" if any(not isinstance(values[name], list) for name in first) else "doubtful")


def _otherwise(spec: Values, allowed: Sequence[str]) -> Outcome:
    mend = {"input": spec["input"], "values": list(allowed)} if spec["otherwise"] == "change" and allowed else None
    return _outcome(spec["otherwise"], mend)


def covers(spec: Values, values: Values, plan: Plan) -> Outcome:
    """Say whether the plan has all that is needed."""
    own = plan[spec["input"]]
    if own is None:
        return _outcome(None)
    missing = [item for item in values.get("only", values.get("some", [])) if item not in own]
    return _outcome("change", {"input": spec["input"], "values": missing}) if missing else _outcome("yes")


def possible(spec: Values, values: Values, plan: Plan) -> Outcome:  # noqa: ARG001  # all judgements are called alike
    """Say whether a subscription is possible. Whether it is systeme.io that says so is judged outside."""
    if "possible" in values:
        return _outcome("yes" if values["possible"] else "no")
    return _outcome("first")


def _compared(one: Mapping[str, Any], other: Mapping[str, Any]) -> int | None:
    """Return how much longer a quantity is than another; None for days and months, which nobody can compare."""
    (base, factor), (other_base, other_factor) = _BASES[one["unit"]], _BASES[other["unit"]]
    return one["count"] * factor - other["count"] * other_factor if base == other_base else None


def _bounds(bounds: Sequence[Mapping[str, Any]], interval: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Return the limits that hold for an interval: those in its own unit where there are some."""
    return [one for one in bounds if one["unit"] == interval["unit"]] or bounds


def _fits(values: Values, interval: Mapping[str, Any]) -> bool:
    bounds = {name: _bounds(values.get(name, []), interval) for name in ("least", "most")}
    differences = {name: [_compared(interval, one) for one in own] for name, own in bounds.items()}
    return (
        interval["unit"] in values.get("units", [interval["unit"]])
        and ("exactly" not in values or any(_compared(interval, one) == 0 for one in values["exactly"]))
        and not any(one is not None and one < 0 for one in differences["least"])
        and not any(one is not None and one > 0 for one in differences["most"])
    )


def _distance(one: Mapping[str, Any], other: Mapping[str, Any]) -> tuple[int, bool]:
    """Return how far apart two quantities are; of two that are as far the one of the same unit is nearer."""
    own, others = one["count"] * _LENGTHS[one["unit"]], other["count"] * _LENGTHS[other["unit"]]
    return abs(own - others), one["unit"] != other["unit"]


def _nearby(values: Values, interval: Mapping[str, Any]) -> Iterable[tuple[dict[str, Any], bool]]:
    """Yield intervals that follow from the rule, then those that it names, and whether one is arithmetic."""
    count, unit = interval["count"], interval["unit"]
    month = values.get("month")
    if unit == "month" and month:
        yield {"count": count * month["count"], "unit": month["unit"]}, count > 1
    elif unit in DAYS:
        yield {"count": count * DAYS[unit], "unit": "day"}, True
    yield {"count": count * 12, "unit": "month"} if unit == "year" else {"count": count, "unit": unit}, True
    stated = [dict(one) for name in ("exactly", "least", "most") for one in values.get(name, [])]
    settable = (one for one in stated if one["unit"] in DAYS or one["unit"] == "month")
    yield from ((one, False) for one in sorted(settable, key=partial(_distance, interval)))


def interval(spec: Values, values: Values, plan: Plan) -> Outcome:
    """Say whether an interval can be set, and which one near to it can."""
    own = plan[spec["input"]]
    if own is None:
        return _outcome(None)
    if _fits(values, own):
        return _outcome("yes")
    for near, is_arithmetic in _nearby(values, own):
        if _fits(values, near) and near["count"] < 10**MOST_DIGITS:  # what can be entered
            return _outcome("change", {"input": "interval", "values": [near], "arithmetic": is_arithmetic})
    units = values.get("units")
    return _outcome("change", {"input": "unit", "values": list(units)} if units else None)


def limits(spec: Values, values: Values, plan: Plan) -> Outcome:
    """Say whether an amount is within the limits that are stated in its currency."""
    own = plan[spec["input"]]
    bounds = [
        (name, one["thousandths"])
        for name in ("least", "most")
        for one in values.get(name, [])
        if one["currency"] == plan["currency"]
    ]
    if own is None or not bounds:
        return _outcome(None)
    for name, bound in bounds:
        if (own < bound) if name == "least" else (own > bound):
            return _outcome("change", {"input": spec["input"], "values": [bound]})
    return _outcome("yes")


def needs(spec: Values, values: Values, plan: Plan) -> Outcome:
    """Say what must be there first. A kind of account is an answer of the plan; all else is told."""
    own = plan[spec["input"]] if spec["input"] else None
    needed = [one for name, items in values.items() if name != "any" for one in items if one != own]
    kinds = [one for one in needed if one in ACCOUNTS]
    if own is not None and (kinds or ("any" in values and own not in values["any"])):
        return _outcome("no")
    if needed:
        return _outcome("first", {"input": "need", "values": needed})
    return _outcome(None if own is None and "any" in values else "yes")


def tells(spec: Values, values: Values, plan: Plan) -> Outcome:  # noqa: ARG001  # all judgements are called alike
    """Place no gateway: the statement is good to know."""
    return _outcome("tells")


JUDGES: Mapping[str, Callable[[Values, Values, Plan], Outcome]] = {
    "member": member,
    "covers": covers,
    "possible": possible,
    "interval": interval,
    "limits": limits,
    "needs": needs,
    "tells": tells,
}
