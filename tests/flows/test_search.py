"""The search dialog: by keyboard, by dictation, with what is mistyped, and silent until it is opened."""

import pytest
from browsing import Opener
from searching import ask, open_search


def test_nothing_is_loaded_before_the_first_use(opened: Opener, site_url: str) -> None:
    asked: list[str] = []
    with opened("about:blank") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(site_url, wait_until="networkidle")
        assert [url for url in asked if "/search/" in url or "/pagefind/" in url] == []
        open_search(page, site_url)
        ask(page, "webhook")
        assert [url for url in asked if "/en" in url] == []  # the other language is not loaded either


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_the_whole_search_by_keyboard(opened: Opener, site_url: str, keys: str) -> None:
    with opened(site_url, reduced_motion="reduce") as page:
        page.locator("html").press(keys)
        assert page.evaluate("document.activeElement.id") == "search-words"
        page.keyboard.type("webhook")
        page.locator(".hc-results > li").first.wait_for()
        links = page.locator(".hc-results a").count()
        for _ in range(links + 2):
            page.keyboard.press("ArrowDown")
        assert page.locator(".hc-results a").last.evaluate("one => one === document.activeElement")
        for _ in range(links + 2):
            page.keyboard.press("ArrowUp")
        assert page.evaluate("document.activeElement.id") == "search-words"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url("**/gateways/acme-pay/#request-details")


def test_escape_closes_and_focus_goes_back(opened: Opener, site_url: str) -> None:
    with opened(site_url) as page:
        button = page.locator(".hc-header .hc-find")
        button.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        assert not page.locator("#search").is_visible()
        assert button.evaluate("one => one === document.activeElement")


def test_enter_opens_the_first_page(opened: Opener, site_url: str) -> None:
    with opened(f"{site_url}en/") as page:
        page.keyboard.press("/")
        page.keyboard.type("deadline")
        page.locator(".hc-results > li").first.wait_for()
        page.keyboard.press("Enter")
        page.wait_for_url("**/en/guides/failed-payments/")


def test_words_that_arrive_without_keys_are_searched(opened: Opener, site_url: str) -> None:
    with opened(site_url) as page:
        page.locator(".hc-header .hc-find").click()
        page.keyboard.insert_text("वेबहुक")  # as pasting, dictation and input methods do: no key is pressed
        page.locator(".hc-results > li").first.wait_for()
        assert page.locator(".hc-results a").first.get_attribute("href") == "/gateways/acme-pay/"


def test_the_number_of_pages_is_announced_in_a_region_that_was_there(opened: Opener, site_url: str) -> None:
    with opened(f"{site_url}en/") as page:
        page.locator(".hc-header .hc-find").click()
        status = page.locator(".hc-search-status[role=status]")
        assert status.inner_text() == ""
        assert ask(page, "popup").says == "1 page found."
        assert ask(page, "interval").says.endswith("pages found.")


def test_the_other_language_is_offered_and_labelled(opened: Opener, site_url: str) -> None:
    with opened(site_url) as page:
        page.locator(".hc-header .hc-find").click()
        answer = ask(page, "instructions")
        assert "अंग्रेज़ी में" in answer.says
        assert answer.pages[0][0].startswith("en/")
        assert page.locator(".hc-results > li").first.get_attribute("lang") == "en"


def test_a_word_that_no_page_has_is_named(opened: Opener, site_url: str) -> None:
    with opened(f"{site_url}en/") as page:
        page.locator(".hc-header .hc-find").click()
        answer = ask(page, "webhook banana")
        assert "“banana”" in answer.says
        assert answer.pages[0][0] == "en/gateways/acme-pay/"
        assert "notification" in ask(page, "notificaton").says


def test_recent_searches_are_kept_on_the_device_and_can_be_forgotten(opened: Opener, site_url: str) -> None:
    with opened(f"{site_url}en/") as page:
        page.locator(".hc-header .hc-find").click()
        ask(page, "webhook")
        page.locator(".hc-results a").first.click()
        page.wait_for_url("**/acme-pay/")
        page.locator("html[data-ready]").wait_for(state="attached")
        page.locator(".hc-header .hc-find").click()
        recent = page.locator(".hc-recent li button")
        assert recent.all_inner_texts() == ["webhook"]
        recent.first.click()
        page.locator(".hc-results > li").first.wait_for()
        page.locator("#search-words").fill("")
        page.locator("[data-forgets]").click()
        assert not page.locator(".hc-recent").is_visible()
        assert page.evaluate("localStorage.length") == 0


def test_what_no_page_covers_is_said_first_and_leads_on(opened: Opener, site_url: str) -> None:
    with opened(f"{site_url}en/") as page:
        page.locator(".hc-header .hc-find").click()
        answer = ask(page, "acme pay fees")
        assert answer.says.startswith("What a gateway charges is on no page here.")
        assert answer.nearest == ["en/checker/"]
        assert answer.pages[0][0] == "en/gateways/acme-pay/"
        page.locator("#search-words").press("ArrowDown")
        assert page.evaluate("document.activeElement.pathname") == "/en/checker/"
        assert ask(page, "phone number").nearest == []
        assert page.locator(".hc-nearest a").all_inner_texts() == ["systeme.io’s help center"]
        assert ask(page, "webhook").nearest == []
        assert not page.locator(".hc-nearest").is_visible()


def test_who_finds_nothing_is_shown_the_nearest_pages_and_whom_to_ask(opened: Opener, site_url: str) -> None:
    with opened(f"{site_url}en/") as page:
        page.locator(".hc-header .hc-find").click()
        answer = ask(page, "zzzz")
        assert (answer.pages, answer.nearest) == ([], ["en/checker/", "en/guides/intervals/"])
        assert "zzzz" in answer.says
        assert page.locator(".hc-nearest a").last.get_attribute("href") == "https://help.systeme.io/"
        nearest = ask(page, "subskripsuns").nearest
        assert nearest
        assert nearest != answer.nearest
        ask(page, "zzzz")
        page.locator("#search-words").press("Enter")
        page.wait_for_url("**/en/checker/")


@pytest.mark.parametrize("query", ["<img src=x onerror=alert(1)> webhook", "😀", "(((", "a" * 300, "।।।", "__proto__"])
def test_what_is_typed_is_never_executed(opened: Opener, site_url: str, query: str) -> None:
    with opened(site_url) as page:
        page.locator(".hc-header .hc-find").click()
        page.locator("#search-words").fill(query)
        page.locator(".hc-search-status:not(:empty)").wait_for()
        assert page.locator("#search img").count() == 0


def test_a_search_that_cannot_load_says_so_and_tries_again(opened: Opener, site_url: str) -> None:
    with opened(
        f"{site_url}en/", expected=("Failed to load", "Service Worker", "search/en.json"), service_workers="block"
    ) as page:
        page.route("**/search/en.json", lambda route: route.abort())
        page.locator(".hc-header .hc-find").click()
        page.locator("#search-words").fill("webhook")
        page.locator(".hc-search-status", has_text="does not work").wait_for()
        page.unroute("**/search/en.json")
        assert ask(page, "webhooks").pages
