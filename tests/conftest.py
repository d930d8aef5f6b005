"""The built specimen, and a browser to open it with."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from browsing import Opener, finished, launched, serving, watching
from playwright.sync_api import Browser, BrowserContext, Page
from projects import Project, make, project_at
from support import shared, specimen

os.environ.pop("CI", None)  # the tests are writers, and CI where they say so


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-cases", action="store_true", help="write what check says into tests/cases; then read it"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print which faults were noticed, other figures, and how long each folder took, all processes together."""
    reports = [one for each in terminalreporter.stats.values() for one in each if isinstance(one, pytest.TestReport)]
    called = [report for report in reports if report.when == "call"]
    print_faults(terminalreporter, [table for one in called for name, table in one.user_properties if name == "faults"])
    for figures in [text for one in called for name, text in one.user_properties if name == "figures"]:
        terminalreporter.section("figures")
        terminalreporter.line(str(figures))
    seconds: dict[str, float] = {}
    for report in reports:
        folder = report.nodeid.split("/")[1]
        seconds[folder] = seconds.get(folder, 0) + report.duration
    terminalreporter.section("seconds per folder")
    longest_first = sorted(seconds.items(), key=lambda one: -one[1])
    terminalreporter.line("  ".join(f"{folder} {time:.0f}" for folder, time in longest_first))


def print_faults(terminal: pytest.TerminalReporter, tables: list[Any]) -> None:
    """Print for each class of planted faults: right, all, and those that only a review saw."""
    rows: dict[str, list[int]] = {}
    for table in tables:
        for name, counts in table.items():
            rows[name] = list(map(sum, zip(rows.get(name, [0, 0, 0]), counts, strict=True)))
    if rows:
        terminal.section("planted faults: right, total, by review alone")
    for name, (right, total, reviewed) in sorted(rows.items()):
        terminal.line(f"{name:52}{right:>7}{total:>7}{reviewed:>7}")


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built specimen."""
    return shared(tmp_path_factory, "specimen", lambda folder: finished(specimen(folder))) / "site"


@pytest.fixture(scope="session")
def site_url(site_folder: Path) -> Iterator[str]:
    with serving(site_folder) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def opened(browser: Browser) -> Opener:
    """Open a page and watch it: a console message, an error or a failed request fails the test."""

    @contextmanager
    def open_page(url: str, *, expected: tuple[str, ...] = (), **options: object) -> Iterator[Page]:
        context: BrowserContext = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})  # type: ignore[arg-type]  # any of Playwright's options
        page = context.new_page()
        seen = watching(page)
        page.goto(url)
        if url != "about:blank" and options.get("java_script_enabled", True):
            page.locator("html[data-ready]").wait_for(state="attached")
        yield page
        context.close()
        assert [message for message in seen if not any(part in message for part in expected)] == []

    return open_page


@pytest.fixture(scope="session", params=["shipped", "changed"])
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The shipped project, and a copy with all of a writer's changes at once."""
    return project_at(shared(tmp_path_factory, request.param, partial(make, request.param)))


@pytest.fixture(scope="session")
def project_url(project: Project) -> Iterator[str]:
    with serving(project.folder) as url:
        yield url
