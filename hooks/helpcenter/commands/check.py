"""helpcenter check: every problem in the writers' files."""

import argparse
import contextlib
import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from ..checks.claims import every_wrong_claim, mends
from ..files.diagnostics import Diagnostic, as_github, as_json, as_text, errors
from ..model.site import Site
from .project import checked

NAME = "check"
HELP = "check the writers' files"
Reporter = Callable[[list[Diagnostic]], str]
BEGINS, ENDS = "checking", "checked"
"""Lines around each report of --watch, by which editors know where one begins and ends."""
REPORTERS: Mapping[str, Reporter] = {"text": as_text, "json": as_json, "github": as_github}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="report what is wrong in these files or because of them"
    )
    parser.add_argument("--format", choices=REPORTERS, default="text", dest="reporter")
    parser.add_argument("--fix", action="store_true", help="write the first way of the hint where a claim is wrong")
    parser.add_argument("--watch", action="store_true", help="report again after each save, until interrupted")
    parser.add_argument("--as-of", type=_day, help="count the age of facts from this day, not today")


def run(options: argparse.Namespace) -> int:
    """Report every problem. 0 only when articles were found and nothing is wrong with them."""
    names = _names(options.root, options.files)
    unknown = [str(path) for path in options.files if not path.exists()]
    if unknown or (options.files and not names):
        print(f"no such file: {', '.join(unknown) or 'nothing to check there'}", file=sys.stderr)
        return 2
    if options.watch:
        return _watch(options.root, names, REPORTERS[options.reporter])
    site, diagnostics = checked(options.root, options.as_of, names)
    if options.fix and site is not None:
        print(f"mended claims: {fix(options.root, site, names)}", file=sys.stderr)
        site, diagnostics = checked(options.root, options.as_of, names)
    return _report(site, _concerning(diagnostics, names), REPORTERS[options.reporter])


def _watch(root: Path, names: set[str], reporter: Reporter) -> int:
    """Report every problem, and again after each save; what editors look for is said around each report."""
    import asyncio  # these would slow down every other command

    from ..preview.following import follow

    def report(site: Site | None, diagnostics: list[Diagnostic]) -> None:
        print(BEGINS)
        _report(site, _concerning(diagnostics, names), reporter)
        print(ENDS, flush=True)

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(follow(root, report))
    return 0


def _report(site: Site | None, diagnostics: list[Diagnostic], reporter: Reporter) -> int:
    as_people_read = reporter is as_text
    report = reporter(_without_reviews(diagnostics) if as_people_read else diagnostics)
    if report:
        print(report)
    waiting = len({_unit(diagnostic) for diagnostic in diagnostics if diagnostic.check == "reviews"})
    if waiting and as_people_read:
        print(f"{_counted(waiting, 'text')} wait{'s' if waiting == 1 else ''} for review: helpcenter drift")
    wrong = len(errors(_without_reviews(diagnostics)))
    if wrong or site is None:
        print(_counted(wrong, "problem"), file=sys.stderr)
    if wrong or waiting or site is None:
        return 1
    counts = ((len(site.gateways), "gateway"), (len(site.pages), "page"), (len(site.languages), "language"))
    print("all is well: " + ", ".join(_counted(*one) for one in counts), file=sys.stderr)
    return 0


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _without_reviews(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in diagnostics if diagnostic.check != "reviews"]


def _unit(diagnostic: Diagnostic) -> str:
    """Return the unit of which a diagnostic of reviews speaks: it names it in quotes, once for each language."""
    return diagnostic.message.split("'")[1]


def fix(root: Path, site: Site, only: set[str]) -> int:
    """Write the first way to say its rule into each wrong claim, if need be `only` in some files; return how many."""
    edits: dict[str, list[tuple[int, int, str]]] = {}
    for unit, link, _ in every_wrong_claim(site):
        ways = mends(site, unit, link)
        if ways and (not only or unit.text.source.name in only):
            last = link.offset + link.length - len(f"](rule:{link.target})")  # words may have marks
            start, end = unit.text.span(link.offset + 1, last)
            edits.setdefault(unit.text.source.name, []).append((start, end, ways[0]))
    for name, own in edits.items():
        content = (root / name).read_text(encoding="utf-8")
        for start, end, words in sorted(own, reverse=True):
            content = content[:start] + words + content[end:]
        (root / name).write_text(content, encoding="utf-8")
    return sum(map(len, edits.values()))


def _names(root: Path, paths: list[Path]) -> set[str]:
    """Return the files that are meant: a folder means all below it."""
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*"))]
    return {file.resolve().relative_to(root).as_posix() for file in files if file.resolve().is_relative_to(root)}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"'{text}' is no day: write it like 2026-11-23") from error


def _concerning(diagnostics: list[Diagnostic], names: set[str]) -> list[Diagnostic]:
    """Return what is said of some files; of all where none are named."""
    return [one for one in diagnostics if not names or _concerns(one, names)]


def _concerns(diagnostic: Diagnostic, names: set[str]) -> bool:
    """Say whether a problem lies in one of the files, or names one of them as the home of its rule."""
    return diagnostic.position.file in names or any(f"({name}:" in diagnostic.message for name in names)
