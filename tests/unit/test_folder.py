"""A site's folder is the old one or the new one, whole, whatever happens to those who write it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from helpcenter.deploy.folder import replaced

WRITER = """
import sys, time
from pathlib import Path
from helpcenter.deploy.folder import replaced
name, root = sys.argv[1], Path(sys.argv[2])
with replaced(root / "site", root / "work") as folder:
    (folder / f"{name}-first").write_text(name)
    print("half", flush=True)
    sys.stdin.readline()
    (folder / f"{name}-second").write_text(name)
"""


def start(name: str, root: Path) -> subprocess.Popen[str]:
    """Start a process that writes one file, says so, and writes the other when it is told to."""
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", WRITER, name, str(root)], stdin=pipe, stdout=pipe, text=True)


def said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def go_on(process: subprocess.Popen[str]) -> None:
    process.communicate("\n")
    assert process.returncode == 0


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def write(root: Path, name: str) -> None:
    with replaced(root / "site", root / "work") as folder:
        (folder / name).write_text(name)


def test_two_at_once_wait_for_each_other(tmp_path: Path) -> None:
    one = start("one", tmp_path)
    assert said(one) == "half\n"
    two = start("two", tmp_path)
    with pytest.raises(subprocess.TimeoutExpired):
        two.wait(1)
    go_on(one)
    assert names(tmp_path / "site") == ["one-first", "one-second"]
    assert said(two) == "half\n"
    assert names(tmp_path / "site") == ["one-first", "one-second"]
    go_on(two)
    assert names(tmp_path / "site") == ["two-first", "two-second"]


def test_one_that_is_killed_leaves_the_old_folder_and_the_next_tidies_up(tmp_path: Path) -> None:
    write(tmp_path, "old")
    killed = start("killed", tmp_path)
    assert said(killed) == "half\n"
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert names(tmp_path / "site") == ["old"]
    write(tmp_path, "new")
    assert names(tmp_path / "site") == ["new"]
    assert names(tmp_path / "work") == ["lock"]


def fail(root: Path) -> None:
    """Write half of a folder, whose disk is full then."""
    with replaced(root / "site", root / "work") as folder:
        assert names(root / "site") == ["old"]
        (folder / "half").write_text("half")
        raise OSError("full")


def test_an_error_leaves_the_old_folder(tmp_path: Path) -> None:
    write(tmp_path, "old")
    with pytest.raises(OSError, match="full"):
        fail(tmp_path)
    assert names(tmp_path / "site") == ["old"]
    assert names(tmp_path / "work") == ["lock"]


def test_one_that_is_killed_between_its_renames_loses_nothing(tmp_path: Path) -> None:
    write(tmp_path, "old")
    (tmp_path / "site").rename(tmp_path / "work" / "old")
    (tmp_path / "work" / "new").mkdir()
    with pytest.raises(OSError, match="full"):
        fail(tmp_path)
    assert names(tmp_path / "site") == ["old"]
    assert names(tmp_path / "work") == ["lock"]
