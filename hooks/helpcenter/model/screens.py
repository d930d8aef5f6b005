"""What a picture of a screen may show: a few parts that every reader of systeme.io recognises, or a screenshot.

Every word in a drawing is named by its id, as in a bound link: `ui:save`, `field:email`, `term:systeme-io`, or `text:…`
for a text of the same file. What no source tells is drawn as a bar.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, ValidationInfo, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from ..files.source import Text
from .values import ID_PATTERN, Id, Key, Strict, Texts, every_language

BAR = "bar"
"""In place of a word: a bar, where a screen has words that do not matter or that nobody knows."""

_WORD = re.compile(rf"{BAR}|(?:ui|field|term|text):{ID_PATTERN.pattern}")
_FILE = re.compile(r"(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9.-]*\.png")


def _word(text: Text) -> Text:
    if not _WORD.fullmatch(text):
        message = "'{text}' is neither 'bar' nor a word by its id, such as ui:save"
        raise PydanticCustomError("word", message, {"text": str(text)})
    return text


def _file(text: Text) -> Text:
    if not _FILE.fullmatch(text):
        raise PydanticCustomError("file", "'{text}' is not the path of a PNG file", {"text": str(text)})
    return text


def _percent(value: int) -> int:
    if not 0 <= value <= 100:
        raise PydanticCustomError("percent", "{value} lies outside the picture", {"value": value})
    return value


def _for_every_language(value: Any, info: ValidationInfo) -> Any:
    languages: tuple[str, ...] = info.context["languages"] if info.context else ()
    return dict.fromkeys(languages, value) if isinstance(value, str) else value


_FILE_SCHEMA = {"type": "string", "pattern": f"^(?:{_FILE.pattern})$"}

Word = Annotated[Text, AfterValidator(_word), WithJsonSchema({"type": "string", "pattern": f"^(?:{_WORD.pattern})$"})]
File = Annotated[Text, AfterValidator(_file), WithJsonSchema(_FILE_SCHEMA)]
Files = Annotated[
    Mapping[str, File],
    BeforeValidator(_for_every_language),
    AfterValidator(every_language),
    WithJsonSchema({"anyOf": [_FILE_SCHEMA, {"type": "object", "x-languages": True}]}),
]
Percent = Annotated[int, AfterValidator(_percent), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100})]
Point = Annotated[tuple[Percent, Percent], Field(strict=False)]
"""From the left and from the top, in per cent."""
Words = Annotated[tuple[Word, ...], Field(strict=False)]


class OneOf(Strict):
    """One of several keys, and only one."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if len(self.model_fields_set) != 1:
            names = ", ".join(type(self).model_fields)
            raise PydanticCustomError("one_key", "must have exactly one of: {names}", {"names": names})
        return self

    @property
    def one(self) -> BaseModel | str | int:
        """Return the value of the one key."""
        value: BaseModel | str | int = getattr(self, next(iter(self.model_fields_set)))
        return value


class Card(Strict):
    """An entry of a list: its name and, where one can click, its button."""

    name: Word
    button: Word | None = None


class Application(Strict):
    """The application: its bar with the profile menu, the settings menu at the side, and a list of cards."""

    brand: Word
    profile: Words = ()
    menu: Words = ()
    selected: Word | None = None
    cards: Annotated[tuple[Card, ...], Field(strict=False)] = ()


class Entry(Strict):
    """A field with its label. One that is there to be copied has a button for that beside it."""

    label: Word
    value: Word | None = None
    copyable: bool = False


class Row(Strict):
    """A line of an email: how it calls a thing and, where systeme.io calls the same otherwise, how."""

    label: Word
    means: Word | None = None


class Piece(OneOf):
    """A part of a dialog or an email."""

    bars: Annotated[int, Field(ge=1, le=6)] | None = None
    text: Word | None = None
    field: Entry | None = None
    row: Row | None = None
    button: Word | None = None


Pieces = Annotated[tuple[Piece, ...], Field(min_length=1, strict=False)]


class Dialog(Strict):
    """A popup: a title and, one below the other, texts, fields and buttons."""

    title: Word
    pieces: Pieces


class Email(Strict):
    """An email: who sent it, and what it says."""

    sender: Word
    pieces: Pieces


class Drawing(OneOf):
    """A schematic drawing."""

    app: Application | None = None
    dialog: Dialog | None = None
    email: Email | None = None


class Image(Strict):
    """A screenshot below docs/assets: one file for all languages or one for each, with callouts at per cent of it."""

    file: Files
    alt: Texts
    at: Mapping[Key, Point] = {}


class Screen(Strict):
    """A picture of where to click. Its callouts are labels, numbered by their order through the whole article."""

    id: Id
    title: Texts
    callouts: Annotated[tuple[Id, ...], Field(strict=False)] = ()
    draw: Drawing | None = None
    image: Image | None = None
