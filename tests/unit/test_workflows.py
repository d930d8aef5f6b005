"""What the workflows do is what a person can do by make, and nothing in them changes without a commit of ours."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import ages
import pytest
from support import ROOT, TODAY, read_data, replace, specimen

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PREPARES = "apt-get update -qq && apt-get install -y -qq git make python3 python3-venv fontconfig"
"""What the image lacks; all else is brought by make."""


def jobs(workflow: Path) -> list[dict[str, Any]]:
    return list(read_data(workflow)["jobs"].values())


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(workflow) for step in job["steps"]]


def targets() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_the_workflows_test_publish_and_look_again() -> None:
    made = {path.stem: [step["run"] for step in steps(path) if "run" in step] for path in WORKFLOWS}
    assert made == {
        "publish": [PREPARES, "make test", "make build"],
        "test": [PREPARES, "make test"],
        "weekly": [PREPARES, "make weekly"],
    }


def test_every_target_that_something_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)", makefile, re.MULTILINE)
    again = re.search(r"\$\(MAKE\) (?:--\S+ )*([a-z ]+)$", makefile, re.MULTILINE)
    assert phony
    assert again
    assert set(phony[1].split()) == targets()
    assert again[1].split() == ["ages", "links", "advisories"]
    run = {step["run"] for path in WORKFLOWS for step in steps(path) if "run" in step} - {PREPARES}
    assert {command.removeprefix("make ") for command in run} <= targets()


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_names_others_work_by_digest_and_version(workflow: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    used = re.findall(r"uses: *(.*)", text)
    assert len(used) == sum("uses" in step for step in steps(workflow)) > 0
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)
    for image in re.findall(r"container: *(.*)", text):
        assert re.fullmatch(r"debian:\w+@sha256:[0-9a-f]{64}", image)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_may_read_and_only_the_job_that_publishes_may_more(workflow: Path) -> None:
    assert read_data(workflow)["permissions"] == {"contents": "read"}
    for job in jobs(workflow):
        assert job["timeout-minutes"] <= 60
        if "permissions" in job:
            assert job["permissions"] == {"pages": "write", "id-token": "write"}
            assert [step["uses"].split("@")[0] for step in job["steps"]] == ["actions/deploy-pages"]


def test_all_workflows_use_one_version_of_each() -> None:
    used = {step["uses"] for path in WORKFLOWS for step in steps(path) if "uses" in step}
    assert len({name.split("@")[0] for name in used}) == len(used)
    assert len({job["container"] for path in WORKFLOWS for job in jobs(path) if "container" in job}) == 1


def test_the_weekly_run_asks_for_everything_also_where_one_fails(tmp_path: Path) -> None:
    for name in ("python", "pip-audit"):
        (tmp_path / name).write_text(f'#!/bin/sh\necho {name} "$@"\nexit 1\n')
        (tmp_path / name).chmod(0o755)
    (tmp_path / "ready").touch()
    command = ["make", "--silent", f"BIN={tmp_path}", f"READY={tmp_path / 'ready'}", "weekly"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode != 0
    assert [line for line in result.stdout.splitlines() if not line.startswith("make")] == [
        "python tests/ages.py",
        "python tests/links.py",
        "pip-audit --strict --disable-pip --require-hashes --requirement requirements.lock",
    ]


def test_only_a_source_that_can_be_read_again_fails_the_weekly_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, rules = specimen(tmp_path), "gateways/acme-pay/rules.yml"
    replace(root, rules, "as_of: 2026-11-23", "as_of: 2024-11-23")
    assert ages.main(root, TODAY) == 0
    assert f"docs/{rules}:20:" in capsys.readouterr().out
    assert ages.main(root, TODAY.replace(year=TODAY.year + 2)) == 1
    assert f"docs/{rules}:9:" in capsys.readouterr().out


def test_what_pyproject_pins_is_in_the_lock_file() -> None:
    """A pull request of Dependabot changes pyproject.toml alone, and would be tested with the old version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = [one for one in project["dependencies"] + project["optional-dependencies"]["dev"] if "==" in one]
    assert len(pinned) > 0
    for requirement in pinned:
        assert re.search(rf"^{re.escape(requirement)}[ ;\\]", locked, re.MULTILINE), f"make lock: {requirement}"
