"""What tests share: projects in temporary folders, changed by a writer's hand, and checked."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from helpcenter.checks import run
from helpcenter.files.diagnostics import Diagnostic, Severity
from helpcenter.loading.load import load
from helpcenter.model.site import Site
from helpcenter.reviews.units import LOCK, lock_text, units

ROOT = Path(__file__).parent.parent
LANGUAGES = ("hi", "en")
TODAY = date(2026, 12, 1)
"""The day of all tests: soon after the sources were read."""
SECOND_GATEWAY = ROOT / "tests" / "gateways" / "demo-pay"
GLOSSARY = ("terms.yml", "lexicon.yml", "messages.yml")


def copy_project(folder: Path) -> Path:
    """Copy the shipped writers' files to `folder` and return it."""
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("assets"))
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets", ignore=shutil.ignore_patterns("*.mjs"))
    return folder


def small_project(folder: Path) -> Path:
    """Lay out a project with the shipped glossary and one made-up gateway: the base of tests/cases."""
    (folder / "docs" / "gateways").mkdir(parents=True)
    for name in GLOSSARY:
        shutil.copy(ROOT / "docs" / name, folder / "docs" / name)
    (folder / "docs" / "assets").mkdir()
    shutil.copy(ROOT / "tests" / "cases" / "help.css", folder / "docs" / "assets" / "help.css")
    shutil.copytree(SECOND_GATEWAY, folder / "docs" / "gateways" / SECOND_GATEWAY.name)
    return folder


def replace(root: Path, file: str, find: str, by: str) -> None:
    """Change a file below docs/ as a writer would. What is looked for must stand there exactly once."""
    path = root / "docs" / file
    content = path.read_text(encoding="utf-8")
    assert content.count(find) == 1, f"{find!r} stands {content.count(find)} times in {file}"
    path.write_text(content.replace(find, by), encoding="utf-8")


def problems(root: Path, *, reviews: bool = False) -> list[Diagnostic]:
    """Return what check says of a project, information left out and, unless asked for, what is merely unreviewed."""
    site, diagnostics = load(root, LANGUAGES, TODAY)
    diagnostics = run(site) if site else diagnostics
    wanted = [diagnostic for diagnostic in diagnostics if diagnostic.severity is not Severity.INFO]
    return [diagnostic for diagnostic in wanted if reviews or diagnostic.check != "reviews"]


def accept_all(root: Path, languages: tuple[str, ...] = LANGUAGES) -> None:
    """Record a review of every unit of a project as it stands."""
    site = load_site(root, languages)
    (root / LOCK).write_text(lock_text(site, units(site), "Tester", TODAY), encoding="utf-8")


def load_site(root: Path = ROOT, languages: tuple[str, ...] = LANGUAGES) -> Site:
    """Return a project's site, which must load."""
    site, diagnostics = load(root, languages, TODAY)
    assert site is not None, diagnostics
    return site


def read_data(path: Path) -> Any:
    """Return the data of a test's YAML file."""
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def plain(data: Any) -> Any:
    """Return data with plain strings."""
    if isinstance(data, Mapping):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    return str(data) if isinstance(data, str) else data
