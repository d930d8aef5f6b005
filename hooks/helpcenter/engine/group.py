"""A plan held against all rules of a gateway, and the group of both. Twin of docs/assets/checker/group.mjs."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from .judge import JUDGES, Outcome, Plan

Statement = Mapping[str, Any]
"""A statement as published: `values` and, where they are not empty, `state`, `in` (countries), `buyers` and `by`."""
Finding = dict[str, Any]

GROUPS = ("fits", "fits-open", "fits-if", "not-known", "does-not-fit")
"""It fits; it fits, but something is not documented; it fits if something changes or comes first; nobody knows; no."""
OUTCOMES = ("yes", "change", "first", "no", "doubtful", "silent", "tells")
_SET = ("only", "some", "not", "vague")
"""The parts of a set, which are stated together: what is said for fewer accounts takes the place of all of them."""


def _holds(statement: Statement, country: str | None, buyers: str | None) -> bool:
    return country in statement.get("in", [country]) and buyers == statement.get("buyers", buyers)


def _merged(statements: Sequence[Statement], country: str | None, buyers: str | None) -> Statement:
    """Return what is stated for an account and its buyers: what is said for fewer counts first."""
    values, state, by = dict[str, Any](), "absent", ""
    for level in range(3):
        own = [one for one in statements if _holds(one, country, buyers) and ("in" in one) + ("buyers" in one) == level]
        stated = {name: value for one in own for name, value in one["values"].items()}
        if own:
            state = own[-1].get("state", "stated")
            by = own[-1].get("by", "")
        if own and (not stated or any(name in stated for name in _SET)):
            values = {name: value for name, value in values.items() if stated and name not in _SET}
        values |= stated
    return {"values": values, "state": state, "by": by}


def _judged(spec: Mapping[str, Any], merged: Statement, plan: Plan) -> Outcome:
    """Return the outcome of what is stated for one scope."""
    if merged["state"] not in ("stated", "disagree"):
        is_asked = spec["by"] != "needs" and (not spec["input"] or plan[spec["input"]] is not None)
        outcome = "tells" if spec["by"] == "tells" else "silent" if is_asked else None
        return {"outcome": outcome, "mend": None}
    judged = JUDGES[spec["by"]](spec, merged["values"], plan)
    if merged["state"] == "disagree" and judged["outcome"] not in (None, "tells"):
        return {"outcome": "doubtful", "mend": None}
    if spec["by"] == "possible" and judged["outcome"] == "yes" and merged["by"]:
        return {"outcome": "silent", "mend": None}  # whether systeme.io uses what the provider has is not documented
    return judged


def _scopes(statements: Sequence[Statement], plan: Plan) -> Iterator[tuple[str | None, str | None]]:
    """Yield every account and its buyers for whom something else may hold, as far as the plan does not say."""
    named = sorted({country for one in statements for country in one.get("in", [])})
    differ = any("buyers" in one for one in statements)
    for country in [plan["country"]] if plan["country"] is not None else [None, *named]:
        for buyers in [plan["buyers"]] if plan["buyers"] is not None or not differ else ["home", "abroad"]:
            yield country, buyers


def _finding(spec: Mapping[str, Any], statements: Sequence[Statement], plan: Plan) -> Finding:
    """Return what a rule says to a plan: its outcome, what is known of it, and for whom a yes holds.

    A yes may hold in one `country` of the account, or in all but some: `elsewhere`; and for `buyers` at home or abroad.
    """
    scopes = list(_scopes(statements, plan))
    merged = [_merged(statements, *scope) for scope in scopes]
    judged = [_judged(spec, one, plan) for one in merged]
    outcomes = [one["outcome"] for one in judged]
    found = {"rule": spec["rule"], "state": merged[0]["state"], "scope": None, **judged[0]}
    if len(set(outcomes)) == 1:
        return {**found, "mend": next((one["mend"] for one in judged if one["mend"]), None)}
    if spec["by"] == "needs" and set(outcomes) == {"yes", None}:
        return {**found, "state": "stated", "outcome": "yes", "mend": None}  # where nothing is needed, all is well
    if "yes" not in outcomes:
        return {**found, "outcome": None if spec["by"] == "needs" else "silent", "mend": None}
    place = outcomes.index("yes")
    country, buyers = scopes[place]
    others = {own for (own, _), outcome in zip(scopes, outcomes, strict=True) if outcome != "yes"}
    scope = {
        "country": country if plan["country"] is None else None,
        "buyers": buyers if plan["buyers"] is None and country in others else None,
        "elsewhere": sorted(one for one in others if one) if country is None else [],
    }
    return {**found, "state": merged[place]["state"], "outcome": "first", "mend": None, "scope": scope}


def _findings(gateway: Mapping[str, Any], types: Sequence[Mapping[str, Any]], plan: Plan) -> list[Finding]:
    """Return a finding for each rule type that a plan can be about, in the order of `types`.

    `gateway` has `rules`, from a type to its statements, and `absent`, which says what a rule that is absent means.
    """
    rules, found = gateway["rules"], list[Finding]()
    is_sourced = any(not one.get("by") and "state" not in one for one in rules.get("subscriptions", []))
    for spec in types:
        if spec["about"] == "connection" or (spec["about"] == "subscription" and plan["payment"] != "subscription"):
            continue
        one = _finding(spec, rules.get(spec["rule"], []), plan)
        if one["state"] == "absent":
            one["state"] = gateway["absent"]
        if spec["by"] == "interval" and not is_sourced:
            one |= {"outcome": "silent", "mend": None}
        if one["outcome"] is not None:
            found.append(one)
    return found


def findings(gateway: Mapping[str, Any], types: Sequence[Mapping[str, Any]], plan: Plan) -> list[Finding]:
    """Return a finding for each rule type that a plan can be about; what to change never makes the group worse."""
    found = _findings(gateway, types, plan)
    before = _rank(group(found))
    for one in (one for one in found if one["outcome"] == "change" and one["mend"]):
        kept = [_rank(group(_findings(gateway, types, other))) <= before for other in _changed(plan, one["mend"])]
        pairs = zip_longest(one["mend"]["values"], kept, fillvalue=all(kept))
        values = [value for value, is_kept in pairs if is_kept]
        one["mend"] = {**one["mend"], "values": values} if values else None
    return found


def _changed(plan: Plan, mend: Mapping[str, Any]) -> Iterator[Plan]:
    """Yield the plan with each value to which it may be changed; fields are added all at once."""
    name, values = mend["input"], mend["values"]
    if name == "fields":
        yield {**plan, "fields": [*plan["fields"], *values]}
    elif name in plan:
        yield from ({**plan, name: value} for value in values)


def _rank(one: str | None) -> int:
    return GROUPS.index(one) if one else 0


def group(found: Sequence[Finding]) -> str | None:
    """Return the group of a gateway by the outcomes of its findings, None where nothing was asked."""
    outcomes = {one["outcome"] for one in found}
    is_currency_open = any(one["rule"] == "currencies" and one["outcome"] == "silent" for one in found)
    if "no" in outcomes:
        return "does-not-fit"
    if "doubtful" in outcomes or is_currency_open:
        return "not-known"
    if outcomes & {"change", "first"}:
        return "fits-if"
    if "yes" not in outcomes:
        return "not-known" if "silent" in outcomes else None
    return "fits-open" if "silent" in outcomes else "fits"


def effective_interval(plan: Plan, found: Sequence[Finding]) -> Mapping[str, Any] | None:
    """Return the interval in which a subscription is charged: the mended one where the planned one cannot be set."""
    changed = next((one for one in found if one["rule"] == "interval" and one["outcome"] == "change"), None)
    if changed is None:
        planned: Mapping[str, Any] | None = plan["interval"]
        return planned
    mend = changed["mend"]
    mended: Mapping[str, Any] | None = mend["values"][0] if mend and mend["input"] == "interval" else None
    return mended
