"""One strict build for all tests in a browser, and Debian's Chromium to open it with."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from browsing import CHROMIUM_OPTIONS, Opener, copy_all, finished, serving
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from support import ROOT, SECOND_GATEWAY, accept_all


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-cases", action="store_true", help="write what check says into tests/cases; then read it"
    )


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return finished(ROOT, tmp_path_factory.mktemp("site") / "site")


@pytest.fixture(scope="session")
def site_url(site_folder: Path) -> Iterator[str]:
    with serving(site_folder) as url:
        yield url


@pytest.fixture(scope="session")
def second_site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site to which a writer has added a gateway: a folder of files and nothing else."""
    project = copy_all(tmp_path_factory.mktemp("project"))
    shutil.copytree(SECOND_GATEWAY, project / "docs" / "gateways" / SECOND_GATEWAY.name)
    accept_all(project)
    with serving(finished(project, project / "site")) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("Chromium is missing: on Debian, apt-get install chromium (or run .ci/run)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_OPTIONS.split())
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser) -> Opener:
    """Open a page and watch it: a console message, an error or a failed request fails the test."""

    @contextmanager
    def open_page(url: str, *, expected: tuple[str, ...] = (), **options: object) -> Iterator[Page]:
        context: BrowserContext = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, **options})  # type: ignore[arg-type]  # any of Playwright's options
        page = context.new_page()
        seen: list[str] = []
        page.on("console", lambda message: seen.append(message.text))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("response", lambda response: seen.append(response.url) if response.status >= 400 else None)
        # A browser that leaves a page gives up fetching its icon.
        page.on("requestfailed", lambda request: None if "favicon" in request.url else seen.append(request.url))
        page.goto(url)
        if url != "about:blank" and options.get("java_script_enabled", True):
            page.locator("html[data-ready]").wait_for(state="attached")
        yield page
        context.close()
        assert [message for message in seen if not any(part in message for part in expected)] == []

    return open_page
