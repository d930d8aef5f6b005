"""Writers' files, and strings that remember their line and column in them."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import cached_property, wraps
from operator import is_
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from .diagnostics import Diagnostic, Position

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
KeyPath = tuple[str | int, ...]
"""The way to a value inside a YAML document: keys and list indexes."""

MOST_BYTES = {".md": 64 * 1024, ".yml": 256 * 1024}
"""How large a file may be, by its ending: a page is read, data in many languages are long."""

_BLANKS = " \t\n"


@dataclass(frozen=True)
class Source:
    """One file as read: `name` is its path from the project's root, with forward slashes."""

    name: str
    content: str

    def position(self, index: int) -> Position:
        """Return line and column of the character at `index`."""
        line = bisect_right(self.line_starts, index)
        return Position(self.name, line, index - self.line_starts[line - 1] + 1)

    @cached_property
    def line_starts(self) -> list[int]:
        """Return the index of each line's first character."""
        return [0, *(match.end() for match in re.finditer("\n", self.content))]


class Text(str):
    """A string from a writer's file. `start` is the index of its first character (or quote) in the source."""

    source: Source
    start: int

    def __new__(cls, value: str, source: Source, start: int) -> "Text":
        """Bind `value` to its place."""
        text = super().__new__(cls, value)
        text.source = source
        text.start = start
        return text

    def source_index(self, offset: int = 0) -> int:
        """Return where in the source the character at `offset` is.

        Line breaks and indents count as spaces. Where the raw text was written with escapes, the start is returned.
        """
        return self._places[min(offset, len(self)) if offset >= 0 else max(0, len(self) + offset)]

    @cached_property
    def _places(self) -> Sequence[int]:
        """Return `source_index` of each character and of the end, all found in one go."""
        raw, place = self.source.content, self.start
        if raw.startswith(self, place):
            return range(place, place + len(self) + 1)
        if raw[place : place + 1] in ("|", ">"):
            place = raw.index("\n", place) + 1
        elif raw[place : place + 1] in ("'", '"') and not self.startswith(raw[place]):
            place += 1
        found = list[int]()
        for character in self:
            if character not in _BLANKS:
                place = _skip_blanks(raw, place)
            found.append(place)
            if character not in _BLANKS:
                if raw[place : place + 1] != character:
                    return found + [self.start] * (len(self) + 1 - len(found))
                place += 1
        return [*found, place]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the source the characters from `start` to before `end` begin and end."""
        return self.source_index(start), self.source_index(end - 1) + 1

    def at(self, offset: int = 0) -> Position:
        """Return line and column of the character at `offset`."""
        return self.source.position(self.source_index(offset))

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let a model hold the string together with its place."""
        return core_schema.is_instance_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe it to editors as a string."""
        return {"type": "string", "minLength": 1}


def _skip_blanks(raw: str, place: int) -> int:
    while place < len(raw) and raw[place] in _BLANKS:
        place += 1
    return place


def read_source(path: Path, root: Path) -> Source | Diagnostic:
    """Read a UTF-8 file, or say why it cannot be read."""
    name = path.relative_to(root).as_posix()
    try:
        most = MOST_BYTES.get(path.suffix)  # locks are written by tools
        if most is not None and path.stat().st_size > most:
            message = f"larger than {most // 1024} KiB"
            return Diagnostic(Position(name, 1, 1), "files", message, "split it: no reader wants so long a page")
        content = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Diagnostic(Position(name, line, 1), "files", f"not UTF-8: {error.reason}", "save the file as UTF-8")
    except OSError as error:
        return Diagnostic(Position(name, 1, 1), "files", f"cannot be read: {error.strerror}", "make it a readable file")
    for character, what in (("\ufeff", "a byte order mark"), ("\0", "a NUL character")):
        if character in content:
            place = Source(name, content).position(content.index(character))
            return Diagnostic(place, "files", f"{what}, which nobody sees", "save the file as UTF-8 without it")
    return Source(name, content)


def same(one: Any, other: Any) -> bool:
    """Say whether two values are the same, with the places of their texts; models are only if they are one object."""
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if isinstance(one, Text):
        return str(one) == str(other) and one.start == other.start and one.source == other.source
    if isinstance(one, Mapping):
        return list(one) == list(other) and all(same(value, other[key]) for key, value in one.items())
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(map(same, one, other))
    if is_dataclass(one) and not isinstance(one, type):
        return all(same(getattr(one, own.name), getattr(other, own.name)) for own in fields(one))
    return isinstance(one, (str, int, date, frozenset, set)) and bool(one == other)


def _are_same(some: tuple[Any, ...], others: tuple[Any, ...]) -> bool:
    """Say the same as `same`, at once where all are the very same objects, as they mostly are."""
    return (len(some) == len(others) and all(map(is_, some, others))) or same(some, others)


KEPT: list[dict[str, tuple[tuple[Any, ...], Any]]] = []
"""What each function keeps, by the names of files."""


def kept(
    function: Callable[Concatenate[Source, Parameters], Result],
) -> Callable[Concatenate[Source, Parameters], Result]:
    """Decorate a pure function of a file: what it returned last for a name is kept while its arguments are the same."""
    memory: dict[str, tuple[tuple[Any, ...], Result]] = {}
    KEPT.append(memory)

    @wraps(function)
    def keeping(source: Source, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        given = (source, *args, *kwargs.values())
        known = memory.get(source.name)
        if known is None or not _are_same(known[0], given):
            known = memory[source.name] = given, function(source, *args, **kwargs)
        return known[1]

    return keeping
