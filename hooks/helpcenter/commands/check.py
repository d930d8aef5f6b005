"""helpcenter check: every problem in the writers' files."""

import argparse
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from ..files.diagnostics import Diagnostic, as_github, as_json, as_text, errors
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
    parser.add_argument("--as-of", type=_day, help="count the age of facts from this day, not today")


def run(options: argparse.Namespace) -> int:
    """Report every problem. 0 only when articles were found and nothing is wrong with them."""
    site, diagnostics = checked(options.root, options.as_of)
    if options.files:
        names = _names(options.root, options.files)
        unknown = [str(path) for path in options.files if not path.exists()]
        if unknown or not names:
            print(f"no such file: {', '.join(unknown) or 'nothing to check there'}", file=sys.stderr)
            return 2
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


def _names(root: Path, paths: list[Path]) -> set[str]:
    """Return the files that are meant: a folder means all below it."""
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*"))]
    return {file.resolve().relative_to(root).as_posix() for file in files if file.resolve().is_relative_to(root)}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no day: write it like 2026-11-23") from error


def _concerns(diagnostic: Diagnostic, names: set[str]) -> bool:
    """Say whether a problem lies in one of the files, or names one of them as the home of its rule."""
    return diagnostic.position.file in names or any(f"({name}:" in diagnostic.message for name in names)
