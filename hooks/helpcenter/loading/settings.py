"""What `mkdocs.yml` decides, read without MkDocs: languages, addresses, and what is switched on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from ..files.diagnostics import Diagnostic, as_text
from ..files.folder import SETTINGS
from ..files.source import Source, kept, read_source
from ..files.yaml import read_yaml
from ..model.settings import SettingsFile
from .validation import validate


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


class SettingsError(ValueError):
    """What is wrong in `mkdocs.yml`, as it is printed."""


def read_settings(root: Path) -> Settings:
    """Return the settings of the project at `root`. What is wrong in them is a SettingsError."""
    source = read_source(root / SETTINGS, root)
    found = [source] if isinstance(source, Diagnostic) else settings_of(source)
    if isinstance(found, list):
        raise SettingsError(as_text(found))
    return found


@kept
def settings_of(source: Source) -> Settings | list[Diagnostic]:
    """Return the settings in a `mkdocs.yml`, or what is wrong in those that are ours; MkDocs judges its own."""
    file = validate(read_yaml(source), SettingsFile, ())
    if isinstance(file, list):
        return file
    (languages,) = (plugin.i18n.languages for plugin in file.plugins if plugin.i18n)
    entries = sorted(languages, key=lambda entry: not entry.default)
    return Settings(
        languages={
            str(one.locale): LanguageNames(str(one.name), str(one.site_name or file.site_name)) for one in entries
        },
        site_url=str(file.site_url).rstrip("/") + "/",
        feedback_url=str(file.extra.feedback_url or ""),
        publish_unreviewed=file.extra.publish_unreviewed,
        offline=file.extra.offline,
    )
