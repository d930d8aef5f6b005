"""The two engines give the same answers: on the shared vectors, on random plans, on each day, in every time zone."""

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from support import read_data
from twins import BATCH, Cases, differences, engine_in, in_browser, in_python, kinds
from vectors import VECTORS, rules_of

from helpcenter.engine.rules import FINDING_CODES, RULES, STATUSES
from helpcenter.engine.schedule import schedule, timeline
from helpcenter.engine.typed import PROBLEM_CODES
from helpcenter.engine.vectors import Vector, said
from helpcenter.language.sounds import skeleton, sound

SEED = 42142333
RANDOM_CASES = 20_000
TIME_ZONES = ("Asia/Kolkata", "America/New_York", "Pacific/Apia", "Pacific/Kiritimati")


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.about)
def test_vector_in_the_browser(engine: Page, vector: Vector) -> None:
    (answered,) = in_browser(engine, [{"rules": rules_of(vector), "form": dict(vector.form)}])
    assert said(answered) == vector.says


def test_both_engines_agree_on_random_plans_and_rules(engine: Page) -> None:
    print(f"seed {SEED}")
    cases, met, years, findings = Cases(SEED), set[str](), 0, list[Any]()
    for _ in range(RANDOM_CASES // BATCH):
        batch = cases.batch()
        assert differences(engine, batch) == []
        answers = in_python(batch)
        met |= kinds(answers)
        findings += [finding for answered in answers for finding in answered["findings"] or ()]
        years += sum(answered["year"] is not None for answered in answers)
    assert met == {*FINDING_CODES, *PROBLEM_CODES}
    assert {finding["status"] for finding in findings} == set(STATUSES)
    assert {finding["rule"] for finding in findings} == set(RULES)
    assert years > RANDOM_CASES / 8


DAYS = """([first, count, rules, interval]) => JSON.stringify(Array.from({ length: count }, (_, index) => [
    window.engine.schedule(first + index, interval, 500000), window.engine.timeline(rules, interval, first + index),
]))"""


@pytest.mark.parametrize("zone", TIME_ZONES)
@pytest.mark.parametrize("interval", [{"count": 30, "unit": "day"}, {"count": 1, "unit": "month"}])
def test_all_start_dates_of_four_years_in_every_time_zone(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, zone: str, interval: dict[str, Any]
) -> None:
    first, count = (date(2025, 1, 1) - date(1970, 1, 1)).days, 1461
    rules = {"failure": {"cancel_after": {"count": 30, "unit": "day"}}}
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    expected = [
        [schedule(day, interval, 500_000), timeline(rules, interval, day)] for day in range(first, first + count)
    ]
    with engine_in(browser, timezone_id=zone) as page:
        assert json.loads(page.evaluate(DAYS, [first, count, rules, interval])) == expected
    monkeypatch.undo()
    time.tzset()


WEBHOOKS = read_data(Path(__file__).parents[1] / "vectors" / "webhooks.yml")


@pytest.mark.parametrize(("text", "expected"), [(text, code) for code, texts in WEBHOOKS.items() for text in texts])
def test_what_may_stand_in_a_message_to_support(engine: Page, text: str, expected: str) -> None:
    read = engine.evaluate("text => window.engine.readWebhook(text)", text)
    assert read.get("code", "url") == expected


LATIN = st.text(st.sampled_from("aabcdeefghhiijkmnopqrstuvwxyz"), max_size=14)


def test_both_engines_hear_the_same_sound_in_a_word(engine: Page) -> None:
    @settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(words=st.lists(LATIN, min_size=10, max_size=10))
    def compare(words: list[str]) -> None:
        assert engine.evaluate("words => words.map(engine.skeleton)", words) == list(map(skeleton, words))
        assert engine.evaluate("words => words.map(engine.sound)", words) == list(map(sound, words))

    compare()


def one_error(word: str, place: int, kind: int, letter: str) -> str:
    """Return a word with one letter more, less, other, or two that changed places."""
    place %= len(word)
    head, tail = word[:place], word[place:]
    return [head + letter + tail, head + tail[1:], head + letter + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]][
        kind
    ]


def test_one_typing_error_is_forgiven_and_two_are_not(engine: Page) -> None:
    @settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(
        word=st.text(st.sampled_from("abcdeभुगतान"), min_size=5, max_size=12),
        place=st.integers(min_value=0, max_value=20),
        kind=st.integers(min_value=0, max_value=3),
    )
    def compare(word: str, place: int, kind: int) -> None:
        typed = one_error(word, place, kind, "z")
        assert engine.evaluate("([one, other]) => engine.isOneErrorApart(one, other)", [word, typed])
        twice = f"q{word}q"
        assert not engine.evaluate("([one, other]) => engine.isOneErrorApart(one, other)", [word, twice])

    compare()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("फ़ील्ड", "फील्ड"),
        ("\u095eील्ड", "फ\u093cील्ड"),
        ("हिन्दी", "हिंदी"),
        ("मुद्राएँ", "मुद्राएं"),
        ("सेटिङ्ग्स", "सेटिंग्स"),
        ("सब्\u200dसक्रिप्शन", "सब्सक्रिप्शन"),
        ("३०", "30"),
        ("WebHook", "webhook"),
    ],
)
def test_spellings_of_one_word_are_one_key(engine: Page, one: str, other: str) -> None:
    assert engine.evaluate("([one, other]) => engine.spelling(one) === engine.spelling(other)", [one, other])
