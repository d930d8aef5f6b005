"""What has been worked out of a site, and is kept from one site to the next while all that it was made of is the same.

A function is given a window on the site, which notes what it asks for: fields, single items of large mappings, and what
other functions worked out. Of the next site only that is asked again. Nobody has to say what depends on what.
"""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from ..files.source import same

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
Anything = TypeVar("Anything")

_NONE = object()
"""What a mapping has at a key that it has not."""


@dataclass(eq=False)
class Asked:
    """What a function has asked for, and what it was told: fields, items, whether there is an item, all keys, calls."""

    fields: dict[str, Any] = field(default_factory=dict)
    items: dict[str, dict[Any, Any]] = field(default_factory=dict)
    members: dict[str, dict[Any, bool]] = field(default_factory=dict)
    keys: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    calls: dict["Call", Any] = field(default_factory=dict)

    def take_in(self, other: "Asked") -> None:
        """Ask for all that another function has asked for."""
        self.fields.update(other.fields)
        self.keys.update(other.keys)
        self.calls.update(other.calls)
        for name, items in other.items.items():
            self.items.setdefault(name, {}).update(items)
        for name, members in other.members.items():
            self.members.setdefault(name, {}).update(members)


Call = tuple[Callable[..., Any], tuple[Hashable, ...]]


@dataclass(eq=False)
class Answer:
    """What a function returned, what it had asked for, and the last site for which that is known to be the same."""

    value: Any
    asked: Asked
    turn: int


class Items(Mapping[Any, Any]):
    """A mapping of the site as it is at the moment; what is asked for is noted."""

    def __init__(self, memory: "Memory", asked: Asked, name: str) -> None:
        """Look into the mapping that is a field of the site."""
        self._memory, self._asked, self._name = memory, asked, name
        self._items, self._members = asked.items.setdefault(name, {}), asked.members.setdefault(name, {})

    def __getitem__(self, key: Any) -> Any:
        """Return an item."""
        found = self._items[key] = self._memory.mappings[self._name].get(key, _NONE)
        if found is _NONE:
            raise KeyError(key)
        return found

    def __contains__(self, key: object) -> bool:
        """Say whether there is an item."""
        found = self._members[key] = key in self._memory.mappings[self._name]
        return found

    def __iter__(self) -> Iterator[Any]:
        """Yield all keys."""
        keys = self._asked.keys[self._name] = self._memory.keys[self._name]
        return iter(keys)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(list(iter(self)))


class Memory:
    """What has been worked out of the site that it was turned to last."""

    def __init__(self, by_item: tuple[str, ...], window: Callable[["Memory", Asked], Any]) -> None:
        """Note the fields `by_item` item by item; `window` makes what functions are given as their site."""
        self.mappings: dict[str, Mapping[Any, Any]] = {}
        self.keys: dict[str, tuple[Any, ...]] = {}
        self._by_item, self._window = by_item, window
        self._site: Any = None
        self._turn = 0
        self._lasting: dict[Call, Answer] = {}
        self._passing: dict[Call, Answer] = {}

    def turn_to(self, site: Any) -> None:
        """Take another site; what has not changed must be the very same objects as before."""
        self._site, self._turn = site, self._turn + 1
        self._passing.clear()
        for name in self._by_item:
            own = getattr(site, name)
            self.mappings[name] = own if isinstance(own, Mapping) else dict.fromkeys(own, True)
            keys = tuple(own)
            if keys != self.keys.get(name):
                self.keys[name] = keys

    def read(self, asked: Asked, name: str) -> Any:
        """Return a field of the site for a window."""
        if name in self._by_item:
            return Items(self, asked, name)
        asked.fields[name] = value = getattr(self._site, name)
        return value

    def pass_by(self, call: Call, caller: Asked | None) -> Any:
        """Return what a call returns, worked out once for this site. What it asks for, its caller does."""
        answer = self._passing.get(call) or self._passing.setdefault(call, self._work_out(call))
        if caller is not None:
            caller.take_in(answer.asked)
        return answer.value

    def last(self, call: Call, caller: Asked | None) -> Any:
        """Return what a call returns, as before if all that it asked for is. Its caller depends on that alone."""
        answer = self._lasting.get(call)
        if answer is None or not self._holds(answer):
            before, answer = answer, self._work_out(call)
            if before is not None and same(before.value, answer.value):
                answer.value = before.value
            self._lasting[call] = answer
        if caller is not None:
            caller.calls[call] = answer.value
        return answer.value

    def forget(self, function: Callable[..., Any]) -> None:
        """Forget all calls of a function."""
        self._lasting = {call: answer for call, answer in self._lasting.items() if call[0] != function}

    def _work_out(self, call: Call) -> Answer:
        asked = Asked()
        function, args = call
        return Answer(function(self._window(self, asked), *args), asked, self._turn)

    def _holds(self, answer: Answer) -> bool:
        """Say whether a function would be told the same by the site as it is now."""
        if answer.turn == self._turn:
            return True
        asked, site = answer.asked, self._site
        same = (
            all(getattr(site, name) is told for name, told in asked.fields.items())
            and all(self.keys[name] is told for name, told in asked.keys.items())
            and all(
                mapping.get(key, _NONE) is told
                for name, items in asked.items.items()
                for mapping in (self.mappings[name],)
                for key, told in items.items()
            )
            and all(
                (key in mapping) is told
                for name, members in asked.members.items()
                for mapping in (self.mappings[name],)
                for key, told in members.items()
            )
            and all(self.last(call, None) is told for call, told in asked.calls.items())
        )
        answer.turn = self._turn if same else answer.turn
        return same


def remembered(
    function: Callable[Concatenate[Anything, Parameters], Result],
) -> Callable[Concatenate[Anything, Parameters], Result]:
    """Decorate a pure function of a site and hashable values: what it returned once is kept as long as the site."""

    @wraps(function)
    def remembering(site: Anything, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        result: Result = _memory(site).pass_by((function, (*args, *kwargs.values())), vars(site).get("asked"))
        return result

    return remembering


def lasting(
    function: Callable[Concatenate[Anything, Parameters], Result],
) -> Callable[Concatenate[Anything, Parameters], Result]:
    """Decorate a pure function of a site and names: what it returned is kept while all it asked for is the same."""

    @wraps(function)
    def keeping(site: Anything, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        result: Result = _memory(site).last((function, (*args, *kwargs.values())), vars(site).get("asked"))
        return result

    return keeping


def _memory(site: Any) -> Memory:
    memory: Memory = site.memory
    return memory
