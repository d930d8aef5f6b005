"""What `mkdocs.yml` decides, read without MkDocs: languages, addresses, and what is switched on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml


class _Loader(yaml.SafeLoader):
    """Reads as MkDocs does, tags of its own and of Python left unread."""


_Loader.add_multi_constructor(None, lambda _loader, _tag, node: node.value)


@dataclass(frozen=True)
class LanguageNames:
    """How a language and, in it, the whole site are called."""

    name: str
    site_name: str


@dataclass(frozen=True)
class Settings:
    """The settings of a site. `languages` begins with the default one; `site_url` ends with a slash.

    `feedback_url` is empty where nothing receives what readers answer: pages then have no question.
    """

    languages: Mapping[str, LanguageNames]
    site_url: str
    feedback_url: str
    publish_unreviewed: bool
    offline: bool

    @property
    def base_path(self) -> str:
        """Return the path below which the site lies: "/" where it has a host of its own."""
        return urlsplit(self.site_url).path or "/"

    @property
    def origin(self) -> str:
        """Return scheme and host of the site, as browsers send them."""
        parts = urlsplit(self.site_url)
        return f"{parts.scheme}://{parts.netloc}"


def read_settings(root: Path) -> Settings:
    """Return the settings of the project at `root`. A key that is missing is a KeyError."""
    return settings_of((root / "mkdocs.yml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def settings_of(content: str) -> Settings:
    """Return the settings in the text of a `mkdocs.yml`. A key that is missing is a KeyError."""
    data: Any = yaml.load(content, Loader=_Loader)
    i18n = next(plugin["i18n"] for plugin in data["plugins"] if isinstance(plugin, dict) and "i18n" in plugin)
    entries = sorted(i18n["languages"], key=lambda entry: not entry.get("default"))
    extra = data["extra"]
    return Settings(
        languages={
            str(entry["locale"]): LanguageNames(str(entry["name"]), str(entry.get("site_name", data["site_name"])))
            for entry in entries
        },
        site_url=str(data["site_url"]).rstrip("/") + "/",
        feedback_url=str(extra["feedback_url"]),
        publish_unreviewed=bool(extra["publish_unreviewed"]),
        offline=bool(extra["offline"]),
    )
