"""When a subscription is charged, beside calendar months, and what follows a failed payment. Arithmetic on dates.

Twin of docs/assets/checker/schedule.mjs. A day is its number (see `typed.day_number`), an amount is in thousandths.
"""

from collections.abc import Mapping
from typing import Any

from .judge import DAYS
from .typed import civil, day_number

MONTHS = {"month": 1, "year": 12}


def add_months(day: int, months: int) -> int:
    """Return the same day so many months later, or the last day of a month that is too short for it."""
    year, month, date = civil(day)
    index = 12 * year + month - 1 + months
    first = day_number(index // 12, index % 12 + 1, 1)
    next_first = day_number((index + 1) // 12, (index + 1) % 12 + 1, 1)
    return min(first + date - 1, next_first - 1)


def later(day: int, quantity: Mapping[str, Any], times: int = 1) -> int:
    """Return the day that comes so many times a quantity of days, weeks, months or years later."""
    count, unit = quantity["count"] * times, quantity["unit"]
    return add_months(day, count * MONTHS[unit]) if unit in MONTHS else int(day + count * DAYS.get(unit, 0))


def months_near(interval: Mapping[str, Any]) -> int | None:
    """Return the calendar months, 12 at most, that an interval comes near to: 30 days to 1; None for 7 or 45 days."""
    count, unit = interval["count"], interval["unit"]
    days = count * DAYS.get(unit, 0)
    months = int(count * MONTHS[unit]) if unit in MONTHS else (24 * days + 365) // 730  # rounded
    is_near = unit in MONTHS or abs(12 * days - 365 * months) <= 30 * months
    return months if 1 <= months <= 12 and is_near else None


def charges(start: int, interval: Mapping[str, Any]) -> list[int]:
    """Return the days of all charges of the 12 months from `start` on, the first one counted."""
    end, days = add_months(start, 12), list[int]()
    while (day := later(start, interval, len(days))) < end:
        days.append(day)
    return days


def schedule(start: int, interval: Mapping[str, Any], amount: int | None) -> dict[str, Any]:
    """Return a year of charges at an interval and, where it comes near to calendar months, by those.

    `drift` says how many days before its calendar date the last comparable charge comes; amounts are for this year.
    """
    days, months = charges(start, interval), months_near(interval)
    calendar = charges(start, {"count": months, "unit": "month"}) if months else None
    rounds = 12 // months if months else 0
    drift = (
        later(start, {"count": rounds * months, "unit": "month"}) - later(start, interval, rounds) if months else None
    )
    paid = {"interval": amount * len(days), "calendar": amount * len(calendar)} if amount and calendar else None
    return {"charges": days, "calendar": calendar, "drift": drift, "paid": paid}


def timeline(
    interval: Mapping[str, Any], failed: int, deadline: Mapping[str, Any], retries: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Return what follows the payment that failed on a day: codes with their days, in order.

    The source does not say from when a deadline runs; it is counted from the failed payment.
    """
    count, spacing = retries["count"] or 0, retries["spacing"]
    tried = [later(failed, spacing, number) for number in range(1, count + 1)] if spacing else []
    events = [
        {"code": "failed", "day": failed},
        *({"code": "retry", "day": day} for day in tried),
        {"code": "deadline", "day": later(failed, deadline)},
        {"code": "next-charge", "day": later(failed, interval)},
    ]
    return sorted(events, key=lambda event: event["day"])
