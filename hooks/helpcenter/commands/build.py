"""helpcenter build: the finished site, ready for any static host."""

import argparse
import logging
import runpy
import sys

NAME = "build"
HELP = "build the site, ready for any static host; the old one stays until the new one is whole"


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Take no arguments."""


def run(options: argparse.Namespace) -> int:
    """Build the site, or say why it cannot be."""
    from ..deploy.finish import finish  # its libraries would slow down every other command
    from ..deploy.folder import replaced

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    pages_by_mkdocs = runpy.run_path(str(options.root / "hooks" / "main.py"))["build"]
    cache = options.root / ".cache"
    try:
        with replaced(options.root / "site", cache) as folder:
            finish(folder, pages_by_mkdocs(options.root, folder), cache / "kept")
    except (OSError, SystemExit) as problem:  # MkDocs leaves by the latter, when it has said why
        print(problem, file=sys.stderr)
        return 1
    return 0
