"""Header, drawer, contents, colours: by keyboard, on small screens, without JavaScript, in forced colours."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Opener
from playwright.sync_api import Page
from support import LANGUAGES

ARTICLE = {"hi": "gateways/acme-pay/", "en": "en/gateways/acme-pay/"}
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
SMALL = {"width": 320, "height": 640}

# Where focus is, and whether a reader would see it: in the window, and in front of everything else.
FOCUS = """() => {
    const one = document.activeElement;
    if (one === document.body) return null;
    const seen = Array.from(one.getClientRects()).some(({ left, right, top, bottom }) => {
        const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
        const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
        const front = document.elementFromPoint(x, y);
        return right > 0 && left < innerWidth && bottom > 0 && top < innerHeight
            && (one.contains(front) || front?.contains(one));
    });
    return [one.outerHTML.slice(0, 120), seen];
}"""


def focus_stops(page: Page) -> list[tuple[str, bool]]:
    stops: list[tuple[str, bool]] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        page.wait_for_timeout(15)  # the page scrolls to where focus goes
        stop = page.evaluate(FOCUS)
        if stop is None:
            return stops
        stops.append((stop[0], stop[1]))
    raise AssertionError("focus never leaves the page")


@EVERY_LANGUAGE
@pytest.mark.parametrize("size", [(1280, 800), (320, 640), (320, 256)])
def test_every_focus_stop_is_seen(opened: Opener, site_url: str, language: str, size: tuple[int, int]) -> None:
    options = {"viewport": {"width": size[0], "height": size[1]}, "reduced_motion": "reduce"}
    with opened(site_url + ARTICLE[language], **options) as page:
        page.locator(".hc-checker").scroll_into_view_if_needed()
        page.locator(".hc-checker[data-ready]").wait_for()
        page.evaluate("scrollTo(0, 0)")
        stops = focus_stops(page)
        assert len(stops) > 15
        assert [html for html, seen in stops if not seen] == []


@EVERY_LANGUAGE
def test_the_first_stop_skips_to_the_content(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language]) as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize("part", ["navigation", "contents"])
def test_what_opens_above_a_small_screen(opened: Opener, site_url: str, part: str, has_script: bool) -> None:
    with opened(site_url + ARTICLE["hi"], viewport=SMALL, java_script_enabled=has_script) as page:
        drawer, button = page.locator(f"#{part}"), page.locator(f"[popovertarget={part}]").first
        assert not drawer.is_visible()
        button.focus()
        page.keyboard.press("Enter")
        assert drawer.is_visible()
        page.keyboard.press("Escape")
        assert not drawer.is_visible()
        button.click()
        page.locator(f"#{part} .hc-close").click()
        assert not drawer.is_visible()


@pytest.mark.parametrize("part", ["navigation", "contents"])
def test_a_drawer_closes_when_focus_leaves_it(opened: Opener, site_url: str, part: str) -> None:
    with opened(site_url + ARTICLE["hi"], viewport=SMALL) as page:
        page.locator(f"[popovertarget={part}]").first.focus()
        page.keyboard.press("Enter")
        page.locator(f"#{part} button:focus").wait_for()
        for _ in range(page.locator(f"#{part} :is(a, button)").count() + 1):
            page.keyboard.press("Tab")
        assert not page.locator(f"#{part}").is_visible()


def test_a_link_of_the_contents_leads_to_its_heading_and_closes_them(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["hi"], viewport=SMALL, reduced_motion="reduce") as page:
        page.locator("[popovertarget=contents]").first.click()
        page.locator('#contents a[href="#notes"]').click()
        assert not page.locator("#contents").is_visible()
        assert page.locator("#notes").evaluate("one => one.getBoundingClientRect().top") > 40
        page.locator('#contents a[href="#notes"][aria-current]').wait_for(state="attached")


@EVERY_LANGUAGE
def test_colours_follow_the_device_until_the_reader_chooses(opened: Opener, site_url: str, language: str) -> None:
    def background(page: Page) -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    with opened(site_url + ARTICLE[language], color_scheme="dark") as page:
        dark, button = background(page), page.locator(".hc-scheme")
        words = [button.inner_text()]
        button.click()
        light = background(page)
        words.append(button.inner_text())
        page.wait_for_load_state("networkidle")  # what is near the button is loaded; a reload would break it off
        page.reload()
        page.locator("html[data-ready]").wait_for(state="attached")
        assert background(page) == light != dark
        assert page.locator(".hc-scheme").inner_text() == words[1]
        button.click()
        assert background(page) == dark
        button.click()
        assert button.inner_text() == words[0]
        assert page.evaluate("localStorage.length") == 0


def test_no_layout_shifts_and_no_long_task(opened: Opener, site_url: str) -> None:
    watch = """
        window.shifts = []; window.tasks = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((one) => one.value)))
            .observe({ type: "layout-shift", buffered: true });
    """
    with opened("about:blank", viewport={"width": 360, "height": 800}) as page:
        page.add_init_script(watch)
        page.goto(site_url + ARTICLE["hi"], wait_until="networkidle")
        assert page.evaluate("shifts") == []


@EVERY_LANGUAGE
def test_open_drawers_and_the_search_have_no_violation_either(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language], viewport=SMALL) as page:
        for part in ("navigation", "contents"):
            page.locator(f"[popovertarget={part}]").first.click()
            results = Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
            page.keyboard.press("Escape")
        page.locator(".hc-header .hc-find").click()
        page.locator("#search-words").fill("webhook")
        page.locator(".hc-results > li").first.wait_for()
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


def test_without_javascript_nothing_is_offered_that_needs_it(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["hi"], java_script_enabled=False) as page:
        for part in (".hc-header .hc-find", ".hc-scheme", ".hc-search"):
            assert not page.locator(part).is_visible()
        assert page.locator("#navigation a").first.is_visible()
        assert page.locator("#contents a").first.is_visible()


def test_print_leaves_the_article(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["en"]) as page:
        page.emulate_media(media="print")
        for part in (".hc-header", "#navigation", "#contents", ".hc-footer", ".hc-form"):
            assert not page.locator(part).is_visible()
        assert page.locator(".hc-steps > li").last.is_visible()
        assert page.locator(".hc-rules").is_visible()


@EVERY_LANGUAGE
def test_a_missing_page_is_told_in_the_language_of_its_address(opened: Opener, site_url: str, language: str) -> None:
    prefix = "" if language == LANGUAGES[0] else f"{language}/"
    with opened(f"{site_url}{prefix}no/such/page/", expected=("404", "such/page")) as page:
        assert page.locator("html").get_attribute("lang") == language
        page.locator("article a").first.click()
        page.wait_for_url(site_url + prefix)
