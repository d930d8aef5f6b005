"""What the commands share: a project, loaded and checked."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ..checks import run
from ..files.diagnostics import Diagnostic, as_text, errors
from ..loading.load import load
from ..loading.settings import read_settings
from ..model.site import Site


def languages_of(root: Path) -> tuple[str, ...]:
    """Return the languages that `mkdocs.yml` builds, the default one first."""
    return tuple(read_settings(root).languages)


def checked(root: Path, today: date | None = None, files: Iterable[str] = ()) -> tuple[Site | None, list[Diagnostic]]:
    """Return a project's site, None where a file cannot be read, and all that is to be said of it, or of some files."""
    site, diagnostics = load(root, languages_of(root), today or date.today())
    return site, run(site, files) if site else diagnostics


def loaded(root: Path) -> Site | None:
    """Return a project's site, or print why it cannot be read."""
    site, diagnostics = load(root, languages_of(root), date.today())
    if site is None:
        print(as_text(errors(diagnostics)), file=sys.stderr)
    return site
