"""helpcenter check: every problem in the writers' files."""

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from ..diagnostics import Diagnostic, as_github, as_json, as_text, errors
from .project import checked

NAME = "check"
HELP = "check the writers' files"
REPORTERS: Mapping[str, Callable[[list[Diagnostic]], str]] = {"text": as_text, "json": as_json, "github": as_github}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="report what is wrong in these files or because of them"
    )
    parser.add_argument("--format", choices=REPORTERS, default="text", dest="reporter")
    parser.add_argument("--as-of", type=date.fromisoformat, help="count the age of facts from this day, not today")


def run(options: argparse.Namespace) -> int:
    """Report every problem. 0 only when articles were found and nothing is wrong with them."""
    site, diagnostics = checked(options.root, options.as_of)
    if options.files:
        names = {path.resolve().relative_to(options.root).as_posix() for path in options.files}
        diagnostics = [diagnostic for diagnostic in diagnostics if _concerns(diagnostic, names)]
    report = REPORTERS[options.reporter](diagnostics)
    if report:
        print(report)
    wrong = len(errors(diagnostics))
    if wrong or site is None:
        print(f"{wrong} problem{'' if wrong == 1 else 's'}", file=sys.stderr)
        return 1
    counts = ((len(site.gateways), "gateway"), (len(site.pages), "page"), (len(site.languages), "language"))
    print("all is well: " + ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in counts), file=sys.stderr)
    return 0


def _concerns(diagnostic: Diagnostic, names: set[str]) -> bool:
    """Say whether a problem lies in one of the files, or names one of them as the home of its rule."""
    return diagnostic.position.file in names or any(f"({name}:" in diagnostic.message for name in names)
