"""The search without a page: what is read in a query, and what is shown of a page."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from support import specimen_site
from twins import Engine, engine_in_deno

from helpcenter.language.sounds import romanised


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    with engine_in_deno() as engine:
        yield engine


def data(**more: Any) -> dict[str, Any]:
    """Return what the search knows of a small site."""
    questions = [str(word) for by_language in specimen_site().shared.questions.values() for word in by_language]
    words = ["webhook", "keys", "support", "payment", "भुगतान", "रद्द", "रुपये", "कुंजियाँ", "अंतराल", "acme"]
    aliases = [
        (["acme"], {"words": ["Acme"], "gateways": ["gateways/acme/"]}),
        (["पैसा", "नहीं", "कटा"], {"words": ["भुगतान"], "pages": ["failed/"]}),
        (["payment", "declined"], {"pages": ["failed/"]}),
        (["फ़ीस"], {"topics": ["fees"]}),
        (["klarna"], {"topics": ["others"]}),
    ]
    return {"words": words, "aliases": aliases, "questions": questions, **more}


def read(engine: Engine, *queries: str) -> list[dict[str, Any]]:
    return engine.call("readQuery", *((data(), query) for query in queries))


def asked(answer: dict[str, Any]) -> tuple[Any, ...]:
    """Return what an answer is about, whatever stood between its words."""
    groups = [group["words"] for group in answer["groups"]]
    return groups, [page["address"] for page in answer["pages"]], answer["topics"], answer["unknown"]


def test_words_that_only_ask_weigh_nothing(engine: Engine) -> None:
    subjects = ("webhook", "भुगतान रद्द", "acme keys", "banana", "fees", "payment declined")
    plain = dict(zip(subjects, map(asked, read(engine, *subjects)), strict=True))
    questions = data()["questions"]
    for subject, form in product(subjects, ("{0} {1}", "{1} {0}", "{0} {1} {0}?")):
        answers = read(engine, *(form.format(question, subject) for question in questions))
        changed = {question: asked(one) for question, one in zip(questions, answers, strict=True)}
        assert {question: one for question, one in changed.items() if one != plain[subject]} == {}
    between = read(engine, *(f"payment {question} declined" for question in questions))
    assert [one["pages"][0]["address"] for one in between if one["pages"]] == ["failed/"] * len(questions)


@pytest.mark.parametrize(
    ("query", "words", "pages", "topics", "unknown"),
    [
        ("webhok", [["webhook"]], [], [], []),
        ("bhugtan", [["भुगतान"]], [], [], []),
        ("रूपए", [["रुपये"]], [], [], []),
        ("भुगताण", [["भुगतान"]], [], [], []),
        ("keys kaise", [["keys"]], [], [], []),
        ("paisa nahi kata", [["भुगतान"]], ["failed/"], [], []),
        ("paisa kata", [], [], [], ["paisa", "kata"]),
        ("payment was declined", [["payment"]], ["failed/"], [], []),
        ("fees", [], [], ["fees"], []),
        ("फीस क्या है", [], [], ["fees"], []),
        ("acme fees", [["Acme", "acme"]], ["gateways/acme/"], ["fees"], []),
        ("acmee", [["Acme"]], ["gateways/acme/"], [], []),
        ("karna", [], [], [], ["karna"]),
        ("फूल", [], [], [], ["फूल"]),
        ("banana", [], [], [], ["banana"]),
        ("।।।", [], [], [], []),
    ],
)
def test_what_is_read_in_a_query(
    engine: Engine, query: str, words: list[list[str]], pages: list[str], topics: list[str], unknown: list[str]
) -> None:
    (answer,) = read(engine, query)
    groups, *rest = asked(answer)
    assert ([sorted(group) for group in groups], *rest) == (words, pages, topics, unknown)


@pytest.mark.parametrize(
    ("devanagari", "typed"),
    [
        ("भुगतान", ["bhugtan", "bhugtaan", "bugtan", "bhugataan"]),
        ("करें", ["kare", "karen"]),
        ("पैसा", ["paisa", "pesa", "paysa"]),
        ("कैसे", ["kaise", "kese"]),
        ("महीने", ["mahine", "maheene"]),
        ("सूचना", ["suchna", "soochna", "suchana"]),
        ("वेबहुक", ["webhook", "vebhuk"]),
        ("फ़रवरी", ["farvari", "pharwari", "faravaree"]),
        ("ज़रूरी", ["zaruri", "jaroori"]),
        ("अकाउंट", ["akaunt", "account"]),
    ],
)
def test_spellings_in_latin_letters_have_the_sound_of_the_word(
    engine: Engine, devanagari: str, typed: list[str]
) -> None:
    sound, *others = engine.call("skeleton", *((word,) for word in [romanised(devanagari), *typed]))
    assert {other.removesuffix("n") if devanagari == "करें" else other for other in others} == {sound}


def anchor(element: str, id_: str, text: str, location: int) -> dict[str, Any]:
    return {"element": element, "id": id_, "text": text, "location": location}


PAGE = {
    "en": (
        "Connect Acme. First this. Then Acme sends a webhook (by email). Last that. Save the keys Open Settings. "
        "Click Save (सेव) . It is about 0.50 of what systeme.io asks.",
        [
            anchor("h1", "top", "Connect Acme", 0),
            anchor("h2", "save", "Save the keys", 13),
            anchor("li", "one", "", 16),
        ],
    ),
    "hi": (
        "Acme को कनेक्ट करें. पहले यह। फिर Acme वेबहुक भेजता है! आखिर में वह। कुंजियाँ सेव करें सेटिंग्स खोलें। सेव (Save) पर क्लिक करें।",
        [anchor("h1", "top", "Acme को कनेक्ट करें", 0), anchor("h2", "save", "कुंजियाँ सेव करें", 14)],
    ),
}


@pytest.mark.parametrize(
    ("language", "places", "begins"),
    [
        ("en", [8], ["Then Acme sends", "Open Settings."]),
        ("en", [2], ["First this.", "Open Settings."]),
        ("en", [14], ["First this.", "Open Settings."]),
        ("en", [19], ["First this.", "Click Save (सेव). It"]),
        ("en", [26], ["First this.", "It is about 0.50 of what systeme.io asks."]),
        ("hi", [8], ["फिर Acme वेबहुक", "सेटिंग्स खोलें।"]),
        ("hi", [18], ["पहले यह।", "सेटिंग्स खोलें।"]),
        ("hi", [20], ["पहले यह।", "सेव (Save) पर"]),
    ],
)
def test_what_is_shown_begins_at_a_sentence(
    engine: Engine, language: str, places: list[int], begins: list[str]
) -> None:
    content, anchors = PAGE[language]
    (shown,) = engine.call("excerpts", (content, anchors, places))
    texts = ["".join(piece["text"] for piece in pieces) for pieces in shown]
    assert [text[: len(begin)] for text, begin in zip(texts, begins, strict=True)] == begins


def test_what_was_asked_is_marked_and_a_long_sentence_is_cut_at_its_end(engine: Engine) -> None:
    content = "Title. One two. " + " ".join(f"word{number}" for number in range(60)) + ". End."
    (shown,) = engine.call("excerpts", (content, [anchor("h1", "top", "Title", 0)], [3, 4, 6]))
    (pieces,) = shown
    assert [piece["text"].strip() for piece in pieces if piece["isMarked"]] == ["word0 word1", "word3"]
    assert pieces[0]["text"].startswith("word0")
    assert pieces[-1]["text"].endswith(" …")


def test_words_that_look_alike(engine: Engine) -> None:
    alike = [("subskripsun", "subscription"), ("नोटीफिकेशन", "नोटिफिकेशन")]
    other = [("banana", "webhook"), ("", "webhook"), ("", "")]
    assert all(one >= 0.4 for one in engine.call("likeness", *alike))
    assert all(one < 0.2 for one in engine.call("likeness", *other))
    assert engine.call("likeness", ("aaab", "aaab"), ("ab", "ba")) == [1, 0]
