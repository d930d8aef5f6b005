"""Did this help? What the reader is told is what happened to the answer."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Handler, Opener, built
from playwright.sync_api import Page, Route, expect
from support import ROOT, specimen, specimen_site

from helpcenter.deploy.headers import security_headers
from helpcenter.deploy.parsed import parsed
from helpcenter.pages.feedback import ANSWERED

ARTICLE = "en/gateways/acme-pay/"
FORM = ".hc-feedback"
STATUS = f"{FORM} [role=status]"


def says(*ids: str) -> str:
    return " ".join(str(specimen_site().messages.feedback[id_]["en"]) for id_ in ids)


def answer(page: Page, value: str) -> None:
    """Press Yes or No, and wait until the page says what became of it."""
    press(page, f"[value={value}]")


def press(page: Page, button: str) -> None:
    """Press a button, and wait until the page says what became of it; what it said before does not count."""
    page.locator(STATUS).evaluate("status => status.textContent = ''")
    page.locator(FORM).locator(button).first.click()
    told(page)


def told(page: Page) -> str:
    status = page.locator(STATUS)
    expect(status).not_to_have_text(re.compile(f"^({re.escape(says('sending'))})?$"))
    return status.inner_text()


def kept(page: Page) -> list[dict[str, str]]:
    return page.evaluate("JSON.parse(localStorage.getItem('hc-answers') ?? '[]')")  # type: ignore[no-any-return]  # ours


@contextmanager
def failing(page: Page) -> Iterator[None]:
    """Let nothing arrive."""
    page.route("**/feedback", lambda route: route.abort())
    yield
    page.unroute("**/feedback")


def test_an_answer_is_sent_with_what_it_is_about_and_thanked_for(opened: Opener, site_url: str) -> None:
    Handler.received.clear()
    with opened(site_url + ARTICLE) as page:
        answer(page, "yes")
        assert page.locator(STATUS).inner_text() == says("thanks")
        assert page.locator(f"{FORM} fieldset:visible").count() == 0
        assert page.evaluate("document.activeElement.getAttribute('role')") == "status"
    (sent,) = Handler.received
    assert re.fullmatch("[0-9a-f]{32}", sent.pop("id"))
    sent.pop("commit", None)  # of a clone
    assert sent == {"page": "gateways/acme-pay/index", "language": "en", "helped": "yes"}


def test_after_a_no_the_reader_says_why_and_is_led_on(opened: Opener, site_url: str) -> None:
    Handler.received.clear()
    with opened(site_url + ARTICLE) as page:
        answer(page, "no")
        assert page.locator(f"{FORM} .hc-ways a").is_visible()
        page.locator(f"{FORM} [value=missing]").check()
        page.locator(f"{FORM} select").select_option("rules")
        page.locator(f"{FORM} textarea").fill("Which email?")
        assert Axe().run(page, FORM).violations_count == 0
        page.locator(f"{FORM} .hc-why button").click()
        page.locator(f"{FORM} .hc-why").wait_for(state="hidden")
        assert page.locator(STATUS).inner_text() == says("thanks")
        assert page.evaluate("document.activeElement.getAttribute('role')") == "status"
        assert page.locator(f"{FORM} .hc-ways a").is_visible()
    first, second = Handler.received
    assert first["id"] == second["id"]  # one answer, completed
    assert second == {**first, "reason": "missing", "anchor": "rules", "text": "Which email?"}


def test_buttons_wait_while_an_answer_is_sent(opened: Opener, site_url: str) -> None:
    waiting: list[Route] = []
    with opened(site_url + ARTICLE) as page:
        page.route("**/feedback", lambda route: waiting.append(route))
        for value in ("yes", "yes", "no", "yes"):
            page.locator(f"{FORM} [value={value}]").first.click(force=True)
        page.locator(f"{FORM} button[aria-disabled=true]").first.wait_for()
        assert page.locator(STATUS).inner_text() == says("sending")
        assert len(waiting) == 1
        waiting[0].fulfill(status=204)
        assert told(page) == says("thanks")
        assert len(waiting) == 1


@pytest.mark.parametrize("status", [0, 200, 404, 429, 500, 503])
def test_what_did_not_arrive_is_kept_and_sent_at_the_next_visit(opened: Opener, site_url: str, status: int) -> None:
    Handler.received.clear()
    with opened(site_url + ARTICLE, expected=("feedback", "Failed to load")) as page:
        page.route("**/feedback", lambda route: route.fulfill(status=status) if status else route.abort())
        answer(page, "yes")
        assert page.locator(STATUS).inner_text() == says("failed", "kept")
        answer(page, "yes")  # once more: the question is still there
        (one,) = kept(page)
        page.unroute("**/feedback")
        page.goto(f"{site_url}en/guides/intervals/")
        assert told(page) == says("sent-later")
        assert kept(page) == []
        page.reload()
        page.locator("html[data-ready]").wait_for(state="attached")
        page.wait_for_load_state("networkidle")
    assert Handler.received == [one]


def test_a_no_that_failed_can_be_completed_and_is_one_answer(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE, expected=("feedback", "Failed to load")) as page, failing(page):
        answer(page, "no")
        page.locator(f"{FORM} [value=unclear]").check()
        page.locator(f"{FORM} .hc-why button").click()
        assert told(page) == says("failed", "kept")
        (one,) = kept(page)
        assert (one["helped"], one["reason"]) == ("no", "unclear")
        assert page.locator(f"{FORM} .hc-why button").is_visible()


def test_where_nothing_can_be_kept_the_page_does_not_say_so(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE, expected=("feedback", "Failed to load")) as page, failing(page):
        page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full') } }")
        answer(page, "yes")
        assert page.locator(STATUS).inner_text() == says("failed")


@pytest.mark.parametrize("poison", ["{}", "null", "[null, 1, {}]", "not json"])
def test_what_others_have_stored_there_does_no_harm(opened: Opener, site_url: str, poison: str) -> None:
    with opened(site_url + ARTICLE) as page:
        page.evaluate("(text) => localStorage.setItem('hc-answers', text)", poison)
        page.reload()
        page.locator("html[data-ready]").wait_for(state="attached")
        answer(page, "yes")
        assert page.locator(STATUS).inner_text() == says("thanks")


def test_a_text_that_is_refused_stays_with_the_reason(opened: Opener, site_url: str) -> None:
    Handler.received.clear()
    with opened(site_url + ARTICLE, expected=("feedback", "422")) as page:
        answer(page, "no")
        page.route("**/feedback", lambda route: route.fulfill(status=422, json={"refused": "email"}))
        page.locator(f"{FORM} textarea").fill("asha@example.org")
        page.locator(f"{FORM} .hc-why button").click()
        page.locator(f"{FORM} .hc-error").wait_for()
        email = str(specimen_site().messages.feedback["email"]["en"])
        assert email in page.locator(f"{FORM} .hc-error").inner_text()
        assert page.evaluate("document.activeElement.name") == "text"
        assert page.locator(f"{FORM} textarea").input_value() == "asha@example.org"
        assert kept(page) == []
        page.unroute("**/feedback")
        page.locator(f"{FORM} textarea").fill("please mend it")
        page.locator(f"{FORM} .hc-why button").click()
        assert told(page) == says("thanks")
        assert page.locator(f"{FORM} .hc-error").is_hidden()
    assert [one.get("text") for one in Handler.received] == [None, "please mend it"]


def test_a_kept_text_that_is_refused_later_is_left_out_and_the_reader_told(opened: Opener, site_url: str) -> None:
    def refuse_texts(route: Route) -> None:
        if 'name="text"' in (route.request.post_data or ""):
            route.fulfill(status=422, json={"refused": "phone"})
        else:
            route.continue_()

    Handler.received.clear()
    with opened(site_url + ARTICLE, expected=("feedback", "Failed to load")) as page:
        with failing(page):
            answer(page, "no")
            page.locator(f"{FORM} textarea").fill("98765 43210")
            page.locator(f"{FORM} .hc-why button").click()
            told(page)
        page.route("**/feedback", refuse_texts)
        page.reload()
        assert told(page) == says("sent-without-text")
        assert kept(page) == []
    (sent,) = Handler.received
    assert sent["helped"] == "no"
    assert "text" not in sent


def test_a_wrong_fact_is_reported_beside_its_source(opened: Opener, site_url: str) -> None:
    Handler.received.clear()
    with opened(site_url + ARTICLE) as page:
        link = page.locator(".hc-source [data-reports]").first
        anchor = link.get_attribute("data-reports")
        for _ in range(2):
            link.click()
            expect(page.locator(f"{FORM} :focus")).to_be_visible()
            assert page.locator(f"{FORM} [value=wrong]").is_checked()
            page.locator(f"{FORM} textarea").fill("It says otherwise")
            press(page, ".hc-why button")
            assert told(page) == says("thanks")
    first, second = Handler.received
    assert first["id"] != second["id"]
    assert (first["reason"], first["anchor"], first["text"]) == ("wrong", anchor, "It says otherwise")


def test_the_finder_leads_to_the_report_of_a_rule(opened: Opener, site_url: str) -> None:
    with opened(f"{site_url}en/checker/?currency=INR") as page:
        page.locator("[data-rule=currencies] a[href*='#report-']").first.click()
        expect(page.locator(f"{FORM} [value=wrong]")).to_be_checked()
        expect(page.locator(f"{FORM} select")).to_have_value("rule-currencies")


def test_without_a_script_all_can_be_said_at_once(opened: Opener, site_url: str) -> None:
    Handler.received.clear()
    with opened(site_url + ARTICLE, expected=("feedback",), java_script_enabled=False) as page:
        page.locator(f"{FORM} [value=wrong]").check()
        page.locator(f"{FORM} select").select_option("rule-currencies")
        page.locator(f"{FORM} textarea").fill("INR too")
        page.locator(f"{FORM} .hc-why button").click()
        page.wait_for_timeout(100)
    (sent,) = Handler.received
    assert (sent["helped"], sent["reason"], sent["anchor"], sent["text"]) == (
        "no",
        "wrong",
        "rule-currencies",
        "INR too",
    )


def test_the_policy_of_the_site_allows_the_page_of_the_endpoint(site_folder: Path) -> None:
    page = (ROOT / "overrides" / ANSWERED).read_text(encoding="utf-8")
    (style,) = re.findall("'sha256-[^']+'", security_headers(parsed(page), "")["Content-Security-Policy"])
    assert style in (site_folder / "_headers").read_text(encoding="utf-8")


def test_only_articles_and_guides_ask(opened: Opener, site_url: str) -> None:
    for path, count in (("", 0), ("checker/", 0), ("guides/intervals/", 1), ("gateways/acme-pay/", 1)):
        with opened(site_url + path) as page:
            assert page.locator(FORM).count() == count


def test_without_an_endpoint_there_is_no_form_and_no_link(tmp_path: Path) -> None:
    project = specimen(tmp_path)
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("  feedback_url: /feedback\n", ""), "utf-8")
    result = built(project)
    assert result.returncode == 0, result.stderr
    pages = [path.read_text(encoding="utf-8") for path in (project / "site").rglob("*.html")]
    assert not [page for page in pages if "hc-feedback" in page or "data-reports" in page]


def test_where_the_script_does_not_load_the_page_says_that_nothing_was_sent(opened: Opener, site_url: str) -> None:
    expected = ("answering", "Failed to load", "Service Worker")
    with opened("about:blank", expected=expected, service_workers="block") as page:
        page.route("**/answering.*", lambda route: route.abort())
        page.goto(site_url + ARTICLE)
        page.locator("html[data-ready]").wait_for(state="attached")
        answer(page, "no")
        assert page.locator(STATUS).inner_text() == says("failed")
        page.unroute("**/answering.*")
        answer(page, "yes")
        assert page.locator(STATUS).inner_text() == says("thanks")
