"""The schema of `mkdocs.yml`, as far as it is ours."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from ..files.addresses import address_problem
from ..files.source import Text
from .values import Id, Label, Strict, Url

_OWN = re.compile(r"(?:http://(?:localhost|127\.0\.0\.1)(?::\d+)?)?(?:/[\w.~-]+)+", re.ASCII)
"""A path on the site's host, or an endpoint that runs on the writer's own machine."""


def _receiver(text: Text) -> Text:
    is_address = text.startswith("https://") and not address_problem(text)
    if not is_address and not _OWN.fullmatch(text):
        raise PydanticCustomError("feedback_url", "'{text}' is no address", {"text": str(text)})
    return text


class _Partly(BaseModel):
    """A part of `mkdocs.yml`, whose other keys are MkDocs' or a plugin's."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)


class _Language(_Partly):
    locale: Id
    name: Label
    site_name: Label | None = None
    default: bool = False


class _Languages(_Partly):
    languages: Annotated[tuple[_Language, ...], Field(min_length=1, strict=False)]


class _Plugin(_Partly):
    i18n: _Languages | None = None


class _Extra(Strict):
    publish_unreviewed: bool
    feedback_url: Annotated[Text, AfterValidator(_receiver)] | None = None
    offline: bool


def _with_settings(plugins: object) -> object:
    """Leave of plugins without settings only their places."""
    return [one if isinstance(one, dict) else {} for one in plugins] if isinstance(plugins, list) else plugins


def _with_languages(plugins: tuple[_Plugin, ...]) -> tuple[_Plugin, ...]:
    found = [[one.locale for one in plugin.i18n.languages] for plugin in plugins if plugin.i18n]
    if len(found) != 1 or len(set(found[0])) < len(found[0]):
        raise PydanticCustomError("i18n", "do not say each language once")
    return plugins


class SettingsFile(_Partly):
    """`mkdocs.yml`: what the site is called and where it lies, its languages, and what is switched on."""

    site_name: Label
    site_url: Url
    plugins: Annotated[
        tuple[_Plugin, ...], Field(strict=False), BeforeValidator(_with_settings), AfterValidator(_with_languages)
    ]
    extra: _Extra
