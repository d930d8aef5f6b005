"""The report of readers' answers: what to mend first, and with what they said."""

import json
from datetime import date
from pathlib import Path

import pytest
from support import SPECIMEN, laid_out, specimen_site

from helpcenter.cli import main
from helpcenter.feedback.answer import read_answer
from helpcenter.feedback.report import as_lines, printable, report
from helpcenter.feedback.store import Store, read_answers

ARTICLE = "gateways/acme-pay/index"
MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 29)


def given(page: str, helped: str, **others: str) -> dict[str, str]:
    return {"page": page, "language": "en", "helped": helped, "commit": "a" * 12, **others}


ANSWERS = [
    (MONDAY, given("guides/intervals", "yes")),
    (MONDAY, given("guides/gone", "no", reason="unclear")),
    (SUNDAY, given(ARTICLE, "no", reason="wrong", anchor="rule-currencies", text="INR\nworks")),
    (SUNDAY, given(ARTICLE, "no", reason="wrong", anchor="rule-currencies")),
    (SUNDAY, given(ARTICLE, "no", reason="missing", anchor="connect")),
    (date(2026, 11, 30), given(ARTICLE, "yes", commit="b" * 12)),
]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "feedback.sqlite3"
    store = Store(path)
    for day, form in ANSWERS:
        store.keep(read_answer(form), day)
    store.close()
    return path


def test_the_page_that_helped_least_comes_first_with_all_that_was_said_of_it(database: Path) -> None:
    pages = report(specimen_site(), read_answers(database, date.min))
    assert [(one["page"], one["yes"], one["no"], one["exists"]) for one in pages] == [
        (ARTICLE, 1, 3, True),
        ("guides/gone", 0, 1, False),
        ("guides/intervals", 1, 0, True),
    ]
    first = pages[0]
    assert first["weeks"] == [
        {"week": "2026-11-23", "commit": "a" * 12, "yes": 0, "no": 3},
        {"week": "2026-11-30", "commit": "b" * 12, "yes": 1, "no": 0},
    ]
    assert first["reasons"] == {"wrong": 2, "missing": 1}
    assert first["anchors"] == {"rule-currencies": 2, "connect": 1}
    (text,) = first["texts"]
    assert (text["day"], text["anchor"], text["text"]) == ("2026-11-29", "rule-currencies", "INR\nworks")


def test_a_reported_fact_is_shown_where_it_is_stated(database: Path) -> None:
    (fact,) = report(specimen_site(), read_answers(database, date.min))[0]["facts"]
    file, _, line = str(fact["place"]).rpartition(":")
    assert "currencies:" in (SPECIMEN / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
    assert fact["count"] == 2


def test_the_command_prints_text_and_json_of_the_time_that_is_asked_for(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["--root", str(laid_out()), "feedback", "report", "--database", str(database)]
    assert main([*command, "--since", "2026-11-01"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{ARTICLE} (en): 1 yes, 3 no"
    assert [line for line in lines if "INR works" in line]
    assert main([*command, "--since", "2026-11-30", "--format", "json"]) == 0
    (page,) = json.loads(capsys.readouterr().out)
    assert (page["yes"], page["no"]) == (1, 0)
    assert main([*command, "--since", "2027-01-01"]) == 0
    assert capsys.readouterr().out == "no answers\n"


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    absent = tmp_path / "absent.sqlite3"
    assert main(["--root", str(laid_out()), "feedback", "report", "--database", str(absent)]) == 1
    assert "--database" in capsys.readouterr().err
    assert not absent.exists()


def test_no_text_of_a_reader_steers_a_terminal() -> None:
    assert printable("a\x1b[2Jb\u202ec\nd") == "a[2Jbc d"
    assert printable("क्\u200dष") == "क्\u200dष"
    assert list(as_lines([])) == []
