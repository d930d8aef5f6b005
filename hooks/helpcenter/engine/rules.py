"""A plan held against a gateway's rules. Twin of docs/assets/checker/rules.mjs.

Plain tables and small functions over the published rules (see publish.py). A rule that is absent is *not stated*
and never reads like a yes. A verdict holds stable codes and values; every sentence is in docs/messages.yml.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Finding = dict[str, Any]

DAYS = {"day": 1, "week": 7, "year": 365}  # arithmetic, not documented; a month has only the days that a rule gives it
STATUSES = ("accepted", "not-accepted", "not-stated", "provider-decides", "not-applicable", "notice")
FINDING_CODES = (
    *("currency-accepted", "currency-not-accepted", "choose-currency"),
    *("fields-complete", "fields-missing", "add-fields"),
    *("interval-accepted", "interval-not-accepted", "choose-unit"),
    *("set-documented-interval", "set-arithmetic-interval"),
    *("retries-none", "retries-scheduled", "notification", "notification-none"),
    *("cancellation", "deadline-meets-charge", "not-stated", "provider-decides", "subscriptions-only"),
    *("summary-works", "summary-change", "summary-change-one", "summary-open", "summary-open-one"),
)
SUBSCRIPTION_RULES = ("interval", "retries.scheduled", "failure.notify", "failure.cancel_after")
RULES = ("currencies", "required_fields", *SUBSCRIPTION_RULES)


def _finding(rule: str, status: str, code: str, values: Mapping[str, Any] | None = None) -> Finding:
    return {"rule": rule, "status": status, "code": code, "values": dict(values or {}), "mend": None}


def _rejected(rule: str, code: str, values: Mapping[str, Any], mend: str, mend_values: Mapping[str, Any]) -> Finding:
    mended = {"code": mend, "values": dict(mend_values)}
    return {"rule": rule, "status": "not-accepted", "code": code, "values": dict(values), "mend": mended}


def _open(rules: Mapping[str, Any], rule: str) -> Finding:
    """Return the finding for a rule without a value: the provider decides it, or no source says anything."""
    decided = rules.get("provider_decides", {"rules": []})["rules"]
    status = "provider-decides" if rule.partition(".")[0] in decided else "not-stated"
    return _finding(rule, status, status)


def check_currency(rules: Mapping[str, Any], plan: Mapping[str, Any]) -> Finding:
    """Say whether the gateway takes the plan's currency."""
    rule, values = rules.get("currencies"), {"currency": plan["currency"]}
    if rule is None:
        return _open(rules, "currencies")
    if plan["currency"] in rule["only"]:
        return _finding("currencies", "accepted", "currency-accepted", values)
    allowed = {"currencies": list(rule["only"])}
    return _rejected("currencies", "currency-not-accepted", values, "choose-currency", allowed)


def check_fields(rules: Mapping[str, Any], plan: Mapping[str, Any]) -> Finding:
    """Say whether the payment page collects every mandatory field."""
    rule = rules.get("required_fields")
    if rule is None:
        return _open(rules, "required_fields")
    missing = {"fields": [field for field in rule["fields"] if field not in plan["fields"]]}
    if missing["fields"]:
        return _rejected("required_fields", "fields-missing", missing, "add-fields", missing)
    return _finding("required_fields", "accepted", "fields-complete", {"fields": list(rule["fields"])})


def mend_interval(rule: Mapping[str, Any], interval: Mapping[str, Any]) -> dict[str, Any]:
    """Return the nearest interval that the rule allows: documented, or by arithmetic and then marked so."""
    count, unit = interval["count"], interval["unit"]
    days = rule.get("month") if unit == "month" else DAYS[unit]
    if "day" not in rule["only"] or days is None:
        return {"code": "choose-unit", "values": {"units": list(rule["only"])}}
    documented = unit == "month" and count == 1
    code = "set-documented-interval" if documented else "set-arithmetic-interval"
    return {"code": code, "values": {"interval": {"count": count * days, "unit": "day"}}}


def check_interval(rules: Mapping[str, Any], plan: Mapping[str, Any]) -> Finding:
    """Say whether a subscription's interval can be set in the plan's unit."""
    rule, values = rules.get("interval"), {"interval": plan["interval"]}
    if rule is None:
        return _open(rules, "interval")
    if plan["interval"]["unit"] in rule["only"]:
        return _finding("interval", "accepted", "interval-accepted", values)
    mend = mend_interval(rule, plan["interval"])
    values["units"] = list(rule["only"])
    return _rejected("interval", "interval-not-accepted", values, mend["code"], mend["values"])


def check_failure(rules: Mapping[str, Any], plan: Mapping[str, Any]) -> list[Finding]:
    """Say what a subscriber's failed payment leads to."""
    scheduled = rules.get("retries", {}).get("scheduled")
    notify = rules.get("failure", {}).get("notify")
    deadline = rules.get("failure", {}).get("cancel_after")
    findings = [_open(rules, rule) for rule in SUBSCRIPTION_RULES[1:]]
    if scheduled is not None:
        code = "retries-none" if scheduled == 0 else "retries-scheduled"
        findings[0] = _finding("retries.scheduled", "notice", code, {"count": scheduled})
    if notify is not None:
        findings[1] = _finding("failure.notify", "notice", "notification" if notify else "notification-none")
    if deadline is not None:
        findings[2] = _finding("failure.cancel_after", "notice", "cancellation", {"deadline": deadline})
        if _days(plan["interval"]) is not None and _days(plan["interval"]) == _days(deadline):
            findings.append(
                _finding("failure.cancel_after", "not-stated", "deadline-meets-charge", {"deadline": deadline})
            )
    return findings


def _days(quantity: Mapping[str, Any]) -> int | None:
    """Return a quantity in days where that is exact."""
    return int(quantity["count"] * DAYS[quantity["unit"]]) if quantity["unit"] in ("day", "week") else None


def _is_stated(rules: Mapping[str, Any], path: str) -> bool:
    name, _, part = path.partition(".")
    return name in rules and (part == "" or part in rules[name])


def evaluate(rules: Mapping[str, Any], plan: Mapping[str, Any]) -> list[Finding]:
    """Return the verdict: one finding per rule, in the order in which a customer meets them."""
    findings = [check_currency(rules, plan), check_fields(rules, plan)]
    if plan["payment"] == "one-time":
        stated = [rule for rule in SUBSCRIPTION_RULES if _is_stated(rules, rule)]
        return findings + [_finding(rule, "not-applicable", "subscriptions-only") for rule in stated]
    return [*findings, check_interval(rules, plan), *check_failure(rules, plan)]


def effective_interval(plan: Mapping[str, Any], findings: Sequence[Finding]) -> Mapping[str, Any] | None:
    """Return the interval in which a subscription is charged: the mended one where the planned one cannot be set."""
    rejected = next((one for one in findings if one["rule"] == "interval" and one["status"] == "not-accepted"), None)
    interval: Mapping[str, Any] | None = rejected["mend"]["values"].get("interval") if rejected else plan["interval"]
    return interval


def summarise(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return the code of the sentence above the verdict, with the number of findings that it speaks of."""
    rejected = sum(finding["status"] == "not-accepted" for finding in findings)
    unsettled = sum(finding["status"] in ("not-stated", "provider-decides") for finding in findings)
    code = "summary-change" if rejected else "summary-open" if unsettled else "summary-works"
    count = rejected or unsettled
    return {"code": f"{code}-one" if count == 1 else code, "values": {"count": count}}
