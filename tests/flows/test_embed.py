"""The checker as an element of somebody else's page: another origin, a strict policy, styles that do not mix."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Opener, serving
from playwright.sync_api import Page
from support import LANGUAGES

DEMO = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Somebody else's page</title>
<link rel="stylesheet" href="style.css">
<script type="module" src="{site}payment-checker.mjs"></script></head>
<body><main><h1>Check a plan</h1>
<payment-checker gateway="{gateway}" lang="{language}"><a href="{site}checker/">The checker</a></payment-checker>
</main></body></html>"""
STYLE = "p, li, button { color: rgb(255, 0, 0) !important; font-size: 40px; } .hc-answer { display: none !important; }"
POLICY = "default-src 'none'; script-src {site}; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'"


def demo(folder: Path, site: str, language: str, gateway: str = "acme-pay") -> Path:
    folder.joinpath("index.html").write_text(DEMO.format(site=site, language=language, gateway=gateway), "utf-8")
    folder.joinpath("style.css").write_text(STYLE, "utf-8")
    folder.joinpath("_headers").write_text(f"/*\n  Content-Security-Policy: {POLICY.format(site=site)}\n", "utf-8")
    return folder


def fill(page: Page) -> None:
    page.fill("#check-currency", "₹")
    page.keyboard.press("Tab")
    page.fill("#check-every", "1 month")
    page.locator(".hc-submit").click()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_element_on_another_page_checks_a_plan(opened: Opener, site_url: str, tmp_path: Path, language: str) -> None:
    with serving(demo(tmp_path, site_url, language)) as url, opened("about:blank", expected=("404",)) as page:
        page.goto(url)
        page.locator(".hc-checker[data-ready]").wait_for()
        page.wait_for_load_state("networkidle")
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        title, address = page.title(), page.url
        fill(page)
        assert page.locator("[data-outcome=change]").count() == 3
        assert page.locator(".hc-summary").evaluate("one => getComputedStyle(one).color") != "rgb(255, 0, 0)"
        link = page.locator("[data-rule=currencies] a").get_attribute("href")
        assert link is not None
        assert link.startswith("https://help.example.org/")
        assert link.endswith("gateways/acme-pay/#note-2")
        page.fill("#check-every", "")
        page.locator(".hc-submit").click()
        assert (
            page.evaluate("document.querySelector('payment-checker').shadowRoot.activeElement.className")
            == "hc-problems"
        )
        assert (page.title(), page.url) == (title, address)
        assert not page.locator("[data-act=print]").is_visible()
        assert [one for one in requests if "favicon" not in one] == []
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


def test_it_goes_with_its_attributes(opened: Opener, site_url: str, tmp_path: Path) -> None:
    with serving(demo(tmp_path, site_url, "hi")) as url, opened("about:blank", expected=("404",)) as page:
        page.goto(url)
        page.locator(".hc-checker[data-ready]").wait_for()
        hindi = page.locator(".hc-submit").inner_text()
        page.evaluate("document.querySelector('payment-checker').lang = 'en'")
        assert page.locator(".hc-submit").inner_text() != hindi


def test_an_unknown_gateway_leaves_what_stands_in_the_element(opened: Opener, site_url: str, tmp_path: Path) -> None:
    expected = 'no gateway "no-such"; known: acme-pay, demo-pay'
    with (
        serving(demo(tmp_path, site_url, "en", "no-such")) as url,
        opened("about:blank", expected=(expected, "404")) as page,
    ):
        with page.expect_event("pageerror") as error:
            page.goto(url)
        assert expected in str(error.value)
        assert page.locator("payment-checker a").is_visible()
