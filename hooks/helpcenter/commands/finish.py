"""helpcenter finish: what MkDocs has built becomes a folder that any static host serves."""

import argparse
import sys
from pathlib import Path

from ..loading.settings import read_settings
from .project import loaded

NAME = "finish"
HELP = "make the built site ready for any static host: assets, search, data files, headers, compression"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("folder", nargs="?", type=Path, help="where MkDocs has built the site (default: site)")


def run(options: argparse.Namespace) -> int:
    """Finish the site, or say why it cannot be."""
    from ..deploy.finish import UnbuiltError, finish  # its libraries would slow down every other command

    site = loaded(options.root)
    if site is None:
        return 1
    try:
        finish(options.folder or options.root / "site", site, read_settings(options.root), options.root / "overrides")
    except (UnbuiltError, FileNotFoundError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0
