"""The checker in a real browser: by keyboard, with bad input, from a shared address, and silent towards the network."""

import pytest
from browsing import Opener
from playwright.sync_api import Page, Route
from support import specimen_site

from helpcenter.commands.plan import verdict_lines

ARTICLE = {"hi": "gateways/acme-pay/", "en": "en/gateways/acme-pay/"}
LANGUAGES = pytest.mark.parametrize("language", ["hi", "en"])
READY = ".hc-checker[data-ready]"
PLAN = "?currency=INR&payment=subscription&every=1&unit=month&start=2027-01-31&amount=100000&field=email"


def findings(page: Page) -> dict[str, str]:
    """Return the outcome of each finding by its rule."""
    rows: list[list[str]] = page.locator(":is(.hc-findings, .hc-rest ul) > li").evaluate_all(
        "all => all.map(({ dataset }) => [dataset.rule, dataset.outcome])"
    )
    return dict(rows)


def submit(page: Page) -> None:
    page.locator(".hc-submit").click()


def ready(page: Page) -> None:
    """Come near to the checker, which is loaded then."""
    page.locator(".hc-checker").scroll_into_view_if_needed()
    page.locator(READY).wait_for()


def choose(page: Page, code: str) -> None:
    page.fill("#check-currency", code)
    page.keyboard.press("Tab")
    assert page.input_value("#check-currency").startswith(code)


def test_rupees_monthly_without_last_name_gives_three_findings_in_hindi(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["hi"]) as page:
        ready(page)
        choose(page, "INR")
        page.fill("#check-every", "1")
        page.select_option("#check-unit", "month")
        page.check("[name=field][value=email]")
        page.check("[name=field][value=first-name]")
        submit(page)
        rejected = page.locator("[data-outcome=change]")
        rules = rejected.evaluate_all("all => all.map(({ dataset }) => dataset.rule)")
        assert rules == ["required_fields", "currencies", "interval"]
        mends = rejected.locator(".hc-mend").all_inner_texts()
        assert "अंतिम नाम" in mends[0]
        assert "USD, EUR या GBP" in mends[1]
        assert "30 दिन" in mends[2]
        assert page.locator(".hc-rest").evaluate("one => one.open") is False
        links = rejected.locator("a").evaluate_all("all => all.map((link) => link.getAttribute('href'))")
        assert links == ["#note-1", "#note-2", "#note-3"]
        for link in links:
            assert page.locator(link).is_visible()


@LANGUAGES
def test_the_page_says_the_same_as_the_command(opened: Opener, site_url: str, language: str) -> None:
    site = specimen_site()
    for currency, every, unit, fields in [
        ("INR", "1", "month", ["email"]),
        ("USD", "३०", "day", ["email", "first-name", "last-name"]),
        ("JPY", "2", "year", []),
        ("GBP", "1 week", "day", ["email"]),
    ]:
        query = f"?currency={currency}&payment=subscription&every={every}&unit={unit}"
        address = site_url + ARTICLE[language] + query + "".join(f"&field={field}" for field in fields)
        form = {"currency": currency, "payment": "subscription", "every": every, "unit": unit, "fields": fields}
        lines, _ = verdict_lines(site, "acme-pay", form, language)
        with opened(address) as page:
            page.locator(".hc-answer:visible").wait_for()
            said = page.locator(
                ".hc-summary, .hc-open, .hc-finding-says > span, .hc-mend, blockquote p, .hc-answer li a"
            ).all_text_contents()
        assert sorted(filter(None, said)) == sorted(line for line in lines if line and not line.startswith("["))


@LANGUAGES
def test_by_keyboard_alone(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language]) as page:
        ready(page)
        press = page.keyboard.press
        page.locator("#check-currency").focus()
        page.keyboard.type("rup")
        press("ArrowDown")
        assert page.locator("#check-currency").get_attribute("aria-activedescendant") == "check-INR"
        press("Enter")
        assert not page.locator("#check-currencies").is_visible()
        press("Tab")  # kind of payment: subscription is chosen
        press("Tab")
        page.keyboard.type("1")
        press("Tab")
        for _ in range(3):
            press("ArrowDown")  # days, weeks, months
        for _ in range(4):
            press("Tab")  # past the buttons for an interval
        press("Space")  # email
        for _ in range(4):
            press("Tab")  # past what is optional, to the button
        press("Enter")
        assert page.evaluate("document.activeElement.matches('.hc-verdict')")
        assert findings(page)["currencies"] == "change"
        assert findings(page)["interval"] == "change"
        press("Tab")  # the note that says it
        press("Tab")
        press("Enter")  # the first mend: the fields that are missing
        assert page.evaluate("document.activeElement.matches('.hc-verdict')")
        assert findings(page)["required_fields"] == "yes"
        press("Tab")
        press("Enter")  # undone
        assert findings(page)["required_fields"] == "change"


@LANGUAGES
def test_an_empty_form_is_answered_with_a_summary_that_leads_to_each_field(
    opened: Opener, site_url: str, language: str
) -> None:
    with opened(site_url + ARTICLE[language]) as page:
        ready(page)
        title = page.title()
        submit(page)
        assert page.evaluate("document.activeElement.matches('.hc-problems')")
        assert page.title().endswith(title)
        assert page.title() != title
        summary = page.locator(".hc-problems a")
        assert summary.all_inner_texts() == page.locator(".hc-error:visible").all_inner_texts()
        summary.nth(1).click()
        assert page.evaluate("document.activeElement.id") == "check-every"
        assert "check-every-error" in (page.locator("#check-every").get_attribute("aria-describedby") or "")
        choose(page, "USD")
        page.fill("#check-every", "30 दिन")
        submit(page)
        assert page.title() == title
        assert page.locator(".hc-error:visible").count() == 0
        assert page.locator("[aria-invalid=true]").count() == 0


def test_three_different_messages_for_unknown_not_accepted_and_empty(opened: Opener, site_url: str) -> None:
    said = []
    for currency in ("XXQ", "INR", ""):
        with opened(site_url + ARTICLE["en"] + f"?currency={currency}&payment=subscription&every=30&unit=day") as page:
            ready(page)
            submit(page)
            said.append(page.locator(".hc-error:visible, [data-rule=currencies] .hc-finding-says").first.text_content())
    assert len(set(said)) == 3


def test_what_was_typed_stays_and_is_read_in_any_script(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["hi"]) as page:
        ready(page)
        choose(page, "USD")
        page.fill("#check-every", " ३० दिन ")
        submit(page)
        assert page.input_value("#check-every") == " ३० दिन "
        assert findings(page)["interval"] == "yes"
        page.fill("#check-every", "3e1")
        submit(page)
        assert page.input_value("#check-every") == "3e1"
        assert page.locator("#check-every-error").is_visible()


def test_an_answer_never_stands_beside_another_plan(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["en"] + "?currency=INR&payment=one-time") as page:
        page.locator(".hc-answer:visible").wait_for()
        choose(page, "USD")
        assert findings(page)["currencies"] == "yes"
        page.fill("#check-currency", "no such")
        page.keyboard.press("Tab")
        assert not page.locator(".hc-answer").is_visible()
        assert not page.locator(".hc-problems").is_visible()  # not before the reader asks


def test_a_one_time_payment_asks_for_no_interval(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["en"]) as page:
        ready(page)
        page.check("[name=payment][value=one-time]")
        assert not page.locator("#check-every").is_visible()
        choose(page, "EUR")
        submit(page)
        assert "interval" not in findings(page)


def test_the_address_keeps_the_plan_and_reload_gives_the_same_answer(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["en"]) as page:
        ready(page)
        choose(page, "INR")
        page.fill("#check-every", "2 weeks")
        page.check("[name=field][value=last-name]")
        submit(page)
        before = page.locator(".hc-answer").inner_text()
        assert "currency=INR" in page.url
        page.reload()
        page.locator(".hc-answer:visible").wait_for()
        assert page.locator(".hc-answer").inner_text() == before
        assert page.is_checked("[name=field][value=last-name]")


@pytest.mark.parametrize(
    "query",
    [
        "?currency=<img src=x onerror=alert(1)>&payment=subscription&every=<b>1</b>&unit=day",
        "?currency=__proto__&payment=constructor&every=1&unit=toString&field=valueOf&gateway=__proto__",
        "?currency=%00%FF&every=%F0%9F%92%A9&payment=subscription&unit=%25",
        "?currency=INR&payment=subscription&every=" + "9" * 5000 + "&unit=day",
    ],
)
def test_hostile_addresses_run_nothing_and_are_answered(opened: Opener, site_url: str, query: str) -> None:
    with opened(site_url + ARTICLE["en"] + query) as page:
        ready(page)
        assert page.locator(".hc-ignored:visible, .hc-problems:visible").count() > 0
        assert page.locator(".hc-checker img, .hc-checker .hc-problems b").count() == 0
        assert not page.locator(".hc-answer").is_visible()


def test_using_the_checker_sends_nothing(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["en"]) as page:
        ready(page)
        page.wait_for_load_state("networkidle")
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))  # the browser takes the icon when it likes
        choose(page, "INR")
        page.fill("#check-every", "1 month")
        page.locator(".hc-optional summary").click()
        page.fill("#check-amount", "₹500")
        submit(page)
        page.locator(".hc-answer:visible").wait_for()
        for rule in ("currencies", "required_fields", "interval"):
            page.locator(f"[data-rule={rule}] button").first.click()
        page.locator("[data-act=text]").click()
        page.wait_for_load_state("networkidle")
        assert [url for url in requests if "/icon." not in url and "/others." not in url] == []


@LANGUAGES
def test_a_second_gateway_is_a_folder_and_its_checker_works(opened: Opener, site_url: str, language: str) -> None:
    prefix = "" if language == "hi" else "en/"
    with opened(f"{site_url}{prefix}gateways/demo-pay/") as page:
        ready(page)
        choose(page, "INR")
        page.fill("#check-every", "2")
        page.select_option("#check-unit", "week")
        page.check("[name=field][value=email]")
        submit(page)
        assert findings(page) == {
            "currencies": "yes",
            "required_fields": "yes",
            "subscriptions": "yes",
            "interval": "yes",
            "retries": "tells",
            "after_failure": "tells",
            "card_update": "tells",
        }
        assert page.locator(".hc-verdict").get_attribute("data-group") == "fits"
    with opened(site_url + prefix) as page:
        assert page.locator(".hc-asked li").count() == 2


BROKEN = ["{}", "null", "[]", "<p>no</p>", '{"__proto__": {"texts": {}}, "texts": {"messages": {}}}', None]
"""What a host may send in the place of a file; the last one is a connection that breaks."""

WITHOUT = (".hc-checker", "/assets/", "Failed to load", "Service Worker registration blocked", "Acme", "Demo")


def broken(page: Page, pattern: str, content: str | None) -> None:
    def answer(route: Route) -> None:
        if content is None:
            route.abort()
        else:
            route.fulfill(body=content, content_type="application/json")

    page.route(pattern, answer)


@pytest.mark.parametrize("file", ["form", "words", "rules"])
@pytest.mark.parametrize("address", ["gateways/acme-pay/", "en/checker/"])
def test_a_checker_whose_files_are_broken_says_so_and_leads_to_the_rules(
    opened: Opener, site_url: str, address: str, file: str
) -> None:
    with opened("about:blank", expected=WITHOUT, service_workers="block") as page:
        page.goto(site_url + address)
        name = page.locator(".hc-checker").get_attribute(f"data-{file}")
        assert name is not None
        pattern = f"**/{name[name.index('assets/') :]}"
        for content in BROKEN if address in ARTICLE.values() else BROKEN[::5]:
            page.unroute_all()
            broken(page, pattern, content)
            page.goto(site_url + address + PLAN)
            says = page.locator(".hc-checker [role=alert]")
            says.wait_for()
            assert says.inner_text() == page.locator(".hc-checker").get_attribute("data-failed")
            link = page.locator(".hc-checker a[href$='#rules']")
            assert link.is_visible()
            assert page.locator(".hc-checker form").count() == 0
        link.click()
        page.locator("#rules").wait_for()


@pytest.mark.parametrize("module", ["page", "finder"])
def test_a_checker_whose_script_does_not_come_says_so(opened: Opener, site_url: str, module: str) -> None:
    with opened("about:blank", expected=WITHOUT, service_workers="block") as page:
        broken(page, f"**/checker/{module}.*", None)
        page.goto(site_url + {"page": ARTICLE["en"], "finder": "en/checker/"}[module])
        page.locator(".hc-checker").scroll_into_view_if_needed()
        page.locator(".hc-checker [role=alert]").wait_for()
        page.unroute(f"**/checker/{module}.*")
        page.locator(".hc-checker button").click()
        ready(page)


def test_without_any_script_of_ours_the_rules_can_be_reached(opened: Opener, site_url: str) -> None:
    with opened("about:blank", expected=WITHOUT, service_workers="block") as page:
        broken(page, "**/assets/main.*", None)
        page.goto(site_url + ARTICLE["en"])
        page.locator(".hc-checker a").wait_for()


def test_rules_that_cannot_be_judged_are_told_when_a_reader_asks(opened: Opener, site_url: str) -> None:
    with opened("about:blank", expected=WITHOUT, service_workers="block") as page:
        broken(page, "**/assets/**/*acme-pay*.json", '{"name": "Acme", "rules": {"currencies": [{"only": 7}]}}')
        page.goto(site_url + ARTICLE["en"])
        ready(page)
        choose(page, "USD")
        page.fill("#check-every", "30 days")
        submit(page)
        page.locator(".hc-checker [role=alert]").wait_for()
        assert page.locator(".hc-checker a[href$='#rules']").is_visible()


def test_a_result_whose_rules_do_not_come_says_so_and_can_be_asked_again(opened: Opener, site_url: str) -> None:
    with opened("about:blank", expected=WITHOUT, service_workers="block") as page:
        page.goto(site_url + "en/checker/?currency=USD")
        whole = page.locator(".hc-found details").first
        whole.wait_for()
        broken(page, "**/assets/**/*-pay*.json", None)
        whole.locator("summary").click()
        whole.locator("[role=alert]").wait_for()
        assert whole.locator("a[href$='#rules']").is_visible()
        page.unroute("**/assets/**/*-pay*.json")
        whole.locator("summary").click()
        whole.locator("summary").click()
        whole.locator(".hc-findings").wait_for()
        assert whole.locator("[role=alert]").count() == 0
