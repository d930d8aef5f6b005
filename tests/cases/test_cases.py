"""Each case is a change to a small project and, for bad ones, all that check then says. A new file is a new test."""

from pathlib import Path

import pytest
from support import accept_all, problems, read_data, replace, small_project

from helpcenter.checks import CHECKS
from helpcenter.files.diagnostics import as_text
from helpcenter.loading.load import LOADING

HERE = Path(__file__).parent
BAD = sorted(HERE.glob("*/bad/*.yml"))
GOOD = sorted(HERE.glob("*/good/*.yml"))


def apply(case: Path, root: Path) -> None:
    for change in read_data(case)["change"]:
        path = root / "docs" / change["file"]
        if "find" in change:
            replace(root, change["file"], change["find"], change.get("replace", ""))
        elif "write" in change:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(change["write"] + "\n", encoding="utf-8")
        elif "bytes" in change:
            path.write_bytes(bytes.fromhex(change["bytes"]))
        elif "link" in change:
            path.symlink_to(change["link"])
        else:
            path.unlink()


@pytest.mark.parametrize("case", BAD, ids=lambda case: f"{case.parent.parent.name}/{case.stem}")
def test_bad_case_is_caught_at_its_line(case: Path, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    root = small_project(tmp_path)
    accept_all(root)
    apply(case, root)
    found = problems(root, reviews=case.parent.parent.name == "reviews")
    said = as_text(found) + "\n"
    expected = case.with_suffix(".txt")
    if pytestconfig.getoption("--rewrite-cases"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert case.parent.parent.name in {diagnostic.check for diagnostic in found}


@pytest.mark.parametrize("case", GOOD, ids=lambda case: f"{case.parent.parent.name}/{case.stem}")
def test_good_case_passes(case: Path, tmp_path: Path) -> None:
    root = small_project(tmp_path)
    accept_all(root)
    apply(case, root)
    assert as_text(problems(root, reviews=case.parent.parent.name == "reviews")) == ""


def test_the_base_of_all_cases_is_clean(tmp_path: Path) -> None:
    assert as_text(problems(small_project(tmp_path))) == ""


@pytest.mark.parametrize("check", sorted({*CHECKS, *LOADING} - {"unset"}))
def test_every_check_has_a_good_and_a_bad_case(check: str) -> None:
    assert any(case.parent.parent.name == check for case in BAD)
    assert any(case.parent.parent.name == check for case in GOOD)
