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
TIME_UNITS = ("minute", "hour", *UNITS)
"""The units in which a quantity of time may be stated; a plan's interval has those of a form."""
QUANTITY = re.compile(rf"([1-9][0-9]*) ({'|'.join(TIME_UNITS)})s?")
AMOUNT = re.compile(r"([A-Z]{3}) (0|[1-9][0-9]*)(?:\.([0-9]{1,3}))?")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{3}")
_PUBLISHER = re.compile(rf"systeme\.io|{ID_PATTERN.pattern}")
_COUNTRY = re.compile(r"[A-Z]{2,12}")
_PATH = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)+")
_URL = re.compile(r"https://[^\s\"'<>“”‘’]+")


def _identifier(text: Text) -> Text:
    if not ID_PATTERN.fullmatch(text):
        raise PydanticCustomError(
            "id", "'{text}' is not an id of lowercase letters, digits and hyphens", {"text": str(text)}
        )
    return text


def _named(text: Text) -> Text:
    if not _NAME.fullmatch(text):
        message = "'{text}' is not a name of lowercase letters, digits and underscores"
        raise PydanticCustomError("name", message, {"text": str(text)})
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


def _publisher(text: Text) -> Text:
    if not _PUBLISHER.fullmatch(text):
        message = "'{text}' is neither systeme.io nor the id of a gateway"
        raise PydanticCustomError("publisher", message, {"text": str(text)})
    return text


def _country(text: Text) -> Text:
    if not _COUNTRY.fullmatch(text):
        message = "'{text}' is not the code of a country such as IN, or of a region such as EEA"
        raise PydanticCustomError("country", message, {"text": str(text)})
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


def some_languages(texts: Mapping[str, Any], info: ValidationInfo) -> Mapping[str, Any]:
    """Refuse a language that the site does not have; one that is missing is none the worse."""
    languages: tuple[str, ...] = info.context["languages"] if info.context else ()
    unknown = [language for language in texts if languages and language not in languages]
    if unknown:
        raise PydanticCustomError("language_unknown", "unknown language: {names}", {"names": ", ".join(unknown)})
    return texts


def one_or_more(value: Any) -> Any:
    """Return a list: one value alone is a list of one."""
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
Publisher = Annotated[Text, AfterValidator(_publisher), WithJsonSchema(_matching(_PUBLISHER))]
Name = Annotated[str, _AsText(), AfterValidator(_named), WithJsonSchema(_matching(_NAME))]
CurrencyKey = Annotated[str, _AsText(), AfterValidator(_currency), WithJsonSchema(_matching(_CODE))]
Url = Annotated[Text, AfterValidator(_address), WithJsonSchema(_matching(_URL))]
Address = Annotated[Text, AfterValidator(_path), WithJsonSchema(_matching(_PATH))]
Label = Annotated[Text, AfterValidator(_trimmed)]
CurrencyCode = Annotated[Text, AfterValidator(_currency), WithJsonSchema(_matching(_CODE))]
CountryKey = Annotated[str, _AsText(), AfterValidator(_country), WithJsonSchema(_matching(_COUNTRY))]
CountryId = Annotated[Text, AfterValidator(_country), WithJsonSchema(_matching(_COUNTRY))]
Texts = Annotated[Mapping[str, Text], AfterValidator(every_language), WithJsonSchema(_LANGUAGES_SCHEMA)]
Labels = Annotated[Mapping[str, Label], AfterValidator(every_language), WithJsonSchema(_LANGUAGES_SCHEMA)]
LabelList = Annotated[tuple[Label, ...], Field(strict=False)]
Phrases = Annotated[Mapping[str, LabelList], AfterValidator(every_language)]
Unit = Literal["day", "week", "month", "year"]
TimeUnit = Literal["minute", "hour", "day", "week", "month", "year"]
SomePhrases = Annotated[Mapping[str, LabelList], AfterValidator(some_languages)]
_ID_SCHEMA = _matching(ID_PATTERN)
OneOrMoreIds = Annotated[
    tuple[Id, ...],
    BeforeValidator(one_or_more),
    Field(strict=False),
    WithJsonSchema({"anyOf": [_ID_SCHEMA, {"type": "array", "minItems": 1, "items": _ID_SCHEMA}]}),
]
OneOrMoreTexts = Annotated[
    tuple[Text, ...],
    BeforeValidator(one_or_more),
    Field(strict=False),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "minItems": 1, "items": {"type": "string"}}]}),
]


class Strict(BaseModel):
    """No unknown keys, no conversions, no changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Kept(Strict):
    """A whole file, compared by identity: what is made of it is kept for it."""

    __eq__ = object.__eq__

    @classmethod
    def __pydantic_init_subclass__(cls, **_kwargs: Any) -> None:
        """Give each file its own identity: pydantic would hash all that is in a frozen model."""
        cls.__hash__ = object.__hash__  # type: ignore[method-assign]


class Quantity(BaseModel):
    """A count with its unit, written "30 days"."""

    model_config = ConfigDict(frozen=True)
    count: int
    unit: TimeUnit

    def __str__(self) -> str:
        """Return it as writers write it."""
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


class Amount(BaseModel):
    """An amount of money in thousandths, written "USD 0.50"."""

    model_config = ConfigDict(frozen=True)
    currency: str
    thousandths: int

    def __str__(self) -> str:
        """Return it as writers write it."""
        whole, part = divmod(self.thousandths, 1000)
        digits = f"{part:03d}" if part % 10 else f"{part // 10:02d}"
        return f"{self.currency} {whole}{'.' + digits if part else ''}"


def parse_quantity(value: Any) -> Quantity:
    """Return the quantity that "30 days" says."""
    match = QUANTITY.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        message = "'{text}' is not a number of minutes, hours, days, weeks, months or years"
        raise PydanticCustomError("quantity", message, {"text": str(value)})
    return Quantity(count=int(match[1]), unit=match[2])


WrittenQuantity = Annotated[
    Quantity, BeforeValidator(parse_quantity), WithJsonSchema(_matching(QUANTITY), mode="validation")
]


def parse_amount(value: Any) -> Amount:
    """Return the amount that "USD 0.50" says."""
    match = AMOUNT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("amount", "'{text}' is not a currency and an amount", {"text": str(value)})
    return Amount(currency=match[1], thousandths=int(match[2] + (match[3] or "").ljust(3, "0")))


WrittenAmount = Annotated[Amount, BeforeValidator(parse_amount), WithJsonSchema(_matching(AMOUNT), mode="validation")]
