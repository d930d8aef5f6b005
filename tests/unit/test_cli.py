import json
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, laid_out, replace, specimen

from helpcenter.cli import main

FALSE_CLAIM = (
    "gateways/acme-pay/index.en.md",
    "[Acme Pay accepts only USD, EUR and GBP.]",
    "[Acme Pay accepts only USD and EUR.]",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return specimen(tmp_path)


def test_check_says_that_all_is_well_and_what_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(laid_out()), "check"]) == 0
    assert "all is well: 2 gateways" in capsys.readouterr().err


def test_check_fails_and_names_file_line_and_check(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(project, *FALSE_CLAIM)
    assert main(["--root", str(project), "check"]) == 1
    assert "docs/gateways/acme-pay/index.en.md:" in capsys.readouterr().out


def test_check_fails_where_there_is_no_gateway(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "docs" / "gateways").rename(project / "docs" / "elsewhere")
    assert main(["--root", str(project), "check"]) == 1
    assert "no gateway found" in capsys.readouterr().out


def test_json_is_one_object_per_problem(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(project, *FALSE_CLAIM)
    main(["--root", str(project), "check", "--format", "json"])
    rows = [row for row in json.loads(capsys.readouterr().out) if row["severity"] == "error"]
    assert {(row["check"], Path(row["file"]).name) for row in rows} == {
        ("claims", "index.en.md"),
        ("reviews", "index.en.md"),
    }
    assert {"line", "column", "message", "hint"} <= set(rows[0])


def test_github_annotations_name_file_and_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(project, *FALSE_CLAIM)
    main(["--root", str(project), "check", "--format", "github"])
    errors = [line for line in capsys.readouterr().out.split("\n") if line.startswith("::error ")]
    assert len(errors) == 2
    assert all("file=docs/gateways/acme-pay/index.en.md,line=" in error for error in errors)


def test_plan_gives_findings_with_mends_and_notes(capsys: pytest.CaptureFixture[str]) -> None:
    plan = ["plan", "acme-pay", "--currency", "INR", "--every", "1 month", "--field", "email", "--language", "en"]
    assert main(["--root", str(laid_out()), *plan]) == 1
    said = capsys.readouterr().out
    assert said.count("What to do:") == 3
    assert all(note in said for note in ("Note 1", "Note 2", "Note 3"))


def test_a_plan_that_fits_exits_with_0() -> None:
    fields = [argument for field in ("email", "first-name", "last-name") for argument in ("--field", field)]
    plan = ["plan", "acme-pay", "--currency", "usd", "--every", "३० दिन", *fields]
    assert main(["--root", str(laid_out()), *plan]) == 0


def test_an_unknown_gateway_is_refused_with_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(laid_out()), "plan", "acme-pai", "--payment", "one-time"]) == 2
    assert "did you mean 'acme-pay'?" in capsys.readouterr().err


def test_outside_a_project_the_command_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--root", str(tmp_path), "check"])
    assert stopped.value.code == 2
    assert "no mkdocs.yml" in capsys.readouterr().err


def test_a_file_that_does_not_exist_is_no_success(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(laid_out()), "check", str(laid_out() / "docs" / "index.eng.md")]) == 2
    assert "no such file" in capsys.readouterr().err


def test_a_folder_means_all_below_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace(project, *FALSE_CLAIM)
    assert main(["--root", str(project), "check", str(project / "docs" / "gateways")]) == 1
    assert "claims: 'Acme Pay accepts only USD and EUR.'" in capsys.readouterr().out
    assert main(["--root", str(project), "check", str(project / "docs" / "guides")]) == 0


def test_who_reads_only_the_beginning_gets_no_traceback() -> None:
    command = '"$0" -m helpcenter.cli --root "$1" what-if "acme-pay.currencies = INR" | head -1'
    arguments = ["bash", "-c", command, sys.executable, str(laid_out())]
    result = subprocess.run(arguments, capture_output=True, text=True, check=False, cwd=ROOT / "hooks")
    assert "would make false" in result.stdout
    assert "Traceback" not in result.stderr


def test_a_day_is_written_like_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--root", str(laid_out()), "check", "--as-of", "tomorrow"])
    assert "2026-11-23" in capsys.readouterr().err


def test_another_day_shows_what_will_be_out_of_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(laid_out()), "check", "--as-of", "2028-01-01"]) == 0
    assert "freshness: warning: read on 2026-11-23" in capsys.readouterr().out
