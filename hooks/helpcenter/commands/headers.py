"""helpcenter headers: the headers of a finished site, as a server's own configuration."""

import argparse
import sys
from pathlib import Path

from ..deploy.headers import as_caddy, as_nginx, read_headers_file
from .project import languages_of

NAME = "headers"
HELP = "print the finished site's headers for nginx or Caddy"
WRITERS = {"nginx": as_nginx, "caddy": as_caddy}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("server", choices=WRITERS)
    parser.add_argument("folder", nargs="?", type=Path, help="the finished site (default: site)")


def run(options: argparse.Namespace) -> int:
    """Print the fragment."""
    path = (options.folder or options.root / "site") / "_headers"
    if not path.exists():
        print(f"no {path}: run make build first", file=sys.stderr)
        return 1
    others = languages_of(options.root)[1:]
    print(WRITERS[options.server](read_headers_file(path.read_text(encoding="utf-8")), others), end="")
    return 0
