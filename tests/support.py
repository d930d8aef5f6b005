"""What tests share: projects in temporary folders, changed by a writer's hand, and checked."""

import atexit
import fcntl
import os
import shutil
import struct
import tempfile
import zlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpcenter.checks import run
from helpcenter.files.diagnostics import Diagnostic, Severity
from helpcenter.loading.load import load
from helpcenter.loading.loader import LOCK
from helpcenter.loading.settings import read_settings
from helpcenter.model.site import Site
from helpcenter.reviews.lock import lock_text
from helpcenter.reviews.units import units

ROOT = Path(__file__).parent.parent
SPECIMEN = ROOT / "tests" / "specimen"
LANGUAGES = tuple(read_settings(SPECIMEN).languages)
TODAY = date(2026, 12, 1)
"""The day of all tests: soon after the sources were read."""
CODE = ("hooks", "overrides")
"""What a project is built with."""


def specimen(folder: Path) -> Path:
    """Lay out the specimen as a project that can be loaded and built: its files, our assets, our code."""
    shutil.copytree(SPECIMEN, folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", dirs_exist_ok=True)
    return with_code(folder)


def shipped(folder: Path) -> Path:
    """Copy the shipped project: what MkDocs builds from."""
    shutil.copytree(ROOT / "docs", folder / "docs", dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    return with_code(folder)


def with_code(folder: Path) -> Path:
    for name in CODE:
        ignored = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(ROOT / name, folder / name, ignore=ignored, dirs_exist_ok=True)
    return folder


def small_project(folder: Path) -> Path:
    """Lay out the specimen's glossary and one of its gateways, in few colours: the base of tests/cases."""
    (folder / "docs" / "assets").mkdir(parents=True)
    for name in ("terms.yml", "messages.yml"):
        shutil.copy(SPECIMEN / "docs" / name, folder / "docs" / name)
    shutil.copytree(SPECIMEN / "docs" / "vocabulary", folder / "docs" / "vocabulary")
    shutil.copy(SPECIMEN / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copy(ROOT / "tests" / "cases" / "help.css", folder / "docs" / "assets" / "help.css")
    shutil.copytree(SPECIMEN / "docs" / "gateways" / "demo-pay", folder / "docs" / "gateways" / "demo-pay")
    return folder


def replace(root: Path, file: str, find: str, by: str) -> None:
    """Change a file below docs/ as a writer would. What is looked for must be there exactly once."""
    path = root / "docs" / file
    content = path.read_text(encoding="utf-8")
    assert content.count(find) == 1, f"{find!r} is {content.count(find)} times in {file}"
    path.write_text(content.replace(find, by), encoding="utf-8")


def problems(root: Path, *, reviews: bool = False) -> list[Diagnostic]:
    """Return what check says of a project, information left out and, unless asked for, what is merely unreviewed."""
    site, diagnostics = load(root, languages_of(root), TODAY)
    diagnostics = run(site) if site else diagnostics
    wanted = [diagnostic for diagnostic in diagnostics if diagnostic.severity is not Severity.INFO]
    return [diagnostic for diagnostic in wanted if reviews or diagnostic.check != "reviews"]


def languages_of(root: Path) -> tuple[str, ...]:
    return tuple(read_settings(root).languages)


def accept_all(root: Path) -> None:
    """Record a review of every unit of a project as it is."""
    site = load_site(root)
    (root / LOCK).write_text(lock_text(site, units(site), "Tester", TODAY), encoding="utf-8")


def load_site(root: Path) -> Site:
    """Return a project's site, which must load."""
    site, diagnostics = load(root, languages_of(root), TODAY)
    assert site is not None, diagnostics
    return site


@cache
def laid_out() -> Path:
    """Return the specimen in a folder that lasts as long as this process; nobody changes it."""
    folder = Path(tempfile.mkdtemp(prefix="specimen-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return specimen(folder)


@cache
def specimen_site() -> Site:
    """Return the specimen's site."""
    return load_site(laid_out())


def shared(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that is made once for all processes that run tests together."""
    base = factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, lock = base / name, base / f"{name}.lock"
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        if not folder.exists():
            make(folder)
    return folder


def read_data(path: Path) -> Any:
    """Return the data of a test's YAML file."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def plain(data: Any) -> Any:
    """Return data with plain strings."""
    if isinstance(data, Mapping):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    return str(data) if isinstance(data, str) else data


def png(
    width: int, height: int, *, drawn: int | None = None, size: int = 0, cut: int | None = None, then: str = ""
) -> bytes:
    """Return a white PNG file.

    `drawn` is how many rows it has in truth, `size` how many bytes it is filled up to, `cut` how many of them are left,
    and `then` what follows.
    """

    def part(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = (b"\0" + b"\xff" * ((width + 7) // 8)) * (height if drawn is None else drawn)
    head = b"\x89PNG\r\n\x1a\n" + part(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    end = part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")
    missing = size - len(head) - len(end) - len(part(b"tEXt", b""))
    return (head + (part(b"tEXt", b" " * missing) if missing >= 0 else b"") + end)[:cut] + then.encode()
