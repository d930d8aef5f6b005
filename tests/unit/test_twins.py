"""The two engines give the same answers: on the shared vectors, on random plans, on each day, in every time zone."""

import re
import time
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from indic_transliteration import sanscript
from support import ROOT, read_data
from twins import (
    BATCH,
    TWINS,
    Cases,
    Engine,
    differences,
    engine_in_deno,
    in_javascript,
    in_python,
    kinds,
    mended_forms,
)
from vectors import KNOWN, VECTORS, Vector, rules_of, said

from helpcenter.engine.answer import answer
from helpcenter.engine.group import GROUPS
from helpcenter.engine.schedule import schedule, timeline
from helpcenter.engine.typed import PROBLEM_CODES
from helpcenter.language.sounds import romanised, sound

SEED = 42142333
RANDOM_CASES = 20_000
TIME_ZONES = ("Asia/Kolkata", "America/New_York", "Pacific/Apia", "Pacific/Kiritimati")


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with engine_in_deno() as engine:
        yield engine


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.about)
def test_vector_in_javascript(engine: Engine, vector: Vector) -> None:
    (answered,) = in_javascript(engine, [{"rules": rules_of(vector), "form": dict(vector.form)}])
    assert said(answered) == vector.says


def test_twins_name_each_other() -> None:
    assert len(TWINS) >= 5
    for python, javascript in TWINS.items():
        first = javascript.read_text(encoding="utf-8")
        assert f"Twin of {python.relative_to(ROOT)}" in first.replace("`fold` in ", "")


def test_both_engines_agree_on_random_plans_and_rules(engine: Engine) -> None:
    print(f"seed {SEED}")
    cases, met, years = Cases(SEED), set[str](), 0
    for _ in range(RANDOM_CASES // BATCH):
        batch = cases.batch()
        assert differences(engine, batch) == []
        answers = in_python(batch)
        met |= kinds(answers)
        years += sum(answered["year"] is not None for answered in answers)
    assert {*GROUPS, *PROBLEM_CODES} <= met
    assert {f"{rule}: {outcome}" for rule, outcomes in POSSIBLE.items() for outcome in outcomes} <= met
    assert years > RANDOM_CASES / 200


POSSIBLE = {
    "countries": ("yes", "first", "no", "doubtful", "silent"),
    "currencies": ("yes", "change", "first", "doubtful", "silent"),
    "subscriptions": ("yes", "no", "doubtful", "silent"),
    "interval": ("yes", "change", "doubtful", "silent"),
    "required_fields": ("yes", "change", "doubtful", "silent"),
    "amount": ("yes", "change", "doubtful", "silent"),
    "account": ("yes", "first", "no", "doubtful"),
    "requires": ("first", "doubtful"),
    "retries": ("tells",),
    "after_failure": ("tells",),
    "card_update": ("tells",),
}
"""What each rule type can say to a plan: the table of `../shared/design.md`."""


def test_a_mend_never_moves_a_gateway_down() -> None:
    cases, mended = Cases(SEED + 1), 0
    for case in cases.batch(8000):
        before = answer(case["rules"], case["form"], KNOWN)
        for form in mended_forms(case["form"], before):
            after = answer(case["rules"], form, KNOWN)
            assert after["findings"] is not None, form
            assert ORDER.index(after["group"]) <= ORDER.index(before["group"]), (case, form)
            mended += 1
    assert mended > 500


ORDER = ("fits", "fits-open", "fits-if", "not-known", "does-not-fit")


@pytest.mark.parametrize("zone", TIME_ZONES)
@pytest.mark.parametrize("interval", [{"count": 30, "unit": "day"}, {"count": 1, "unit": "month"}])
def test_all_start_dates_of_four_years_in_every_time_zone(
    monkeypatch: pytest.MonkeyPatch, zone: str, interval: dict[str, Any]
) -> None:
    first = (date(2025, 1, 1) - date(1970, 1, 1)).days
    days = range(first, first + 1461)
    deadline, retries = {"count": 30, "unit": "day"}, {"count": 2, "spacing": {"count": 1, "unit": "week"}}
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    with engine_in_deno() as engine:
        behind = engine.call("minutesBehindUtc", *((day,) for day in days))
        assert behind == [-time.localtime(day * 86400).tm_gmtoff // 60 for day in days]
        years = engine.call("schedule", *((day, interval, 500_000) for day in days))
        assert years == [schedule(day, interval, 500_000) for day in days]
        events = engine.call("timeline", *((interval, day, deadline, retries) for day in days))
        assert events == [timeline(interval, day, deadline, retries) for day in days]
    monkeypatch.undo()
    time.tzset()


WEBHOOKS = read_data(Path(__file__).parents[1] / "vectors" / "webhooks.yml")


@pytest.mark.parametrize(("text", "expected"), [(text, code) for code, texts in WEBHOOKS.items() for text in texts])
def test_what_may_stand_in_a_message_to_support(engine: Engine, text: str, expected: str) -> None:
    (read,) = engine.call("readWebhook", (text,))
    assert read.get("code", "url") == expected


LATIN = st.text(st.sampled_from("aabcdeefghhiijkmnopqrstuvwxyz"), max_size=14)


CONSONANT = st.sampled_from([*"कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह", *["क़", "ख़", "ग़", "ज़", "ड़", "ढ़", "फ़"]])
SIGN = st.sampled_from(["", *"ािीुूृॅेैॉोौ", "्"])
SYLLABLE = st.one_of(st.tuples(CONSONANT, SIGN).map("".join), st.sampled_from([*"अआइईउऊऋऍएऐऑओऔ"]))
DEVANAGARI = st.tuples(
    st.lists(st.tuples(SYLLABLE, st.sampled_from(["", "", "ं", "ँ"])).map("".join), min_size=1, max_size=6).map("".join),
    st.sampled_from(["", "ः"]),
).map("".join)


def test_both_engines_read_devanagari_alike(engine: Engine) -> None:
    @settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(words=st.lists(DEVANAGARI, min_size=10, max_size=10))
    def compare(words: list[str]) -> None:
        assert engine.call("romanised", *((word,) for word in words)) == list(map(romanised, words))

    compare()


def test_letters_sound_as_the_scheme_of_iso_says() -> None:
    """ISO 15919 in the words of a library, without its marks, and as people type: ch for c, no nasal at the end."""
    locale = Locale.parse("hi")
    names = " ".join([*locale.currencies.values(), *locale.territories.values(), *locale.languages.values()])
    for word in set(re.findall("[\u0900-\u097f]+", names)):
        text = re.sub("(?:m̐|ṁ)$", "", sanscript.transliterate(word, sanscript.DEVANAGARI, sanscript.ISO))
        text = unicodedata.normalize("NFD", text.replace("m̐", "n").replace("ṁ", "n").replace("c", "ch"))
        assert romanised(word) == "".join(letter for letter in text if "a" <= letter <= "z")


def test_both_engines_hear_the_same_sound_in_a_word(engine: Engine) -> None:
    @settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(words=st.lists(LATIN, min_size=10, max_size=10))
    def compare(words: list[str]) -> None:
        assert engine.call("sound", *((word,) for word in words)) == list(map(sound, words))

    compare()


def one_error(word: str, place: int, kind: int, letter: str) -> str:
    """Return a word with one letter more, less, other, or two that changed places."""
    place %= len(word)
    head, tail = word[:place], word[place:]
    return [head + letter + tail, head + tail[1:], head + letter + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]][
        kind
    ]


def test_one_typing_error_is_forgiven_and_two_are_not(engine: Engine) -> None:
    @settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(
        word=st.text(st.sampled_from("abcdeभुगतान"), min_size=5, max_size=12),
        place=st.integers(min_value=0, max_value=20),
        kind=st.integers(min_value=0, max_value=3),
    )
    def compare(word: str, place: int, kind: int) -> None:
        typed = one_error(word, place, kind, "z")
        assert engine.call("isOneErrorApart", (word, typed), (word, f"q{word}q")) == [True, False]

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
def test_spellings_of_one_word_are_one_key(engine: Engine, one: str, other: str) -> None:
    assert len(set(engine.call("spelling", (one,), (other,)))) == 1
