"""Plants every fault in the specimen's article, one at a time, and asks check for its line."""

import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from support import ROOT, SPECIMEN, accept_all, load_site, problems, specimen

from faults.faults import Fault, faults
from helpcenter.checks import CHECKS, OF_CHAPTERS
from helpcenter.files.diagnostics import Diagnostic

MUST = {"harmless": "must pass", "reworded": "must only ask for review"}
SHARES = 6
"""Parts in which the faults are planted, so that several processes can do it."""
AFTER_ACCEPT = 0.65
"""The share of faults that a check still names when somebody has accepted every text without a look."""
LEAST = 300
"""Fewer faults than this in a run would mean that the generator, not the checks, has failed."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = specimen(tmp_path_factory.mktemp("faults"))
    shutil.rmtree(root / "docs" / "writing")
    accept_all(root)
    assert problems(root, reviews=True) == []
    return root


def plant(root: Path, fault: Fault) -> list[Diagnostic]:
    """Return what check says of a project with one fault, and mend it again."""
    path = root / fault.file
    content = path.read_text(encoding="utf-8")
    if fault.act:
        fault.act(path)
    else:
        path.write_text(fault.edited, encoding="utf-8")
    try:
        return problems(root, reviews=True)
    finally:
        path.unlink(missing_ok=True)
        path.write_text(content, encoding="utf-8")


def verdict(fault: Fault, found: list[Diagnostic]) -> str:
    """Return "" if the fault was named where it is, or the harmless variant passed; else what went wrong."""
    places = [f"{one.position}: {one.check}: {one.message}" for one in found]
    if fault.kind == "harmless":
        return f"alarm: {places}" if found else ""
    if fault.kind == "reworded" and any(one.check != "reviews" for one in found):
        return f"alarm: {places}"
    if not found:
        return "not caught"
    if {one.position.file for one in found} != {fault.file}:
        return f"another file: {places}"
    if fault.kind == "fault" and fault.lines and not any(one.position.line in fault.lines for one in found):
        return f"another line than {sorted(fault.lines)}: {places}"
    return ""


@pytest.mark.parametrize("share", range(SHARES))
def test_every_fault_is_named_at_its_line(
    project: Path, share: int, record_property: Callable[[str, object], None]
) -> None:
    planted = list(faults(load_site(project)))
    assert len(planted) >= LEAST
    table: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    wrong = []
    for fault in planted[share::SHARES]:
        found = plant(project, fault)
        problem = verdict(fault, found)
        row = table[fault.operator if fault.kind == "fault" else f"{fault.operator} ({MUST[fault.kind]})"]
        row[0] += not problem
        row[1] += 1
        row[2] += bool(found) and {one.check for one in found} == {"reviews"}
        if problem:
            wrong.append(f"{fault.operator}: {fault.about}\n    {problem}")
    record_property("faults", dict(table))
    assert wrong == []
    faulty = [row for operator, row in table.items() if "(" not in operator]
    planted_faults, left = sum(row[1] for row in faulty), sum(row[2] for row in faulty)
    assert planted_faults - left >= AFTER_ACCEPT * planted_faults


def test_every_check_module_is_registered() -> None:
    folder = ROOT / "hooks" / "helpcenter" / "checks"
    modules = {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--"}
    assert modules == set(CHECKS)


def test_an_exception_inside_a_check_is_not_swallowed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_site: object, _chapter: object) -> list[Diagnostic]:
        raise RuntimeError("a check that fails")

    monkeypatch.setitem(OF_CHAPTERS, "claims", broken)
    with pytest.raises(RuntimeError, match="a check that fails"):
        problems(project)


def test_no_files_are_a_problem_and_not_a_success(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_bytes((SPECIMEN / "mkdocs.yml").read_bytes())
    assert any("no gateway found" in problem.message for problem in problems(tmp_path))
