"""Writers' files as plain data in which every string remembers its line and column.

YAML is read strictly: what a reader could misunderstand (anchors, tags, duplicate keys, several documents) is refused,
and a plain scalar is a number, a truth value or a date only in its one obvious spelling.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .diagnostics import Diagnostic, Position

Path_ = tuple[str | int, ...]
"""The way to a value inside a YAML document: keys and list indexes."""

MOST_BYTES = 64 * 1024
DEEPEST = 8

_BLANKS = " \t\n"
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Source:
    """One file as read: `name` is its path from the project's root, with forward slashes."""

    name: str
    content: str

    def position(self, index: int) -> Position:
        """Return line and column of the character at `index`."""
        before = self.content[:index]
        return Position(self.name, before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1)


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
        """Return where in the source the character at `offset` stands.

        Line breaks and indents count as blanks. Where the raw text was written with escapes, the start is returned.
        """
        raw, place = self.source.content, self.start
        if raw[place : place + 1] in ("|", ">"):
            place = raw.index("\n", place) + 1
        elif raw[place : place + 1] in ("'", '"') and not self.startswith(raw[place]):
            place += 1
        for character in self[:offset]:
            if character in _BLANKS:
                continue
            place = _skip_blanks(raw, place)
            if raw[place : place + 1] != character:
                return self.start
            place += 1
        if offset < len(self) and self[offset] not in _BLANKS:
            place = _skip_blanks(raw, place)
        return place

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


@dataclass(frozen=True)
class Document:
    """A YAML file: plain `data` (None when it could not be read), the place of every value, and the problems met."""

    source: Source
    data: Any
    positions: Mapping[Path_, Position]
    problems: tuple[Diagnostic, ...]


def read_source(path: Path, root: Path) -> Source | Diagnostic:
    """Read a UTF-8 file, or say why it cannot be read."""
    name = path.relative_to(root).as_posix()
    try:
        if path.stat().st_size > MOST_BYTES and path.suffix != ".lock":  # locks are written by tools
            message = f"larger than {MOST_BYTES // 1024} KiB"
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


@dataclass
class _Reader:
    source: Source
    positions: dict[Path_, Position] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    anchored: set[int] = field(default_factory=set)

    def refuse(self, node: Node, message: str, hint: str = "") -> None:
        self.problems.append(Diagnostic(self.place(node), "yaml", message, hint))

    def place(self, node: Node) -> Position:
        return self.source.position(node.start_mark.index)

    def value(self, node: Node, path: Path_) -> Any:
        self.positions[path] = self.place(node)
        if node.anchor:
            if id(node) in self.anchored:
                return None  # an alias, which may lead to itself; its anchor is refused already
            self.anchored.add(id(node))
            self.refuse(node, f"anchor '&{node.anchor}'", "write each value out, without anchors and aliases")
        if self._has_tag(node):
            self.refuse(node, f"tag '{node.tag}'", "write plain text, numbers, lists and keys only")
        if len(path) > DEEPEST:
            self.refuse(node, f"nested deeper than {DEEPEST} levels", "keep to the keys that the schema knows")
            return None
        if isinstance(node, MappingNode):
            return self.mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        assert isinstance(node, ScalarNode)
        return self.scalar(node)

    @staticmethod
    def _has_tag(node: Node) -> bool:
        resolved = getattr(node, "ctag", None)
        return resolved is not None and resolved.handle is not None

    def mapping(self, node: MappingNode, path: Path_) -> dict[str, Any]:
        result: dict[str, Any] = {}
        places: dict[str, Position] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, ScalarNode) else None
            if key is None or key == "<<":
                self.refuse(key_node, "a key must be plain text", "merge keys and complex keys are not used here")
                continue
            if key in places:
                self.refuse(key_node, f"duplicate key '{key}'", f"it stands already at line {places[key].line}")
                continue
            places[key] = self.place(key_node)
            if isinstance(value_node, ScalarNode) and not value_node.value:
                value_node.start_mark = key_node.start_mark  # an empty value stands where its key does
            result[Text(key, self.source, key_node.start_mark.index)] = self.value(value_node, (*path, key))
        return result

    def scalar(self, node: ScalarNode) -> Any:
        text = str(node.value).rstrip("\n")  # a folded scalar ends with a line break that nobody meant
        if not text.strip():
            self.refuse(node, "empty value", "write a value or remove the key; in {…} a text with a comma needs quotes")
            return None
        if node.style is None:
            if text in ("true", "false"):
                return text == "true"
            if _INTEGER.fullmatch(text):
                return int(text)
            if _DATE.fullmatch(text):
                return self.date(node, text)
        return Text(text, self.source, node.start_mark.index)

    def date(self, node: ScalarNode, text: str) -> datetime.date | None:
        try:
            return datetime.date.fromisoformat(text)
        except ValueError as error:
            self.refuse(node, f"no such date '{text}'", str(error))
            return None


def _yaml() -> YAML:
    return YAML(typ="safe", pure=True)  # YAML 1.2; the round-trip loader leaves fold marks in its strings


@lru_cache(maxsize=512)
def read_yaml(source: Source, content: str | None = None) -> Document:
    """Read a YAML file, or the YAML part of one: `content` must keep every character's index in the source.

    What was read once is kept: nobody changes a document.
    """
    reader = _Reader(source)
    text = source.content if content is None else content
    try:
        node = _yaml().compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = source.position(mark.index) if mark else Position(source.name, 1, 1)
        problem = Diagnostic(place, "yaml", error.problem or str(error.context), "check indents, colons and quotes")
        return Document(source, None, {}, (problem,))
    except RecursionError:
        problem = Diagnostic(Position(source.name, 1, 1), "yaml", f"nested deeper than {DEEPEST} levels", "flatten it")
        return Document(source, None, {}, (problem,))
    except YAMLError as error:
        return Document(source, None, {}, (Diagnostic(Position(source.name, 1, 1), "yaml", str(error)),))
    if node is None:
        return Document(
            source,
            None,
            {},
            (Diagnostic(Position(source.name, 1, 1), "yaml", "nothing in this file", "write it, or remove it"),),
        )
    data = reader.value(node, ())
    return Document(source, data, reader.positions, tuple(reader.problems))
