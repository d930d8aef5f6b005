"""What is wrong, where, and how to mend it: plain values, printed by three reporters."""

import difflib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs: only errors stop a build."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, order=True)
class Position:
    """A place in a writer's file: path from the project's root, line and column counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return `file:line:col`."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One problem. `check` names the check, which has a page of the same name in the writers' guide.

    Where they are known, `mend` is what to write at the place, and `command` what a writer may run instead.
    """

    position: Position
    check: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    mend: str = ""
    command: str = ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint: the nearest known word, or what is known."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"known: {', '.join(names[:12])}{' …' if len(names) > 12 else ''}" if names else "nothing is known here yet"


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return those diagnostics that stop a build."""
    return [diagnostic for diagnostic in diagnostics if diagnostic.severity is Severity.ERROR]


def as_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Return `file:line:col: check: message`, with the hint indented below."""
    return "\n".join(_text(diagnostic) for diagnostic in diagnostics)


def _text(diagnostic: Diagnostic) -> str:
    weight = "" if diagnostic.severity is Severity.ERROR else f"{diagnostic.severity}: "
    line = f"{diagnostic.position}: {diagnostic.check}: {weight}{diagnostic.message}"
    return f"{line}\n    hint: {diagnostic.hint}" if diagnostic.hint else line


def as_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return a JSON array with one flat object per diagnostic."""
    rows = [
        {
            "file": diagnostic.position.file,
            "line": diagnostic.position.line,
            "column": diagnostic.position.column,
            "severity": diagnostic.severity,
            "check": diagnostic.check,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
        }
        for diagnostic in diagnostics
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


_GITHUB_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Return GitHub workflow commands, which annotate the lines of a pull request."""
    return "\n".join(
        f"::{_GITHUB_COMMANDS[diagnostic.severity]} "
        f"file={_escape_property(diagnostic.position.file)},line={diagnostic.position.line},"
        f"col={diagnostic.position.column},title={_escape_property(diagnostic.check)}"
        f"::{_escape_data(' '.join(filter(None, (diagnostic.message, diagnostic.hint))))}"
        for diagnostic in diagnostics
    )


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
