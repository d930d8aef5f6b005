"""Answers of readers: what is taken, what is refused and why, and what is kept."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from support import TODAY

from helpcenter.feedback.answer import Answer, RefusedError, read_answer
from helpcenter.feedback.limits import PAGES, Limits
from helpcenter.feedback.private import private
from helpcenter.feedback.store import PATIENCE, Store, UnkeptError, read_answers
from helpcenter.pages.feedback import MOST_CHARACTERS

ID = "0123456789abcdef" * 2
FORM = {"id": ID, "page": "gateways/acme-pay/index", "language": "en", "helped": "no"}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("write to me at asha@example.org", "email"),
        ("asha.rao＠example.org", "email"),  # a full-width sign
        ("asha @ example . org", "email"),
        ("मेरा UPI: asha@okbank", "email"),
        ("my card 4111 1111 1111 1111 was declined", "card"),
        ("4111-1111-1111-1111", "card"),
        ("कार्ड ४१११ ११११ ११११ ११११", "card"),
        ("4111\u200b111111111111", "card"),
        ("sk_test_a1b2c3", "key"),
        ("whsec_5f3c1a9b", "key"),
        ("the key is 9f86d081884c7d659a2f", "key"),
        ("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "key"),
        ("https://systeme.io/hook/9f86d081884c7d659a2feaa0", "key"),
        ("dGhpcy1pcy1B+c2VjcmV0/Kz9", "key"),
        ("password: hunter22", "key"),
        ("पासवर्ड: hunter22", "key"),
        ("call 98765 43210", "phone"),
        ("+91-98765-43210", "phone"),
        ("+49 301234", "phone"),
        ("९८७६५४३२१०", "phone"),
        ("(022) 2345 6789", "phone"),
        ("account 000123456789", "phone"),
    ],
)
def test_a_text_with_something_private_is_refused_with_the_reason(text: str, held: str) -> None:
    assert private(text) == held
    with pytest.raises(RefusedError, match=held):
        read_answer({**FORM, "text": text})


@pytest.mark.parametrize(
    "text",
    [
        "The email labels the API secret key “Password”. Where is it?",
        "Step 4: which key? The page says 30 days, INR 1,00,000 and 2,50,000.",
        "Since 2026-11-24 (or 24/11/2026, 24.11.2026) USD, EUR and GBP are listed, at 10:30.",
        "See https://help.systeme.io/article/2967-how-to-integrate-Secure-and-Pay, note 4",
        "पासवर्ड कौन-सा है? स्टेप 6 में इमेज अलग है, 30 दिन नहीं 31 दिन।",
        "@systeme says otherwise",
        "internationalisation of the payment-gateways-2026 menu",
        "5 items @ 500",
        "cards of 16 digits and CVV of 3",
    ],
)
def test_a_text_without_anything_private_is_taken(text: str) -> None:
    assert private(text) is None
    assert read_answer({**FORM, "text": text}).text == text


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("id", "1", "id"),
        ("page", "../etc/passwd", "page"),
        ("page", "", "page"),
        ("page", "a" * 201, "page"),
        ("language", "<en>", "language"),
        ("commit", "HEAD", "commit"),
        ("helped", "perhaps", "helped"),
        ("reason", "screen", "reason"),
        ("anchor", "a b", "anchor"),
        ("anchor", "rules\n", "anchor"),
        ("text", "x" * (MOST_CHARACTERS + 1), "long"),
        ("text", "a\x1b[2Jb", "characters"),
        ("text", "\ud800", "characters"),
    ],
)
def test_what_the_contract_does_not_allow_is_refused_by_its_name(field: str, value: str, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        read_answer({**FORM, field: value})
    assert str(refused.value) == code


def test_a_line_break_is_one_character_and_a_missing_id_is_made() -> None:
    text = "\r\n".join(["अ"] * (MOST_CHARACTERS // 2))
    assert len(read_answer({**FORM, "text": text}).text) == MOST_CHARACTERS - 1
    first, second = (read_answer({**FORM, "id": ""}).id for _ in range(2))
    assert len(first) == len(ID)
    assert first != second


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "feedback.sqlite3"


def answers(database: Path) -> list[Answer]:
    return [kept.answer for kept in read_answers(database, date.min)]


def test_an_answer_is_kept_with_its_day_and_a_repeat_changes_nothing(database: Path) -> None:
    store = Store(database)
    answer = read_answer({**FORM, "commit": "0123456789ab", "reason": "wrong", "anchor": "rule-interval", "text": "31"})
    for _ in range(3):
        store.keep(answer, TODAY)
    (kept,) = read_answers(database, TODAY)
    assert (kept.day, kept.answer) == (TODAY, answer)
    assert read_answers(database, date.max) == []


def test_an_answer_is_completed_and_loses_nothing_to_a_late_repeat(database: Path) -> None:
    store = Store(database)
    bare = read_answer(FORM)
    whole = read_answer({**FORM, "reason": "missing", "anchor": "connect", "text": "which email?"})
    for one in (bare, whole, bare):
        store.keep(one, TODAY)
    assert answers(database) == [whole]


def keep_all(store: Store, many: list[Answer]) -> None:
    for one in many:
        store.keep(one, TODAY)


def test_a_full_disk_is_told_and_what_was_kept_stays(database: Path) -> None:
    store = Store(database)
    store.keep(read_answer(FORM), TODAY)
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    many = [read_answer({**FORM, "id": f"{number:032x}", "text": "long " * 90}) for number in range(100)]
    with pytest.raises(UnkeptError, match="disk is full"):
        keep_all(store, many)
    kept = len(answers(database))
    store._connection.execute(f"PRAGMA max_page_count = {pages + 9}")
    store.keep(read_answer({**FORM, "id": "f" * 32}), TODAY)
    assert len(answers(database)) == kept + 1


def test_a_locked_database_is_told_after_a_while(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpcenter.feedback.store.PATIENCE", PATIENCE / 20)
    store = Store(database)
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UnkeptError, match="locked"):
        store.keep(read_answer(FORM), TODAY)
    other.execute("ROLLBACK")
    store.keep(read_answer(FORM), TODAY)
    assert len(answers(database)) == 1


def test_a_file_that_is_no_database_is_told(database: Path) -> None:
    database.write_text("no database" * 100, encoding="utf-8")
    with pytest.raises(UnkeptError, match="not a database"):
        Store(database)
    with pytest.raises(UnkeptError):
        read_answers(database.with_name("absent"), date.min)


def test_answers_of_a_page_and_of_all_pages_are_limited_per_minute() -> None:
    now = [60.0]
    limits = Limits(2, lambda: now[0])
    assert [limits.takes("a") for _ in range(3)] == [True, True, False]
    assert [limits.takes(f"page-{number}") for number in range(2 * PAGES)].count(True) == 2 * PAGES - 2
    now[0] = 119.0
    assert not limits.takes("b")
    assert limits.seconds_left() == 1
    now[0] = 120.0
    assert limits.takes("a")
