"""The two engines give the same answers: on the shared vectors, and on whatever hypothesis thinks of."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page
from support import load_site
from vectors import VECTORS, rules_of

from helpcenter.deploy.search import skeleton
from helpcenter.publish import vocabulary
from helpcenter.rules import evaluate, summarise
from helpcenter.typed import UNITS, read_plan
from helpcenter.vectors import Vector, said

VOCABULARY = vocabulary(load_site())

RUN = """({ rules, form, vocabulary }) => {
    const { readPlan, evaluate, summarise } = window.engine;
    const read = readPlan(form, vocabulary);
    const findings = read.plan === null ? null : evaluate(rules, read.plan);
    return { ...read, findings, summary: findings === null ? null : summarise(findings) };
}"""


def in_browser(engine: Page, rules: dict[str, Any], form: dict[str, Any]) -> dict[str, Any]:
    result: dict[str, Any] = engine.evaluate(RUN, {"rules": rules, "form": form, "vocabulary": VOCABULARY})
    return result


def in_python(rules: dict[str, Any], form: dict[str, Any]) -> dict[str, Any]:
    read = read_plan(form, VOCABULARY)
    findings = evaluate(rules, read["plan"]) if read["plan"] else None
    return {**read, "findings": findings, "summary": summarise(findings) if findings is not None else None}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.about)
def test_vector_in_the_browser(engine: Page, vector: Vector) -> None:
    result = in_browser(engine, rules_of(vector), dict(vector.form))
    assert said(result["problems"], result["findings"], result["summary"]) == vector.says


CODES = st.sampled_from(["USD", "EUR", "GBP", "INR", "JPY", "BOV"])
FIELDS = st.sampled_from(VOCABULARY["fields"])
COUNTS = st.integers(min_value=1, max_value=400)
BLANKS = st.text(st.sampled_from(" \t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u200b\u200d\u2028\u3000\ufeff"), max_size=3)
DIGITS = st.text(st.sampled_from("0123456789०१२३४५६७८९٣۳၃３²Ⅳ"), min_size=1, max_size=6)
SCRAPS = st.text(st.sampled_from("0१,._-+eExX½दिनdayसıſKİ\u093c"), max_size=8)
WORDS = st.sampled_from(["", *VOCABULARY["units"], "eon", "constructor", "DAYS", "हफ़्ते"])
EVERY = st.one_of(
    st.builds("".join, st.tuples(BLANKS, DIGITS, BLANKS, WORDS, BLANKS)), SCRAPS, st.text(max_size=10), COUNTS.map(str)
)
CURRENCY = st.one_of(
    CODES, CODES.map(str.lower), st.builds("".join, st.tuples(BLANKS, CODES, BLANKS)), st.text(max_size=4)
)
FORMS = st.fixed_dictionaries(
    {
        "currency": CURRENCY,
        "payment": st.sampled_from(["subscription", "subscription", "one-time", "", "yearly"]),
        "every": EVERY,
        "unit": st.sampled_from([*UNITS, "", "eon", "__proto__"]),
        "fields": st.lists(st.one_of(FIELDS, FIELDS, st.just("phone")), max_size=4),
    }
)
QUANTITIES = st.fixed_dictionaries({"count": COUNTS, "unit": st.sampled_from(UNITS)})
RULES = st.fixed_dictionaries(
    {},
    optional={
        "currencies": st.fixed_dictionaries({"only": st.lists(CODES, min_size=1, unique=True)}),
        "required_fields": st.fixed_dictionaries({"fields": st.lists(FIELDS, min_size=1, unique=True)}),
        "interval": st.fixed_dictionaries(
            {"only": st.lists(st.sampled_from(UNITS), min_size=1, unique=True)}, optional={"month": COUNTS}
        ),
        "retries": st.fixed_dictionaries({"scheduled": st.integers(min_value=0, max_value=5)}),
        "failure": st.fixed_dictionaries({}, optional={"notify": st.booleans(), "cancel_after": QUANTITIES}),
    },
)


def test_both_engines_agree_on_random_plans_and_rules(engine: Page) -> None:
    kinds: set[str] = set()

    @settings(max_examples=3000, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(rules=RULES, form=FORMS)
    def compare(rules: dict[str, Any], form: dict[str, Any]) -> None:
        expected = in_python(rules, form)
        assert in_browser(engine, rules, form) == expected
        kinds.update(finding["code"] for finding in expected["findings"] or expected["problems"])

    compare()
    assert len(kinds) > 20, f"the random plans met only {sorted(kinds)}"


LATIN = st.text(st.sampled_from("aabcdeefghhiijkmnopqrstuvwxyz"), max_size=14)


def test_both_engines_hear_the_same_sound_in_a_word(engine: Page) -> None:
    @settings(max_examples=300, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(words=st.lists(LATIN, min_size=10, max_size=10))
    def compare(words: list[str]) -> None:
        assert engine.evaluate("words => words.map(engine.skeleton)", words) == list(map(skeleton, words))

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
