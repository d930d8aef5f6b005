"""Validation of a writer's YAML in words that name the line and the mend; and JSON Schema for editors."""

import difflib
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from .diagnostics import Diagnostic, Position
from .model import LexiconFile, MessagesFile, PageMeta, RulesFile, StepsFile, TermsFile
from .source import Document, Path_, Text

Model = TypeVar("Model", bound=BaseModel)

PUBLISHED: Mapping[str, type[BaseModel]] = {
    "lexicon": LexiconFile,
    "messages": MessagesFile,
    "page": PageMeta,
    "rules": RulesFile,
    "steps": StepsFile,
    "terms": TermsFile,
}

_MESSAGES = {
    "bool_type": "must be true or false",
    "date_type": "must be a date such as 2026-11-23",
    "dict_type": "must be keys with values",
    "int_type": "must be a whole number",
    "is_instance_of": "must be text",
    "list_type": "must be a list",
    "mapping_type": "must be keys with values",
    "model_type": "must be keys with values",
    "tuple_type": "must be a list",
}


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint: the nearest known word, or what is known."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1)
    if near:
        return f"did you mean '{near[0]}'?"
    return f"known: {', '.join(names[:12])}{' …' if len(names) > 12 else ''}" if names else "nothing is known here yet"


def validate(document: Document, model: type[Model], languages: tuple[str, ...]) -> Model | list[Diagnostic]:
    """Return the model of a document, or every problem in it."""
    if document.problems:
        return list(document.problems)
    try:
        return model.model_validate(document.data, context={"languages": languages})
    except ValidationError as error:
        return [_diagnostic(document, model, detail) for detail in error.errors()]


def _diagnostic(document: Document, model: type[BaseModel], error: ErrorDetails) -> Diagnostic:
    location: Path_ = error["loc"]
    kind = error["type"]
    if kind == "extra_forbidden":
        parent = _model_at(model, location[:-1])
        known = parent.model_fields if parent else ()
        place = _key_position(document, location)
        return Diagnostic(place, "schema", f"unknown key '{location[-1]}'", did_you_mean(str(location[-1]), known))
    place = _nearest_position(document, location)
    if kind == "missing":
        return Diagnostic(place, "schema", f"missing key '{location[-1]}'", "add it here")
    named = f"'{location[-1]}' " if location and isinstance(location[-1], str) else ""
    if kind in ("language_missing", "language_unknown"):
        return Diagnostic(place, "schema", f"{named}has {error['msg']}", "each text has one entry per language")
    if kind == "literal_error":
        expected = error["ctx"]["expected"]
        return Diagnostic(place, "schema", f"{named}cannot be '{error['input']}'", f"one of {expected}")
    return Diagnostic(place, "schema", f"{named}{_MESSAGES.get(kind, error['msg'])}")


def _model_at(model: type[BaseModel], location: Path_) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    for part in location:
        if current and part in current.model_fields:
            field = current.model_fields[str(part)]
            current = _model_in(field.annotation) or current
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for argument in get_args(annotation) if (model := _model_in(argument))), None)


def _nearest_position(document: Document, location: Path_) -> Position:
    while location not in document.positions:
        location = location[:-1]
    return document.positions[location]


def _key_position(document: Document, location: Path_) -> Position:
    mapping = document.data
    for part in location[:-1]:
        mapping = mapping[part]
    key = next(key for key in mapping if key == location[-1])
    return key.at() if isinstance(key, Text) else _nearest_position(document, location)


def json_schema(model: type[BaseModel], languages: tuple[str, ...]) -> dict[str, Any]:
    """Return the JSON Schema that editors complete and flag with, the site's languages written out."""
    schema = model.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    written: dict[str, Any] = _write_languages(schema, languages)
    return written


def _write_languages(node: Any, languages: tuple[str, ...]) -> Any:
    if isinstance(node, list):
        return [_write_languages(item, languages) for item in node]
    if not isinstance(node, dict):
        return node
    if not node.get("x-languages"):
        return {key: _write_languages(value, languages) for key, value in node.items()}
    text = {"type": "string", "minLength": 1}
    rest = {key: value for key, value in node.items() if key != "x-languages"}
    properties = dict.fromkeys(languages, text)
    return {**rest, "properties": properties, "required": list(languages), "additionalProperties": False}
