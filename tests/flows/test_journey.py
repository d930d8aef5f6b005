"""A seller in India, on a phone: from the home page to a plan that fits, shared, and on in the other language."""

import pytest
from browsing import Opener
from playwright.sync_api import Page
from support import LANGUAGES
from test_answer import answered, is_at_the_top
from test_checker import findings

PHONE = {"width": 360, "height": 664}
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def home(language: str) -> str:
    return "" if language == LANGUAGES[0] else f"{language}/"


def has_arrived(page: Page, url: str, other: str) -> None:
    """Hold the plan in the other language against what was chosen before."""
    page.wait_for_url(f"{url}{home(other)}gateways/acme-pay/?*#checker")
    assert page.locator("html").get_attribute("lang") == other
    answered(page)
    assert page.locator(".hc-verdict").get_attribute("data-group") == "fits"
    assert (page.input_value("#check-every"), page.input_value("#check-unit")) == ("30", "day")


@EVERY_LANGUAGE
def test_by_touch(opened: Opener, site_url: str, language: str) -> None:
    other = next(one for one in LANGUAGES if one != language)
    with opened("about:blank", viewport=PHONE, has_touch=True, is_mobile=True) as page:
        page.add_init_script("navigator.share = async (what) => { window.shared = what; }")
        page.goto(site_url + home(language))
        page.locator(".hc-asked a[href*=acme-pay]").tap()
        page.locator("article a[href='#check']").first.tap()
        page.locator(".hc-checker[data-ready]").wait_for()
        page.locator("#check-currency").tap()
        page.keyboard.type("rupee" if language == "en" else "रुपया")
        page.locator("#check-INR").tap()
        page.locator(".hc-chip[data-unit=month]").tap()
        page.locator("[name=field][value=email]").tap()
        page.locator("[name=field][value=first-name]").tap()
        page.locator(".hc-submit").tap()
        assert is_at_the_top(page)
        assert page.locator(".hc-verdict").get_attribute("data-group") == "fits-if"
        for rule in ("required_fields", "currencies", "interval"):
            page.locator(f".hc-findings [data-rule={rule}] button").first.tap()
            assert findings(page)[rule] == "yes"
        assert page.locator(".hc-verdict").get_attribute("data-group") == "fits"
        page.locator("[data-act=phone]").tap()
        assert page.evaluate("shared")["url"].endswith("#checker")
        page.locator(f".hc-language[hreflang={other}]").tap()
        has_arrived(page, site_url, other)


@EVERY_LANGUAGE
def test_by_keyboard(opened: Opener, site_url: str, language: str) -> None:
    other = next(one for one in LANGUAGES if one != language)
    permissions = ["clipboard-read", "clipboard-write"]
    with opened(site_url + home(language), viewport=PHONE, permissions=permissions) as page:
        press = page.keyboard.press

        def tab_to(selector: str) -> None:
            for _ in range(80):
                press("Tab")
                if page.evaluate("(one) => document.activeElement.matches(one)", selector):
                    return
            raise AssertionError(selector)

        page.locator("html[data-ready]").wait_for(state="attached")
        tab_to(".hc-asked a[href*=acme-pay]")
        press("Enter")
        page.wait_for_url("**/gateways/acme-pay/")
        page.locator("html[data-ready]").wait_for(state="attached")
        tab_to("article a[href='#check']")
        press("Enter")
        page.locator(".hc-checker[data-ready]").wait_for()
        page.locator("h2#check").evaluate(
            "one => { one.tabIndex = -1; one.focus(); }"
        )  # where the browser goes on from
        tab_to("#check-currency")
        page.keyboard.type("INR")
        tab_to(".hc-chip[data-unit=month]")
        press("Enter")
        tab_to("[name=field][value=email]")
        press("Space")
        press("Tab")
        press("Space")
        tab_to(".hc-submit")
        press("Enter")
        for rule in ("required_fields", "currencies", "interval"):
            assert page.evaluate("document.activeElement.matches('.hc-verdict')")
            tab_to(f".hc-findings [data-rule={rule}] button")
            press("Enter")
            assert findings(page)[rule] == "yes"
        tab_to("[data-act=link]")
        press("Enter")
        page.locator(".hc-copied:not(:empty)").wait_for()
        assert page.evaluate("navigator.clipboard.readText()").endswith("#checker")
        page.locator(f".hc-language[hreflang={other}]").focus()
        press("Enter")
        has_arrived(page, site_url, other)


@EVERY_LANGUAGE
def test_nothing_jumps_on_the_way(opened: Opener, site_url: str, language: str) -> None:
    watch = """window.shifts = []; new PerformanceObserver((list) => shifts.push(
        ...list.getEntries().filter((one) => !one.hadRecentInput).map((one) => one.value)
    )).observe({ type: "layout-shift", buffered: true });"""
    for path in ("", "gateways/acme-pay/", "gateways/acme-pay/#check", "checker/"):
        with opened("about:blank", viewport=PHONE, reduced_motion="reduce") as page:
            page.add_init_script(watch)
            page.goto(site_url + home(language) + path, wait_until="networkidle")
            page.wait_for_timeout(300)
            assert page.evaluate("shifts") == [], path
