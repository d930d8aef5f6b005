"""Reviews in a real git repository: what has drifted, who accepts it, in shallow clones and after a squash."""

import json
import subprocess
from pathlib import Path

import pytest
from support import replace, small_project

from helpcenter.cli import main
from helpcenter.reviews.units import digest

HINDI = "gateways/demo-pay/index.hi.md"
STEPS = "gateways/demo-pay/steps.yml"
INTRODUCTION = "gateways/demo-pay/index#introduction"
STEP = "gateways/demo-pay#step-connect"


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), "-c", "commit.gpgsign=false", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = small_project(tmp_path / "project")
    git(root, "init", "--quiet")
    git(root, "config", "user.name", "Asha")
    git(root, "config", "user.email", "asha@example.org")
    assert run(root, "accept", "--all") == 0
    commit(root)
    return root


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "as it stands")


def turn_the_hindi(root: Path) -> None:
    replace(root, HINDI, "यह गेटवे जाँच के लिए बनाया गया है।", "यह गेटवे असली है।")


def test_a_project_as_reviewed_has_no_drift(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "check") == 0
    assert run(project, "drift") == 0
    assert "every text is as reviewed" in capsys.readouterr().out


def test_nothing_is_accepted_unseen_in_ci(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_the_hindi(project)
    lock = (project / "docs" / "reviews.lock").read_bytes()
    monkeypatch.setenv("CI", "true")
    assert run(project, "accept", "--all") == 1
    assert "accept --all looks at nothing: it is not for CI" in capsys.readouterr().err
    assert (project / "docs" / "reviews.lock").read_bytes() == lock


def test_drift_shows_the_reviewed_text_beside_what_stands_there_now(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    turn_the_hindi(project)
    commit(project)
    assert run(project, "drift") == 1
    said = capsys.readouterr().out
    assert f"{INTRODUCTION}: words (hi)" in said
    assert "hi reviewed: यह गेटवे जाँच के लिए बनाया गया है।" in said
    assert "hi now:      यह गेटवे असली है।" in said
    assert "en now:      This gateway is made up for tests." in said
    assert "last reviewed by Asha on " in said


@pytest.mark.parametrize(
    ("file", "find", "by", "kind"),
    [
        (STEPS, "[कनेक्ट](ui:connect) पर", "[जोड़ें](ui:connect) पर", "label"),
        (STEPS, "At Demo Pay, click", "Beside Demo Pay, click", "words"),
        (STEPS, "[payment-gateways, connect]", "[connect, payment-gateways]", "picture"),
    ],
)
def test_the_kind_of_change_is_named(
    project: Path, capsys: pytest.CaptureFixture[str], file: str, find: str, by: str, kind: str
) -> None:
    replace(project, file, find, by)
    run(project, "drift")
    assert f"{STEP}: {kind} (" in capsys.readouterr().out


def test_a_changed_rule_drifts_every_unit_that_is_bound_to_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace(project, "gateways/demo-pay/rules.yml", "14 days", "15 days")
    run(project, "drift")
    assert "gateways/demo-pay/index#note-4: rule (hi, en)" in capsys.readouterr().out


def test_accept_records_who_and_when_and_nothing_else(project: Path) -> None:
    before = json.loads((project / "docs" / "reviews.lock").read_text())["units"]
    turn_the_hindi(project)
    assert run(project, "check") == 1
    git(project, "config", "user.name", "Ravi")
    assert run(project, "accept", INTRODUCTION) == 0
    after = json.loads((project / "docs" / "reviews.lock").read_text())["units"]
    assert after[INTRODUCTION]["by"] == "Ravi"
    assert after[INTRODUCTION]["text"]["en"] == before[INTRODUCTION]["text"]["en"]
    assert {id_ for id_ in after if after[id_] != before[id_]} == {INTRODUCTION}
    assert run(project, "check") == 0


def test_a_gateway_is_paged_through_with_what_was_read_in_each_text(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_the_hindi(project)
    replace(project, "gateways/demo-pay/rules.yml", "14 days", "15 days")
    for language, (old, new) in {"hi": ("14 दिनों", "15 दिनों"), "en": ("14 days", "15 days")}.items():
        replace(project, f"gateways/demo-pay/index.{language}.md", old, new)
    answers = iter("yny")
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert run(project, "accept", "demo-pay", "--language", "hi") == 0
    said = capsys.readouterr().out
    assert "hi: यह गेटवे असली है।\n      was: यह गेटवे जाँच के लिए बनाया गया है।\n  en: This gateway" in said
    assert "read: after_failure: end: cancelled, after: 15 days" in said
    assert "2 of 3 texts found right" in said
    assert next(answers, None) is None
    assert run(project, "drift") == 1
    assert INTRODUCTION in capsys.readouterr().out


def test_accept_refuses_while_a_claim_of_the_unit_is_false(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(project, HINDI, "[14 दिनों", "[30 दिनों")
    lock = (project / "docs" / "reviews.lock").read_text()
    assert run(project, "accept", "gateways/demo-pay/index#note-4") == 1
    assert "claims: '30 दिनों" in capsys.readouterr().err
    assert (project / "docs" / "reviews.lock").read_text() == lock


def test_accept_refuses_while_a_language_is_missing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(project, STEPS, "          hi: Demo Pay के लिए [कनेक्ट](ui:connect) पर क्लिक करें।\n", "")
    assert run(project, "accept", STEP) == 1
    assert "no text for: hi" in capsys.readouterr().err


def test_accept_refuses_unknown_units_and_an_unknown_person(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    git(project, "config", "--unset", "user.name")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    assert run(project, "accept", "gateways/demo-pay#step-conect") == 1
    said = capsys.readouterr().err
    assert f"did you mean '{STEP}'?" in said
    assert "git config user.name" in said


def test_a_unit_that_is_gone_is_forgotten_on_request(project: Path) -> None:
    note = "        note:\n          hi: मदद के लिए [संपर्क फ़ॉर्म](contact:form) भरें।\n"
    replace(project, STEPS, f"{note}          en: For help, fill in [the contact form](contact:form).\n", "")
    replace(project, STEPS, "- id: open-gateways", "- id: open-list")
    assert run(project, "accept", "--all", "--gone") == 0
    assert "step-open-gateways" not in (project / "docs" / "reviews.lock").read_text()
    assert run(project, "check") == 0


def test_reviews_hold_in_a_shallow_clone_and_after_a_squash(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    turn_the_hindi(project)
    commit(project)
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{project}", str(clone))
    assert run(clone, "drift") == 1
    said = capsys.readouterr().out
    assert f"{INTRODUCTION}: words (hi)" in said
    assert "hi reviewed: not in this clone's history" in said
    git(project, "reset", "--quiet", "--soft", git(project, "rev-list", "--max-parents=0", "HEAD").strip())
    git(project, "commit", "--quiet", "--amend", "--message", "squashed")
    git(project, "config", "user.name", "Asha")
    assert run(project, "accept", INTRODUCTION) == 0
    assert run(project, "check") == 0


def test_a_lock_with_the_marks_of_a_merge_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = project / "docs" / "reviews.lock"
    lock.write_text(lock.read_text().replace("{\n", "{\n<<<<<<< HEAD\n", 1))
    assert run(project, "check") == 1
    assert "docs/reviews.lock:2:1: files: cannot be read" in capsys.readouterr().out


def test_a_digest_ignores_what_changes_no_meaning() -> None:
    assert digest("30  दिन\nज\u093c") == digest("३० दिन \u095b")
    assert digest("30 दिन") != digest("31 दिन")
