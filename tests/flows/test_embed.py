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


@pytest.mark.parametrize(
    ("attributes", "says"),
    [
        ({"gateway": "no-such", "lang": "en"}, 'no gateway "no-such"; known: acme-pay, demo-pay'),
        ({"gateway": "__proto__", "lang": "en"}, 'no gateway "__proto__"; known: acme-pay, demo-pay'),
        ({"gateway": "acme-pay", "lang": "constructor"}, 'no lang "constructor"; known: hi, en'),
        ({"lang": "en"}, "no attribute gateway; known: acme-pay, demo-pay"),
    ],
)
def test_a_wrong_attribute_is_told_and_can_be_mended(
    opened: Opener, site_url: str, tmp_path: Path, attributes: dict[str, str], says: str
) -> None:
    with (
        serving(demo(tmp_path, site_url, "en")) as url,
        opened("about:blank", expected=(says, "404")) as page,
    ):
        page.goto(url)
        page.locator(".hc-checker[data-ready]").wait_for()
        with page.expect_console_message(lambda message: says in message.text):
            page.evaluate(APPEND, [attributes, False])
        added = page.locator("payment-checker").last
        assert says in added.locator("slot").evaluate("slot => slot.textContent")  # nothing else stands in the element
        with page.expect_console_message(lambda message: says in message.text):
            page.evaluate(APPEND, [attributes, True])
        added = page.locator("payment-checker").last
        assert added.get_by_text("own content").is_visible()
        added.evaluate("one => { one.lang = 'hi'; one.setAttribute('gateway', 'demo-pay'); }")
        added.locator(".hc-checker[data-ready][lang=hi]").wait_for()
        assert not added.get_by_text("own content").is_visible()


APPEND = """([attributes, hasContent]) => {
    const one = document.createElement("payment-checker");
    if (hasContent) one.append(Object.assign(document.createElement("b"), { textContent: "own content" }));
    for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
    document.body.append(one);
}"""


def test_attributes_may_come_after_the_element(opened: Opener, site_url: str, tmp_path: Path) -> None:
    missing = "no attribute gateway; known: acme-pay, demo-pay"
    with serving(demo(tmp_path, site_url, "en")) as url, opened("about:blank", expected=(missing, "404")) as page:
        page.goto(url)
        page.locator(".hc-checker[data-ready]").wait_for()
        page.evaluate(
            """() => {
                const one = document.createElement("payment-checker");
                document.body.append(one);
                one.setAttribute("lang", "en");
                one.setAttribute("gateway", "acme-pay");
            }"""
        )
        page.locator("payment-checker >> nth=1 >> .hc-checker[data-ready]").wait_for()
        with page.expect_console_message(lambda message: missing in message.text):
            page.evaluate(APPEND, [{"lang": "en"}, False])
        page.locator("payment-checker").last.evaluate("one => one.setAttribute('gateway', 'acme-pay')")
        page.locator("payment-checker >> nth=2 >> .hc-checker[data-ready]").wait_for()


def test_what_is_typed_stays_when_it_is_moved_or_asked_for_another_gateway(
    opened: Opener, site_url: str, tmp_path: Path
) -> None:
    with serving(demo(tmp_path, site_url, "en")) as url, opened("about:blank", expected=("404",)) as page:
        page.goto(url)
        page.locator(".hc-checker[data-ready]").wait_for()
        fill(page)
        name = page.locator(".hc-only").inner_text()
        page.evaluate("document.body.append(document.querySelector('payment-checker'))")
        assert page.input_value("#check-every") == "1 month"
        page.evaluate("document.querySelector('payment-checker').setAttribute('gateway', 'demo-pay')")
        page.wait_for_function(
            """name => document.querySelector("payment-checker").shadowRoot
                .querySelector(".hc-only").textContent != name""",
            arg=name,
        )
        assert page.input_value("#check-every") == "1"
        assert page.locator(".hc-summary").is_visible()
