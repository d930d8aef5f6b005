"""Every built page in a browser: no message, no failing request, nothing too wide, nothing that axe finds."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from support import LANGUAGES, load_site

SITE = load_site()
PAGES = [SITE.address(key, language) for key in SITE.pages for language in LANGUAGES]
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 320, "height": 640}
LOOKS: dict[str, dict[str, Any]] = {
    "wide": {"size": WIDE, "media": {"color_scheme": "light", "forced_colors": "none"}},
    "dark": {"size": WIDE, "media": {"color_scheme": "dark", "forced_colors": "none"}},
    "narrow": {"size": NARROW, "media": {"color_scheme": "light", "forced_colors": "none"}},
    "forced colours": {"size": NARROW, "media": {"color_scheme": "light", "forced_colors": "active"}},
}


@pytest.fixture(scope="module")
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """One window for all pages, and what went wrong in it."""
    page = browser.new_page(reduced_motion="reduce", service_workers="block")  # no colour on its way to another one
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("response", lambda response: seen.append(response.url) if response.status >= 400 else None)
    yield page, seen
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_page_in_every_look(watched: tuple[Page, list[str]], site_url: str, path: str) -> None:
    page, seen = watched
    seen.clear()
    page.goto(site_url + path)
    for look, how in LOOKS.items():
        page.set_viewport_size(how["size"])
        page.emulate_media(**how["media"])
        assert page.evaluate("document.documentElement.scrollWidth") <= how["size"]["width"], look
        results = Axe().run(page)
        assert results.violations_count == 0, f"{look}: {results.generate_report()}"
    assert [message for message in seen if "Service Worker" not in message] == []
