"""The keys under which a rule type has its sentences: the parts that they say, some with a value."""

from collections.abc import Mapping

from ..model.vocabulary import Part
from .kinds import Value
from .patterns import PatternError


def parse_key(key: str, parts: Mapping[str, Part]) -> tuple[tuple[str, ...], Mapping[str, Value]]:
    """Return the parts that a key of `say` or `read` names, and the values of those that it gives one: "count=0"."""
    names, constants = list[str](), dict[str, Value]()
    for word in key.split():
        name, has_value, value = word.partition("=")
        if name not in parts:
            raise PatternError(f"'{name}' is no part of this rule: {', '.join(parts)}")
        names.append(name)
        if has_value:
            constants[name] = _constant(parts[name], value)
    return tuple(names), constants


def _constant(part: Part, value: str) -> Value:
    if part.choice and not part.set and value in part.choice:
        return value
    if part.kind == "yes_no" and value in ("true", "false"):
        return value == "true"
    if part.kind == "count" and value.isdigit():
        return int(value)
    raise PatternError(f"'{value}' cannot be said by a key")
