"""Dates of charges: against Python's own calendar, and for every start date of four years."""

from datetime import date, timedelta
from typing import Any

import pytest

from helpcenter.engine.schedule import add_months, charges, months_near, schedule, timeline
from helpcenter.engine.typed import civil, day_number

EPOCH = date(1970, 1, 1)
MONTHLY = {"count": 30, "unit": "day"}
START_DATES = [day_number(2024, 1, 1) + offset for offset in range(1461)]


def day(text: str) -> int:
    return (date.fromisoformat(text) - EPOCH).days


def iso(number: int) -> str:
    return (EPOCH + timedelta(days=number)).isoformat()


def test_a_days_number_is_that_of_pythons_calendar() -> None:
    for number in range(day("1899-12-01"), day("2401-03-01")):
        one = EPOCH + timedelta(days=number)
        assert day_number(one.year, one.month, one.day) == number
        assert civil(number) == (one.year, one.month, one.day)


@pytest.mark.parametrize(("days", "count"), [(30, 13), (31, 12), (7, 53), (365, 1), (364, 2), (1, 365)])
def test_charges_of_a_year_count_the_first_one(days: int, count: int) -> None:
    assert len(charges(day("2026-11-24"), {"count": days, "unit": "day"})) == count


def test_every_start_date_of_four_years_brings_thirteen_charges_by_thirty_days_and_twelve_by_months() -> None:
    assert len(START_DATES) == 1461
    for start in START_DATES:
        year = schedule(start, MONTHLY, None)
        assert (len(year["charges"]), len(year["calendar"])) == (13, 12), iso(start)
        assert year["drift"] in (5, 6), iso(start)  # a leap day makes it six
        assert all(later - earlier == 30 for earlier, later in zip(year["charges"], year["charges"][1:], strict=False))


@pytest.mark.parametrize(
    ("start", "months", "then"),
    [
        ("2027-01-31", 1, "2027-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2026-11-24", 12, "2027-11-24"),
    ],
)
def test_a_month_later_is_the_same_date_or_the_months_last(start: str, months: int, then: str) -> None:
    assert iso(add_months(day(start), months)) == then


def test_from_the_last_of_january_the_next_is_in_march() -> None:
    year = schedule(day("2027-01-31"), MONTHLY, None)
    assert [iso(one) for one in year["charges"][:2]] == ["2027-01-31", "2027-03-02"]
    assert [iso(one) for one in year["calendar"][:2]] == ["2027-01-31", "2027-02-28"]


@pytest.mark.parametrize(
    ("count", "unit", "months"),
    [
        *((30, "day", 1), (28, "day", 1), (31, "day", 1), (60, "day", 2), (90, "day", 3), (365, "day", 12)),
        *((4, "week", 1), (1, "month", 1), (1, "year", 12)),
        *(
            (7, "day", None),
            (14, "day", None),
            (45, "day", None),
            (1, "day", None),
            (1, "week", None),
            (2, "year", None),
            (13, "month", None),
            (9999, "day", None),
        ),
    ],
)
def test_an_interval_is_compared_with_the_months_it_comes_near_to(count: int, unit: str, months: int | None) -> None:
    assert months_near({"count": count, "unit": unit}) == months


def test_an_amount_is_added_up_both_ways() -> None:
    year = schedule(day("2026-11-24"), MONTHLY, 500_000)
    assert year["paid"] == {"interval": 6_500_000, "calendar": 6_000_000}
    assert schedule(day("2026-11-24"), {"count": 7, "unit": "day"}, 500_000)["paid"] is None


def test_the_longest_interval_that_can_be_typed_has_dates() -> None:
    assert schedule(day("2099-12-31"), {"count": 9999, "unit": "year"}, None)["charges"] == [day("2099-12-31")]


NEVER = {"count": 0, "spacing": None}


@pytest.mark.parametrize(
    ("retries", "interval", "events"),
    [
        (NEVER, MONTHLY, ["failed", "deadline 30", "next-charge 30"]),
        (NEVER, {"count": 7, "unit": "day"}, ["failed", "next-charge 7", "deadline 30"]),
        (NEVER, {"count": 90, "unit": "day"}, ["failed", "deadline 30", "next-charge 90"]),
        ({"count": 3, "spacing": None}, MONTHLY, ["failed", "deadline 30", "next-charge 30"]),
        (
            {"count": 2, "spacing": {"count": 1, "unit": "week"}},
            MONTHLY,
            ["failed", "retry 7", "retry 14", "deadline 30", "next-charge 30"],
        ),
    ],
)
def test_what_follows_a_failed_payment(retries: dict[str, Any], interval: dict[str, Any], events: list[str]) -> None:
    found = timeline(interval, day("2026-11-24"), MONTHLY, retries)
    days = [f" {one['day'] - day('2026-11-24')}" if one["code"] != "failed" else "" for one in found]
    assert [one["code"] + after for one, after in zip(found, days, strict=True)] == events
