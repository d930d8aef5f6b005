"""helpcenter build: the finished site, ready for any static host."""

import argparse
import gc
import logging
import runpy
import sys
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from sqlite3 import OperationalError

from ..checks import run as run_checks
from ..files.diagnostics import Diagnostic, as_text
from ..loading.load import load
from ..loading.settings import Settings, read_settings
from ..model.site import Site
from ..pages.page import Renderer, audience_of, environment, stopped_by
from ..reviews.history import commit

NAME = "build"
HELP = "build the site, ready for any static host; the old one stays until the new one is whole"


class ProblemsError(Exception):
    """The writers' files have problems, which have been printed."""


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(options: argparse.Namespace) -> int:
    """Build the site, or say why it cannot be."""
    gc.disable()  # which would search all pages again and again for what could go; a build ends soon
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    try:
        build(options.root)
    except (
        OSError,
        OperationalError,
        ProblemsError,
        SystemExit,
    ) as problem:  # MkDocs leaves by the last one, when it has said why
        print(problem, file=sys.stderr)
        return 1
    return 0


def build(root: Path) -> None:
    """Build the site of a project in its folder `site`. What is wrong in it is looked for meanwhile."""
    from ..deploy.aside import Aside
    from ..deploy.folder import CACHE, SITE, replaced

    settings = read_settings(root)
    site, diagnostics = load(root, tuple(settings.languages), date.today())
    if site is None:
        raise _refused(diagnostics, settings)
    renderers = _renderers(root, site, settings, root / CACHE / "templates")
    checking = Aside(partial(run_checks, site))
    # What follows is imported meanwhile, and would slow down every other command.
    from ..deploy.finish import finish
    from ..deploy.progress import Progress
    from ..deploy.wall import StrangerError

    def stop_early() -> None:
        if checking.is_done() and stopped_by(checking.result, audience_of(settings)):
            sys.exit(1)  # MkDocs lets it pass; why is said below

    with replaced(root / SITE, root / CACHE) as folder, Progress(stop_early) as progress:
        try:
            progress.begin("pages", sum(map(len, site.pages.values())))
            runpy.run_path(str(root / "hooks" / "main.py"))["build"](root, folder, renderers, progress.step)
            finish(folder, root, renderers, progress)
        except StrangerError as strange:
            raise ProblemsError(f"what was built is not published: it holds what is not ours\n{strange}") from strange
        finally:
            _require(checking.result, settings)  # where there are problems, they may be why something else failed


def _renderers(root: Path, site: Site, settings: Settings, compiled: Path) -> Mapping[str, Renderer]:
    compiled.mkdir(parents=True, exist_ok=True)
    templates, audience = environment(root / "overrides", compiled), audience_of(settings)
    built_from = commit(root)
    return {one: Renderer(site, one, templates, settings, audience, built_from) for one in settings.languages}


def _require(diagnostics: list[Diagnostic], settings: Settings) -> None:
    """Raise what stops a build; print the rest."""
    if stopped_by(diagnostics, audience_of(settings)):
        raise _refused(diagnostics, settings)
    if diagnostics:
        print(as_text(diagnostics), file=sys.stderr)


def _refused(diagnostics: list[Diagnostic], settings: Settings) -> ProblemsError:
    stopping = stopped_by(diagnostics, audience_of(settings))
    return ProblemsError(f"{as_text(stopping)}\n{len(stopping)} problems in the writers' files")
