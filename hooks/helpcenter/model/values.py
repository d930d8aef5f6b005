"""The kinds of values that writers' YAML holds, each with its check and its description for editors."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ..engine.typed import UNITS
from ..files.source import Text

ID_PATTERN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
QUANTITY = re.compile(rf"([1-9][0-9]*) ({'|'.join(UNITS)})s?")
_CODE = re.compile(r"[A-Z]{3}")
_PATH = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)+")
_URL = re.compile(r"https://[^\s\"'<>“”‘’]+")


def _identifier(text: Text) -> Text:
    if not ID_PATTERN.fullmatch(text):
        raise PydanticCustomError(
            "id", "'{text}' is not an id of lowercase letters, digits and hyphens", {"text": str(text)}
        )
    return text


def _trimmed(text: Text) -> Text:
    if text != " ".join(text.split()):
        message = "space at an end, or an unusual space inside '{text}'"
        raise PydanticCustomError("spaces", message, {"text": str(text)})
    return text


def _currency(text: Text) -> Text:
    if not _CODE.fullmatch(text):
        raise PydanticCustomError("currency", "'{text}' is not three capital letters A-Z", {"text": str(text)})
    return text


def _address(text: Text) -> Text:
    if not _URL.fullmatch(text):
        raise PydanticCustomError("url", "'{text}' is not an https: address", {"text": str(text)})
    return text


def _path(text: Text) -> Text:
    if not _PATH.fullmatch(text):
        raise PydanticCustomError("path", "'{text}' is not a path like guides/old-name/", {"text": str(text)})
    return text


def every_language(texts: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
    """Refuse a mapping that lacks one of the site's languages, or has a language that the site does not have."""
    languages: tuple[str, ...] = info.context["languages"] if info.context else ()
    missing = [language for language in languages if language not in texts]
    unknown = [language for language in texts if languages and language not in languages]
    if missing:
        raise PydanticCustomError("language_missing", "no text for: {names}", {"names": ", ".join(missing)})
    if unknown:
        raise PydanticCustomError("language_unknown", "unknown language: {names}", {"names": ", ".join(unknown)})
    return texts


def _one_or_more(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _matching(pattern: re.Pattern[str]) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^(?:{pattern.pattern})$"}


_LANGUAGES_SCHEMA = {"type": "object", "x-languages": True}  # `schemas.py` writes the languages out


class _AsText:
    """Keeps a key's place while its static type stays `str`, so that it can be looked up by any string."""

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.is_instance_schema(Text)


Id = Annotated[Text, AfterValidator(_identifier), WithJsonSchema(_matching(ID_PATTERN))]
Key = Annotated[str, _AsText(), AfterValidator(_identifier), WithJsonSchema(_matching(ID_PATTERN))]
CurrencyKey = Annotated[str, _AsText(), AfterValidator(_currency), WithJsonSchema(_matching(_CODE))]
Url = Annotated[Text, AfterValidator(_address), WithJsonSchema(_matching(_URL))]
Address = Annotated[Text, AfterValidator(_path), WithJsonSchema(_matching(_PATH))]
Label = Annotated[Text, AfterValidator(_trimmed)]
CurrencyCode = Annotated[Text, AfterValidator(_currency), WithJsonSchema(_matching(_CODE))]
Texts = Annotated[Mapping[str, Text], AfterValidator(every_language), WithJsonSchema(_LANGUAGES_SCHEMA)]
Labels = Annotated[Mapping[str, Label], AfterValidator(every_language), WithJsonSchema(_LANGUAGES_SCHEMA)]
LabelList = Annotated[tuple[Label, ...], Field(strict=False)]
Phrases = Annotated[Mapping[str, LabelList], AfterValidator(every_language)]
Unit = Literal["day", "week", "month", "year"]
_UNIT_SCHEMA = {"enum": list(UNITS)}
UnitOrUnits = Annotated[
    tuple[Unit, ...],
    BeforeValidator(_one_or_more),
    Field(min_length=1, strict=False),
    WithJsonSchema({"anyOf": [_UNIT_SCHEMA, {"type": "array", "minItems": 1, "items": _UNIT_SCHEMA}]}),
]


class Strict(BaseModel):
    """No unknown keys, no conversions, no changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Quantity(BaseModel):
    """A count with its unit, written "30 days"."""

    model_config = ConfigDict(frozen=True)
    count: int
    unit: Unit


def parse_quantity(value: Any) -> Quantity:
    """Return the quantity that "30 days" says."""
    match = QUANTITY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        message = "'{text}' is not a number of days, weeks, months or years"
        raise PydanticCustomError("quantity", message, {"text": str(value)})
    return Quantity(count=int(match[1]), unit=match[2])


WrittenQuantity = Annotated[
    Quantity, BeforeValidator(parse_quantity), WithJsonSchema(_matching(QUANTITY), mode="validation")
]
