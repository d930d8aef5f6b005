"""An answer of a reader, as it is received and kept. What it may hold is the contract of docs/writing/feedback."""

import unicodedata
from collections.abc import Mapping
from typing import Annotated, Literal
from uuid import uuid4

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from ..pages.feedback import MOST_CHARACTERS, REASONS
from .private import private


class RefusedError(Exception):
    """An answer that is not kept. Its text is a code: the name of the field, or what its text holds."""


def _one_line_break(text: str) -> str:
    return text.replace("\r\n", "\n").strip()  # a form sends each line break as two characters


def _harmless(text: str) -> str:
    if len(text) > MOST_CHARACTERS:
        raise PydanticCustomError("long", "too long")
    if any(unicodedata.category(one) in ("Cc", "Cs") and one not in "\n\t" for one in text):
        raise PydanticCustomError("characters", "control characters")
    held = private(text)
    if held:
        raise PydanticCustomError(held, "private")
    return text


def _matching(pattern: str) -> StringConstraints:
    return StringConstraints(pattern=f"^(?:{pattern})$", max_length=200)


class Answer(BaseModel):
    """What a reader has said of a page. An empty `commit`, `reason`, `text` or `anchor` was not given.

    `anchor` is the id of a section or rule on the page. The fields have the names that the form gives them.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: Annotated[str, _matching("[0-9a-f]{32}")] = Field(default_factory=lambda: uuid4().hex)
    page: Annotated[str, _matching("[a-z0-9-]+(?:/[a-z0-9-]+)*")]
    language: Annotated[str, _matching("[a-z]{2,3}(?:-[A-Za-z]{2,4})?")]
    commit: Annotated[str, _matching("[0-9a-f]{7,40}")] = ""
    helped: Literal["yes", "no"]
    reason: Annotated[str, _matching("|".join(REASONS))] = ""
    anchor: Annotated[str, _matching("[a-z0-9-]+")] = ""
    text: Annotated[str, BeforeValidator(_one_line_break), AfterValidator(_harmless)] = ""


def read_answer(form: Mapping[str, str]) -> Answer:
    """Return the answer that a form holds; fields left empty were not given, and one without an id gets one.

    Raise RefusedError with a code where something is missing or may not be kept.
    """
    try:
        return Answer.model_validate({name: value for name, value in form.items() if value})
    except ValidationError as problem:
        first = problem.errors(include_input=False)[0]
        (field,) = first["loc"]
        raise RefusedError(first["type"] if field == "text" else str(field)) from None
