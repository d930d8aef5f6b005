"""`helpcenter check --watch` reports at each save, in lines that editors read; `check FILE` says what all say of it."""

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest
from support import ROOT, accept_all, problems, replace, specimen

from helpcenter.checks import run
from helpcenter.commands.check import BEGINS, ENDS
from helpcenter.commands.project import checked
from helpcenter.files.diagnostics import Diagnostic

ARTICLE = "gateways/acme-pay"


class Watched:
    """A running `helpcenter check --watch`."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", "helpcenter.cli", "--root", str(root), "check", "--watch"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self._lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def report(self) -> list[str]:
        """Return the lines of the next report."""
        while self._lines.get(timeout=60) != BEGINS:
            pass
        return list(iter(lambda: self._lines.get(timeout=60), ENDS))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = specimen(tmp_path)
    accept_all(root)
    return root


@pytest.fixture
def watched(project: Path) -> Iterator[Watched]:
    one = Watched(project)
    yield one
    one.process.kill()
    one.process.wait()
    if one.process.stdout:
        one.process.stdout.close()


def test_each_save_is_reported_as_an_editor_reads_it(project: Path, watched: Watched) -> None:
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text(encoding="utf-8"))["tasks"]
    (matcher,) = (one["problemMatcher"] for one in tasks if one["args"] == ["check", "--watch"])
    assert re.fullmatch(matcher["background"]["beginsPattern"], BEGINS)
    assert re.fullmatch(matcher["background"]["endsPattern"], ENDS)
    pattern = matcher["pattern"]

    def shown() -> list[tuple[str, int, int, str, str]]:
        matches = [match for line in watched.report() if (match := re.match(pattern["regexp"], line))]
        named = ("file", "line", "column", "code", "message")
        found = [[match[pattern[name]] for name in named] for match in matches]
        return [(file, int(line), int(column), code, said) for file, line, column, code, said in found]

    def expected() -> list[tuple[str, int, int, str, str]]:
        return [as_shown(one) for one in checked(project)[1] if one.check != "reviews"]

    assert shown() == expected()
    replace(project, f"{ARTICLE}/index.en.md", "interval of 30 days.", "interval of 31 days.")
    wrong = shown()
    assert wrong == expected()
    assert "claims" in {code for _, _, _, code, _ in wrong}
    replace(project, f"{ARTICLE}/index.en.md", "interval of 31 days.", "interval of 30 days.")
    assert len(shown()) < len(wrong)


def as_shown(one: Diagnostic) -> tuple[str, int, int, str, str]:
    return one.position.file, one.position.line, one.position.column, one.check, one.message


def test_a_file_alone_is_checked_with_all_that_depends_on_it(project: Path) -> None:
    rules = f"docs/{ARTICLE}/rules.yml"
    replace(project, f"{ARTICLE}/rules.yml", "[USD, EUR, GBP]", "[USD, EUR, GBP, INR]")
    site, every = checked(project)
    assert site
    about = [one for one in every if one.position.file == rules or f"({rules}:" in one.message]
    assert len({one.position.file for one in about}) > 2
    for file in (rules, f"docs/{ARTICLE}/index.en.md", "docs/guides/intervals.en.md", "docs/terms.yml"):
        alone = run(checked(project)[0] or site, [file])
        assert [one for one in alone if concerns(one, file)] == [one for one in every if concerns(one, file)], file
    assert problems(project)


def concerns(one: Diagnostic, file: str) -> bool:
    return one.position.file == file or f"({file}:" in one.message
