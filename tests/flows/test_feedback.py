"""Did this help? What the reader is told is what happened to the answer."""

import pytest
from browsing import Handler, Opener

ARTICLE = "en/gateways/acme-pay/"


def test_an_answer_is_sent_with_its_page_and_thanked_for(opened: Opener, site_url: str) -> None:
    Handler.received.clear()
    with opened(site_url + ARTICLE) as page:
        page.wait_for_load_state("networkidle")
        page.locator(".hc-feedback button").first.click()
        page.locator(".hc-feedback [role=status]:not(:empty)").wait_for()
        assert page.locator(".hc-feedback [role=status]").inner_text() == "Thank you for your feedback."
        assert page.locator(".hc-feedback fieldset:visible").count() == 0
    assert Handler.received == ["page=gateways%2Facme-pay%2Findex&helped=yes"]


@pytest.mark.parametrize("language", ["hi", "en"])
def test_a_failure_is_told_and_the_question_stays(opened: Opener, site_url: str, language: str) -> None:
    path = ARTICLE if language == "en" else ARTICLE.removeprefix("en/")
    with opened(site_url + path, expected=("broken", "500")) as page:
        page.wait_for_load_state("networkidle")
        page.locator(".hc-feedback").evaluate("(form) => { form.action = '/broken'; }")
        page.locator(".hc-feedback [value=no]").click()
        page.locator(".hc-feedback [role=status]:not(:empty)").wait_for()
        failed = page.locator(".hc-feedback").get_attribute("data-failed")
        assert page.locator(".hc-feedback [role=status]").inner_text() == failed
        assert page.locator(".hc-feedback fieldset").first.is_visible()


def test_after_a_no_the_reader_can_say_what_was_missing(opened: Opener, site_url: str) -> None:
    Handler.received.clear()
    with opened(site_url + ARTICLE) as page:
        page.wait_for_load_state("networkidle")
        page.locator(".hc-feedback [value=no]").click()
        page.locator(".hc-feedback [name=reason]:visible").nth(1).click()
        page.locator(".hc-feedback [name=reason]").first.wait_for(state="hidden")
        assert page.evaluate("document.activeElement.getAttribute('role')") == "status"
    assert Handler.received[1:] == ["page=gateways%2Facme-pay%2Findex&reason=missing"]


def test_only_articles_and_guides_ask(opened: Opener, site_url: str) -> None:
    for path, count in (("", 0), ("checker/", 0), ("guides/intervals/", 1), ("gateways/acme-pay/", 1)):
        with opened(site_url + path) as page:
            assert page.locator(".hc-feedback").count() == count
