"""The built article as readers meet it, in both languages."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Opener
from support import specimen_site

ARTICLE = {"hi": "gateways/acme-pay/", "en": "en/gateways/acme-pay/"}
PAGES = ("", "checker/", "guides/intervals/", "guides/failed-payments/", "gateways/acme-pay/", "writing/")
LANGUAGES = pytest.mark.parametrize("language", ["hi", "en"])
INR_MONTHLY = "?gateway=acme-pay&currency=INR&payment=subscription&every=1&unit=month&field=email"


def prefix(language: str) -> str:
    return "" if language == "hi" else f"{language}/"


@LANGUAGES
def test_the_article_has_steps_notes_checker_and_rules(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language]) as page:
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator(".hc-steps > li").count() == 10
        assert page.locator(".hc-steps .hc-callout").all_inner_texts() == ["1", "2", "3", "4"]
        assert page.locator("[id^=note-]").count() == 4
        page.locator(".hc-checker").scroll_into_view_if_needed()
        page.locator(".hc-checker form").wait_for()
        rows = page.locator(".hc-rules tbody tr[id]").count()
        assert rows == len(specimen_site().gateways["acme-pay"].rules)


@LANGUAGES
def test_the_switch_stays_on_the_article_and_keeps_the_plan(opened: Opener, site_url: str, language: str) -> None:
    other = "en" if language == "hi" else "hi"
    with opened(site_url + ARTICLE[language] + INR_MONTHLY) as page:
        page.locator(".hc-answer").wait_for()
        page.click(f"a[hreflang={other}]")
        page.wait_for_url(f"{site_url}{ARTICLE[other]}?*")
        page.locator(".hc-answer").wait_for()
        assert page.locator(".hc-finding-head").count() == 7
        assert page.locator("#check-currency").input_value().startswith("INR")


@LANGUAGES
def test_without_javascript_the_article_is_complete_as_text(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language], java_script_enabled=False) as page:
        assert page.locator(".hc-checker :is(form, input, button)").count() == 0
        assert page.locator("#checker a:visible").get_attribute("href") == "#rules"
        assert page.locator(".hc-request blockquote").first.is_visible()
        assert page.locator(".hc-copy:visible, .hc-request input:visible, .hc-done:visible").count() == 0
        table = page.locator(".hc-rules").inner_text()
        assert all(code in table for code in ("USD", "EUR", "GBP", "30"))
        assert page.locator(".hc-steps > li").last.is_visible()


@LANGUAGES
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [ARTICLE["hi"] + INR_MONTHLY, ARTICLE["hi"] + "?currency=XXQ"])
def test_axe_finds_nothing_in_what_the_checker_shows(
    opened: Opener, site_url: str, language: str, scheme: str, path: str
) -> None:
    with opened(site_url + prefix(language) + path, color_scheme=scheme) as page:
        page.wait_for_load_state("networkidle")
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


def test_nothing_is_asked_of_another_host(opened: Opener, site_url: str) -> None:
    hosts: set[str] = set()
    with opened("about:blank") as page:
        page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
        for path in PAGES:
            page.goto(site_url + path, wait_until="networkidle")
    assert hosts == {site_url.split("/")[2]}


def test_english_words_in_a_hindi_answer_are_marked(opened: Opener, site_url: str) -> None:
    unmarked = """() => {
        const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
        const found = [];
        while (texts.nextNode()) {
            const { data, parentElement } = texts.currentNode;
            const exempt = "[lang=en], code, script, template, option, noscript";
            if (/[A-Za-z]{2}/.test(data) && !parentElement.closest(exempt)) found.push(data);
        }
        return found;
    }"""
    for path in ("checker/", "gateways/acme-pay/"):
        with opened(site_url + path + INR_MONTHLY) as page:
            page.locator(".hc-answer:visible").wait_for()
            assert page.evaluate(unmarked) == []


def test_no_glyph_is_missing(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["hi"]) as page:
        session = page.context.new_cdp_session(page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        node = session.send("DOM.querySelector", {"nodeId": root, "selector": "article"})["nodeId"]
        fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        names = {font["familyName"] for font in fonts}
        assert any("Devanagari" in name for name in names), f"install fonts-noto-core; the page was drawn with {names}"
        assert not any("LastResort" in name for name in names)


def test_writers_files_are_not_published(site_folder: Path) -> None:
    assert [path.name for path in site_folder.rglob("*.yml")] == []
