"""The ready message to support, in the step that sends it: it takes the webhook URL, and nothing secret."""

import pytest
from browsing import Opener
from support import LANGUAGES

ARTICLE = {"hi": "gateways/acme-pay/", "en": "en/gateways/acme-pay/"}
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
URL = "https://example.org/hook/1"


@EVERY_LANGUAGE
def test_the_message_takes_the_webhook_url_and_nothing_secret(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language], permissions=["clipboard-read", "clipboard-write"]) as page:
        page.locator("html[data-ready]").wait_for(state="attached")
        before, reasons = page.url, set()
        request = page.locator("#step-contact-support .hc-request")
        error, message = request.locator(".hc-error"), request.locator("blockquote").first
        assert message.get_attribute("lang") == language  # the reader's language comes first
        page.locator("#webhook-url").focus()
        page.wait_for_load_state("networkidle")
        for text in ("4111 1111 1111 1111", "sk_live_51H8abcdefgh", "example.org"):
            page.fill("#webhook-url", text)
            reasons.add(error.inner_text())
            assert text not in message.inner_text()
        assert len(reasons) == 3
        page.fill("#webhook-url", "")
        assert not error.is_visible()
        page.fill("#webhook-url", URL)
        assert URL in message.inner_text()
        request.locator(".hc-copy").first.click()
        request.locator("[role=status]:not(:empty)").first.wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == message.inner_text()
        assert page.url == before


@EVERY_LANGUAGE
def test_where_nothing_can_be_copied_the_message_is_selected(opened: Opener, site_url: str, language: str) -> None:
    with opened("about:blank") as page:
        page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
        page.goto(site_url + ARTICLE[language])
        page.locator("html[data-ready]").wait_for(state="attached")
        page.locator(".hc-request .hc-copy").first.click()
        page.locator(".hc-request [role=status]:not(:empty)").first.wait_for()
        assert "Acme Pay" in page.evaluate("getSelection().toString()")


def test_it_is_only_where_a_rule_calls_for_it(opened: Opener, site_url: str) -> None:
    with opened(f"{site_url}gateways/demo-pay/") as page:
        assert page.locator(".hc-request").count() == 0
