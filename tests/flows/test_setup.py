"""The project is set up on other people's machines: their folders, locales and settings of git."""

import os
import shutil
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from links import LINKCHECKER
from support import ROOT

FOLDER = "Asha's मेरी साइट"
"""A folder's name as people give it: with blanks, an apostrophe and Devanagari."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Return a folder with what make needs for setting up, and nothing to download."""
    root = tmp_path / FOLDER
    shutil.copytree(ROOT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for name in ("Makefile", "pyproject.toml", "README.md"):
        shutil.copy(ROOT / name, root / name)
    (root / "requirements.lock").touch()
    return root


@pytest.fixture
def setuptools(tmp_path: Path) -> Path:
    """Return a folder of modules that has ours of setuptools."""
    (tmp_path / "modules").mkdir()
    package = distribution("setuptools")
    for name in {Path(file).parts[0] for file in package.files or ()} - {".."}:
        (tmp_path / "modules" / name).symlink_to(Path(str(package.locate_file(name))))
    return tmp_path / "modules"


def test_make_sets_up_in_such_a_folder_where_the_locale_has_ascii_only(elsewhere: Path, setuptools: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONPATH": str(setuptools)}
    where = 'where: .venv/ready ; @$(BIN)/python -c "import helpcenter; print(helpcenter.__file__)"'
    command = ["make", "--silent", f"--eval={where}", f"PYTHON={sys.executable}", "where"]
    result = subprocess.run(command, cwd=elsewhere, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.splitlines()[-1] == str(elsewhere / "hooks" / "helpcenter" / "__init__.py")


def test_a_checkout_has_lf_also_where_git_would_write_crlf(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], check=True, capture_output=True)

    origin, checkout = tmp_path / "origin", tmp_path / FOLDER
    names = (".gitattributes", ".ci/run", "docs/assets/icon.svg", "docs/assets/icon-192.png", "docs/terms.yml")
    for name in names:
        (origin / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, origin / name)
    git("init", "--quiet", str(origin))
    git("-C", str(origin), "-c", "core.autocrlf=false", "add", ".")
    git("-C", str(origin), "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", "t")
    git("clone", "--quiet", "-c", "core.autocrlf=true", "-c", "core.eol=crlf", str(origin), str(checkout))
    for name in names:
        assert (checkout / name).read_bytes() == (ROOT / name).read_bytes(), name
    assert b"\r" not in (checkout / ".ci" / "run").read_bytes()
    subprocess.run(["bash", "-n", str(checkout / ".ci" / "run")], check=True)


def test_linkchecker_finds_its_plugins_in_such_a_folder(tmp_path: Path) -> None:
    """Without the plugin for anchors it would pass over those that are missing."""
    modules = tmp_path / FOLDER
    package = distribution("linkchecker")
    for name in {Path(file).parts[0] for file in package.files or ()} - {".."}:
        shutil.copytree(Path(str(package.locate_file(name))), modules / name)
    modules.chmod(0o700)
    command = [sys.executable, "-c", LINKCHECKER, "--list-plugins"]
    environment = {**os.environ, "PYTHONPATH": str(modules), "LC_ALL": "C"}
    result = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert "AnchorCheck" in result.stdout, result.stdout + result.stderr
