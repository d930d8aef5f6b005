"""The adapter between MkDocs and the package: each event a few lines."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from mkdocs.config import config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from helpcenter.checks import run
from helpcenter.diagnostics import as_text, errors
from helpcenter.load import load, order_languages
from helpcenter.render import Renderer, Settings

log = get_plugin_logger("helpcenter")
_renderers: dict[str, Renderer] = {}


@event_priority(-200)  # after static-i18n has chosen the language; every event fires once per language
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check everything, once per build and before anything is written; then lay out the navigation."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        languages = order_languages([(entry.locale, entry.default) for entry in i18n.config.languages])
        _renderers.update(_load(config, languages))
    config.nav = _renderers[i18n.current_language].navigation()
    return config


def _load(config: MkDocsConfig, languages: tuple[str, ...]) -> dict[str, Renderer]:
    site, diagnostics = load(Path(config.docs_dir).parent, languages, date.today())
    diagnostics = run(site) if site else diagnostics
    settings = Settings(config.extra["feedback_url"], _unreviewed_for(config))
    stopping = [one for one in errors(diagnostics) if one.check != "reviews" or settings.unreviewed_for == "nobody"]
    if stopping or site is None:
        raise PluginError(f"{len(stopping)} problems in the writers' files\n\n{as_text(stopping)}\n")
    for diagnostic in diagnostics:
        log.info(as_text([diagnostic]))
    overrides = Path(str(config.theme.custom_dir))
    return {language: Renderer(site, language, overrides, settings) for language in languages}


def _unreviewed_for(config: MkDocsConfig) -> Literal["nobody", "readers", "writers"]:
    host, port = config.dev_addr
    if urlsplit(config.site_url).netloc == f"{host}:{port}":  # set by `mkdocs serve`, before it builds
        return "writers"
    return "readers" if config.extra["publish_unreviewed"] else "nobody"


def on_page_markdown(_markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  # MkDocs' names
    """Return the page as the model has it: what MkDocs read is the same file."""
    language: str = page.file.locale  # type: ignore[attr-defined]  # set by static-i18n
    key = page.file.src_uri.removesuffix(".md").removesuffix(f".{language}")
    return _renderers[language].page(key)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]) -> LiveReloadServer:  # noqa: ARG001  # MkDocs' names
    """Let an edited hook or module of the package take part in the next build: MkDocs keeps what it has imported."""
    build = server.builder

    def build_with_fresh_modules() -> None:
        config_options.Hooks._load_hook.cache_clear()  # an lru_cache
        for name in [name for name in sys.modules if name.split(".")[0] == "helpcenter"]:
            del sys.modules[name]
        build()

    server.builder = build_with_fresh_modules
    return server
