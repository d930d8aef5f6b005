"""YAML as plain data in which every string remembers its line and column.

It is read strictly: what a reader could misunderstand (anchors, tags, duplicate keys, several documents) is refused,
and a plain scalar is a number, a truth value or a date only in its one obvious spelling.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from .diagnostics import Diagnostic, Position
from .source import KeyPath, Source, Text

DEEPEST = 8

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Document:
    """A YAML file: plain `data` (None when it could not be read), the place of every value, and the problems met."""

    source: Source
    data: Any
    positions: Mapping[KeyPath, Position]
    problems: tuple[Diagnostic, ...]


@dataclass
class _Reader:
    """Turns the parser's events into plain data. What is nested too deep is passed over without recursion."""

    source: Source
    events: Iterator[yaml.Event]
    positions: dict[KeyPath, Position] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)

    def refuse(self, event: yaml.Event, message: str, hint: str = "") -> None:
        self.problems.append(Diagnostic(self.place(event), "yaml", message, hint))

    def place(self, event: yaml.Event) -> Position:
        return self.source.position(_start(event))

    def document(self) -> Any:
        """Return the data of the only document: None, with a problem, where there is none or another one."""
        if not isinstance(next(self.events), yaml.DocumentStartEvent):
            place = Position(self.source.name, 1, 1)
            self.problems.append(Diagnostic(place, "yaml", "nothing in this file", "write it, or remove it"))
            return None
        data = self.value(next(self.events), ())
        next(self.events)  # the document's end
        following = next(self.events)
        if not isinstance(following, yaml.StreamEndEvent):
            self.problems.clear()
            self.refuse(following, "but found another document", "check indents, colons and quotes")
            return None
        return data

    def value(self, event: yaml.Event, path: KeyPath) -> Any:
        self.positions[path] = self.place(event)
        if isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                self.refuse(event, f"found undefined alias '{event.anchor}'", "check indents, colons and quotes")
            return None  # its anchor is refused already
        assert isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent))
        if event.anchor:
            self.anchors.add(event.anchor)
            self.refuse(event, f"anchor '&{event.anchor}'", "write each value out, without anchors and aliases")
        if event.tag:
            self.refuse(event, f"tag '{event.tag}'", "write plain text, numbers, lists and keys only")
        if len(path) > DEEPEST:
            self.refuse(event, f"nested deeper than {DEEPEST} levels", "keep to the keys that the schema knows")
            self.pass_over(event)
            return None
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        items = self.until_end()
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(items, path)
        return [self.value(item, (*path, index)) for index, item in enumerate(items)]

    def until_end(self) -> Iterator[yaml.Event]:
        """Yield the first event of each item of the collection that has begun."""
        while not isinstance(event := next(self.events), yaml.CollectionEndEvent):
            yield event

    def pass_over(self, event: yaml.Event) -> None:
        """Go on behind the value that begins with the event."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def mapping(self, items: Iterator[yaml.Event], path: KeyPath) -> dict[str, Any]:
        result: dict[str, Any] = {}
        places: dict[str, Position] = {}
        for key_event in items:
            key = key_event.value if isinstance(key_event, yaml.ScalarEvent) else None
            problem = self._problem_of_key(key, places)
            if key is None or problem:
                self.refuse(key_event, *problem)
                self.pass_over(key_event)
                self.pass_over(next(items))
                continue
            places[key] = self.place(key_event)
            value_event = next(items)
            if isinstance(value_event, yaml.ScalarEvent) and not value_event.value:
                value_event.start_mark = key_event.start_mark  # an empty value has the place of its key
            result[Text(key, self.source, _start(key_event))] = self.value(value_event, (*path, key))
        return result

    @staticmethod
    def _problem_of_key(key: str | None, places: Mapping[str, Position]) -> tuple[str, ...]:
        if key is None or key == "<<":
            return ("a key must be plain text", "merge keys and complex keys are not used here")
        if key in places:
            return (f"duplicate key '{key}'", f"it is already at line {places[key].line}")
        return ()

    def scalar(self, event: yaml.ScalarEvent) -> Any:
        text = event.value.rstrip("\n")  # a folded scalar ends with a line break that nobody meant
        if not text.strip():
            hint = "write a value or remove the key; in {…} a text with a comma needs quotes"
            self.refuse(event, "empty value", hint)
            return None
        if not event.style:
            if text in ("true", "false"):
                return text == "true"
            if _INTEGER.fullmatch(text):
                return int(text)
            if _DATE.fullmatch(text):
                return self.date(event, text)
        return Text(text, self.source, _start(event))

    def date(self, event: yaml.ScalarEvent, text: str) -> datetime.date | None:
        try:
            return datetime.date.fromisoformat(text)
        except ValueError as error:
            self.refuse(event, f"no such date '{text}'", str(error))
            return None


def _start(event: yaml.Event) -> int:
    assert event.start_mark is not None  # every parsed event has one
    return event.start_mark.index


def read_yaml(source: Source, content: str | None = None) -> Document:
    """Read a YAML file, or the YAML part of one: `content` must keep every character's index in the source."""
    text = source.content if content is None else content
    try:
        events = iter(list(yaml.parse(text, Loader=yaml.CSafeLoader)))
    except yaml.YAMLError as error:
        return Document(source, None, {}, (_syntax_error(source, text, error),))
    next(events)  # the stream's start
    reader = _Reader(source, events)
    data = reader.document()
    return Document(source, data, reader.positions, tuple(reader.problems))


def _syntax_error(source: Source, text: str, error: Exception) -> Diagnostic:
    """Say what is wrong in the words of the parser in Python, which names the character at fault; it is slow."""
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as better:
        error = better
    except RecursionError:
        pass  # so deep that only the parser in C came to an end
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    place = source.position(mark.index) if mark else Position(source.name, 1, 1)
    message = getattr(error, "problem", None) or getattr(error, "context", None) or str(error)
    return Diagnostic(place, "yaml", message, "check indents, colons and quotes")
