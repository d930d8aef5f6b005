"""What is known of a gateway: rules, each one statement or several, with their sources and for whom they hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from ..files.diagnostics import Position
from ..files.source import KeyPath, Text
from .documents import Reference, RulesFile

State = Literal["stated", "said", "decided", "disagree", "not-stated", "not-known"]
"""What is known of a subject: a value; words that a note quotes; that the provider decides; texts that contradict each
other; nothing, though systeme.io's article was read whole; nothing, because it was not."""
STATES: tuple[State, ...] = ("stated", "said", "decided", "disagree", "not-stated", "not-known")
PLATFORM = "systeme.io"
"""The publisher whose word counts for what systeme.io does. All other publishers are gateways, by their ids."""


@dataclass(frozen=True, eq=False)
class Statement:
    """Values of parts with their sources. `countries` and `buyers` say for whom it holds; empty, for everybody."""

    values: Mapping[str, Any]
    sources: tuple[Text, ...]
    state: State
    path: KeyPath
    """Where it is in its file."""
    countries: tuple[str, ...] = ()
    buyers: str = ""
    has_exception: bool = False
    """Whether a note tells an exception."""
    as_of: date | None = None

    @property
    def scope(self) -> tuple[frozenset[str], str]:
        """Return for whom it holds."""
        return frozenset(self.countries), self.buyers

    @property
    def names_its_countries(self) -> bool:
        """Say whether a value is the very countries for which it holds: a sentence then says them once."""
        sets = [frozenset(value) for value in self.values.values() if isinstance(value, tuple)]
        return frozenset(self.countries) in sets if self.countries else False


@dataclass(frozen=True, eq=False)
class Rule:
    """All that is known of one subject."""

    type: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, eq=False)
class Facts:
    """The rules in one file: a gateway's, or those that hold for every gateway. `positions` are those of its values."""

    id: str
    file: RulesFile
    rules: Mapping[str, Rule]
    positions: Mapping[KeyPath, Position]

    def place(self, path: KeyPath) -> Position:
        """Return where a value is, or the nearest key above it."""
        while path not in self.positions:
            path = path[:-1]
        return self.positions[path]

    def reference(self, statement: Statement) -> Reference | None:
        """Return the first source of a statement."""
        names = [name for name in statement.sources if name in self.file.sources]
        return self.file.sources[names[0]] if names else None

    def publisher(self, statement: Statement) -> str:
        """Return who says a statement: systeme.io where one of its sources is systeme.io's."""
        named = [str(self.file.sources[name].by) for name in statement.sources if name in self.file.sources]
        return PLATFORM if PLATFORM in named or not named else named[0]
