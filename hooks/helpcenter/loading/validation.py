"""Validation of a writer's YAML in words that name the line and the mend; and JSON Schema for editors."""

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from ..facts.statements import TAGS
from ..files.diagnostics import Diagnostic, Position, did_you_mean
from ..files.source import KeyPath, Text
from ..files.yaml import Document
from ..model.documents import LabelsFile, MessagesFile, PageMeta, RedirectsFile, StepsFile, TermsFile, TypedFile
from ..model.searched import NotCoveredFile, QueriesFile
from ..model.vocabulary import RuleType, SharedFile

Model = TypeVar("Model", bound=BaseModel)

PUBLISHED: Mapping[str, type[BaseModel]] = {
    "labels": LabelsFile,
    "messages": MessagesFile,
    "not-covered": NotCoveredFile,
    "page": PageMeta,
    "queries": QueriesFile,
    "redirects": RedirectsFile,
    "steps": StepsFile,
    "terms": TermsFile,
    "vocabulary": RuleType,
    "vocabulary-shared": SharedFile,
    "vocabulary-typed": TypedFile,
}

_MESSAGES = {
    "spaces": ("{msg}", "write plain single spaces, and none at the ends"),
    "bool_type": ("must be true or false", "write true or false, without quotes"),
    "currency": ("{msg}", "write a code such as USD"),
    "feedback_url": (
        "{msg}",
        "write a path on this host such as /feedback, or an https: address; remove it for nobody",
    ),
    "i18n": ("{msg}", "name the plugin i18n once, with its languages"),
    "date_type": ("must be a date", "write it like 2026-11-23, without quotes"),
    "file": (
        "{msg}",
        "write the way below docs/assets, such as screens/login.png: lowercase letters, digits and hyphens",
    ),
    "id": ("{msg}", "write an id such as open-settings"),
    "int_type": ("must be a whole number", "write it in digits, without quotes"),
    "is_instance_of": ("must be text", "write the text alone, in quotes"),
    "language_missing": ("has {msg}", "each text has one entry per language"),
    "language_unknown": ("has {msg}", "the languages are those of mkdocs.yml"),
    "list_type": ("must be a list", "write [one, two] or lines that begin with '- '"),
    "one_key": ("{msg}", "write one of them, and another part on a line of its own"),
    "percent": ("{msg}", "count from 0, the left or upper edge, to 100, the other one"),
    "quantity": ("{msg}", "write it like 30 days"),
    "path": (
        "{msg}",
        "lowercase letters, digits, hyphens and slashes, without one at the start and with one at the end",
    ),
    "amount": ("{msg}", "write it like USD 0.50"),
    "country": ("{msg}", "write a code such as IN"),
    "name": ("{msg}", "write a name such as after_failure"),
    "no_source": ("{msg}", "add 'source: …' with the name of one under sources"),
    "publisher": ("{msg}", "write systeme.io, or the id of the gateway whose page it is"),
    "statement": ("{msg}", "write its values, or one of the three"),
    "too_short": ("must have at least one entry", "write one, or remove the key if it is optional"),
    "url": ("{msg}", "write https://… , between straight quotes if any"),
    "word": ("{msg}", "write ui:…, field:…, term:… or text:… with an id, or bar for words that do not matter"),
    "tuple_type": ("must be a list", "write [one, two] or lines that begin with '- '"),
}
_KEYS_WITH_VALUES = ("must be keys with values", "write 'key: value' in {…} or on lines of their own")


def validate(document: Document, model: type[Model], languages: tuple[str, ...]) -> Model | list[Diagnostic]:
    """Return the model of a document, or every problem in it."""
    if document.problems:
        return list(document.problems)
    try:
        return model.model_validate(document.data, context={"languages": languages})
    except ValidationError as error:
        return [_diagnostic(document, model, detail) for detail in _causes(error.errors())]


def _causes(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out lists that only seem too short because their items are refused."""
    places = [detail["loc"] for detail in details]
    return [
        detail
        for detail in details
        if detail["type"] != "too_short"
        or not any(len(place) > len(detail["loc"]) and place[: len(detail["loc"])] == detail["loc"] for place in places)
    ]


def _diagnostic(document: Document, model: type[BaseModel], error: ErrorDetails) -> Diagnostic:
    location: KeyPath = tuple(part for part in error["loc"] if part not in TAGS)
    kind = error["type"]
    if kind == "extra_forbidden":
        parent = _model_at(model, location[:-1])
        known = [field.alias or name for name, field in parent.model_fields.items()] if parent else []
        place = _key_position(document, location)
        return Diagnostic(place, "schema", f"unknown key '{location[-1]}'", did_you_mean(str(location[-1]), known))
    is_key = location[-1:] == ("[key]",)  # the key itself is wrong, not its value
    location = location[:-1] if is_key else location
    place = _key_position(document, location) if is_key else _nearest_position(document, location)
    if kind == "missing":
        return Diagnostic(place, "schema", f"missing key '{location[-1]}'", "add it here")
    named = "" if is_key else next((f"'{part}' " for part in reversed(location) if isinstance(part, str)), "")
    if kind == "literal_error":
        expected = error["ctx"]["expected"]
        return Diagnostic(place, "schema", f"{named}cannot be '{error['input']}'", f"one of {expected}")
    message, hint = _MESSAGES.get(kind, _KEYS_WITH_VALUES if kind.endswith("_type") else ("{msg}", ""))
    return Diagnostic(place, "schema", f"{named}{message.replace('{msg}', error['msg'])}", hint)


def _model_at(model: type[BaseModel], location: KeyPath) -> type[BaseModel] | None:
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


def _nearest_position(document: Document, location: KeyPath) -> Position:
    while location not in document.positions:
        location = location[:-1]
    return document.positions[location]


def _key_position(document: Document, location: KeyPath) -> Position:
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
