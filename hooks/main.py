"""The adapter between MkDocs and the package: each event a few lines."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from helpcenter.checks import run
from helpcenter.files.diagnostics import as_text
from helpcenter.loading.load import load
from helpcenter.loading.settings import SettingsError, read_settings
from helpcenter.pages.page import MATERIAL, STYLES, Renderer, audience_of, environment, stopped_by
from helpcenter.reviews.history import commit

log = get_plugin_logger("helpcenter")
_renderers: dict[str, Renderer] = {}
_told: list[Callable[[], object]] = []
"""Who is told of each page that is done."""


@event_priority(-200)  # after static-i18n has chosen the language; every event fires once per language
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check everything, once per build and before anything is written, unless `build` has been given it."""
    i18n: Any = config.plugins["i18n"]
    if not i18n.building:
        if not _renderers:
            _renderers.update(_load(config))
        # No page is made of Material's templates, and MkDocs would look through its 14,000 icons for each language.
        config.theme.dirs = [folder for folder in config.theme.dirs if Path(folder) != MATERIAL]
    return config


@event_priority(100)  # before static-i18n, which makes another file of each
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish Material's stylesheet, once, and neither our templates for drawings nor what mkdocs.yml excludes."""
    i18n: Any = config.plugins["i18n"]
    for file in [
        file for file in files if file.src_dir == config.theme.custom_dir or file.inclusion is InclusionLevel.EXCLUDED
    ]:
        files.remove(file)
    for name in () if i18n.building else STYLES:
        if (MATERIAL / name).exists():
            files.append(File(name, str(MATERIAL), config.site_dir, config.use_directory_urls))
    return files


def build(root: Path, folder: Path, renderers: Mapping[str, Renderer], page_done: Callable[[], object]) -> None:
    """Let MkDocs build a project strictly in `folder`, of pages that `renderers` make, by language.

    `page_done` is called after each page. A SystemExit says that MkDocs could not; why is in its log.
    """
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True)
    hook: Any = config.plugins["hooks/main.py"]  # this file, as MkDocs has loaded it
    hook.use(renderers, page_done)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()


def use(renderers: Mapping[str, Renderer], page_done: Callable[[], object]) -> None:
    """Make pages by these renderers, of what has been loaded already, and tell of each."""
    _renderers.update(renderers)
    _told.append(page_done)


def _load(config: MkDocsConfig) -> dict[str, Renderer]:
    root = Path(config.docs_dir).parent
    try:
        settings = replace(read_settings(root), site_url=str(config.site_url))
    except SettingsError as error:
        raise PluginError(str(error)) from error
    site, diagnostics = load(root, tuple(settings.languages), date.today())
    diagnostics = run(site) if site else diagnostics
    audience = audience_of(settings)
    stopping = stopped_by(diagnostics, audience)
    if stopping or site is None:
        raise PluginError(f"{len(stopping)} problems in the writers' files\n\n{as_text(stopping)}\n")
    for diagnostic in diagnostics:
        log.info(as_text([diagnostic]))
    templates = environment(Path(str(config.theme.custom_dir)))
    built_from = commit(root)
    return {
        language: Renderer(site, language, templates, settings, audience, built_from) for language in settings.languages
    }


def on_page_markdown(_markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  # MkDocs' names
    """Leave MkDocs nothing to parse."""
    return ""


def on_page_content(_html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001  # MkDocs' names
    """Return the page's HTML, made of the model, which has read the same file."""
    language, key = _place(page)
    return _renderers[language].page(key)


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001  # MkDocs' names
    """Give our own document to `overrides/main.html`, which prints it and nothing else."""
    language, key = _place(page)
    context["document"] = _renderers[language].document(key, str(page.content))  # type: ignore[typeddict-unknown-key]  # our own
    for tell in _told:
        tell()
    return context


def _place(page: Page) -> tuple[str, str]:
    language: str = page.file.locale  # type: ignore[attr-defined]  # set by static-i18n
    return language, page.file.src_uri.removesuffix(".md").removesuffix(f".{language}")
