"""What the checker answers with: mends that apply themselves, a year of dates, a failed payment, texts to keep."""

from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Opener
from looks import LOOKS
from playwright.sync_api import Page
from support import LANGUAGES, specimen_site
from test_checker import ARTICLE, PLAN, choose, findings, ready, submit

EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
MONTHLY = (
    "?currency=USD&payment=subscription&every=30&unit=day&start=2027-01-31&field=email&field=first-name&field=last-name"
)


def is_at_the_top(page: Page) -> bool:
    """Say whether the answer comes to lie right below the header, within five seconds."""
    away = """() => document.querySelector(".hc-answer").getBoundingClientRect().top
        - document.querySelector(".hc-header").getBoundingClientRect().bottom"""
    for _ in range(50):
        if abs(page.evaluate(away)) < 40:
            return True
        page.wait_for_timeout(100)
    return False


def answered(page: Page) -> Page:
    page.locator(".hc-answer:visible").wait_for()
    return page


@EVERY_LANGUAGE
@pytest.mark.parametrize("typed", ["भारतीय रु", "indian rupee", "₹", "inr", "रुपए", "bhartiya rupaya", "INR – "])
def test_a_currency_is_found_by_any_of_its_names(opened: Opener, site_url: str, language: str, typed: str) -> None:
    with opened(site_url + ARTICLE[language]) as page:
        ready(page)
        page.fill("#check-currency", typed)
        assert page.locator("#check-currencies [role=option]").first.inner_text().startswith("INR")
        page.keyboard.press("Tab")
        assert page.input_value("#check-currency").startswith("INR")


def test_the_beginning_of_a_code_is_no_choice(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["en"]) as page:
        ready(page)
        page.fill("#check-currency", "Rs")  # the rupee to everybody in India, and how a Serbian code begins
        assert page.locator("#check-currencies [role=option]").first.inner_text().startswith("INR")
        page.keyboard.press("Tab")
        assert page.input_value("#check-currency") == "Rs"


def test_a_number_alone_asks_for_its_unit(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["hi"]) as page:
        ready(page)
        choose(page, "USD")
        page.fill("#check-every", "३०")
        assert page.locator("[data-input=every] output").inner_text() == ""
        submit(page)
        assert page.locator("#check-every-error").is_visible()


@EVERY_LANGUAGE
def test_a_word_of_many_currencies_offers_them_and_chooses_none(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language]) as page:
        ready(page)
        page.fill("#check-currency", "rupaya")
        options = page.locator("#check-currencies [role=option]")
        assert options.first.inner_text().startswith("INR")
        assert 3 < options.count() < 12
        assert page.locator(".hc-live").inner_text() != ""
        page.keyboard.press("Escape")
        page.keyboard.press("Tab")
        assert page.input_value("#check-currency") == "rupaya"
        page.fill("#check-currency", "rupaya")
        page.locator("#check-currency-none, #check-PKR").click()
        assert page.input_value("#check-currency").startswith("PKR")


def test_only_money_is_offered(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["hi"]) as page:
        ready(page)
        page.locator("#check-currency").click()
        assert page.locator("#check-currencies [role=option]").count() > 150
        assert page.locator("#check-currencies [role=option]").first.inner_text().startswith("INR")
        assert page.locator("#check-XAU").count() == 0


@EVERY_LANGUAGE
@pytest.mark.parametrize(
    ("typed", "code", "read"),
    [("₹500", "INR", "INR 500"), ("$29", "USD", "USD 29"), ("500 रुपये", "INR", "INR 500"), ("Rs 1,00,000", "INR", "")],
)
def test_an_amount_brings_its_currency(
    opened: Opener, site_url: str, language: str, typed: str, code: str, read: str
) -> None:
    with opened(site_url + ARTICLE[language]) as page:
        ready(page)
        page.locator(".hc-optional summary").click()
        page.fill("#check-amount", typed)
        page.keyboard.press("Tab")
        assert page.input_value("#check-currency").startswith(code)
        grouped = {"hi": "INR 1,00,000", "en": "INR 100,000"}[language]
        assert page.locator("[data-input=amount] output").inner_text().endswith(read or grouped)
        choose(page, "EUR")
        page.fill("#check-every", "30 days")
        submit(page)
        assert page.locator("#check-amount-error").is_visible()


@EVERY_LANGUAGE
def test_an_interval_is_chosen_by_one_tap(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language]) as page:
        ready(page)
        page.locator(".hc-chip[data-unit=month]").click()
        assert (page.input_value("#check-every"), page.input_value("#check-unit")) == ("1", "month")
        assert page.locator("[data-input=every] output").inner_text() != ""


@EVERY_LANGUAGE
def test_an_error_goes_when_its_field_is_valid(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language]) as page:
        ready(page)
        submit(page)
        assert page.locator(".hc-error:visible").count() == 2
        page.locator("#check-every").press_sequentially("30 din")
        assert page.locator(".hc-error:visible").count() == page.locator(".hc-problems li").count() == 1
        page.locator("#check-currency").press_sequentially("usd")
        assert page.locator(".hc-error:visible").count() == 0
        assert not page.locator(".hc-problems").is_visible()


@EVERY_LANGUAGE
@pytest.mark.parametrize("height", [600, 664, 740])
def test_the_answer_is_at_the_top_after_each_check(opened: Opener, site_url: str, language: str, height: int) -> None:
    with opened(site_url + ARTICLE[language] + PLAN, viewport={"width": 360, "height": height}) as page:
        answered(page)
        page.locator("#check-currency").scroll_into_view_if_needed()
        submit(page)
        assert is_at_the_top(page)
        page.locator("[data-rule=currencies] button").first.click()
        assert is_at_the_top(page)
        assert page.locator(".hc-summary").bounding_box()["y"] < height / 2  # type: ignore[index]


@EVERY_LANGUAGE
def test_a_change_is_confirmed_and_can_be_undone(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language] + PLAN) as page:
        answered(page)
        before = page.url
        page.locator("[data-rule=currencies] button").first.click()
        assert "USD" in page.locator(".hc-applied").inner_text()
        assert findings(page)["currencies"] == "yes"
        page.locator(".hc-applied button").click()
        assert findings(page)["currencies"] == "change"
        assert page.input_value("#check-amount") != ""
        assert not page.locator(".hc-applied").is_visible()
        assert page.url == before


@EVERY_LANGUAGE
def test_what_is_not_documented_is_a_second_line(opened: Opener, site_url: str, language: str) -> None:
    name = specimen_site().vocabulary["card_update"].name[language]
    with opened(site_url + ARTICLE[language] + MONTHLY) as page:
        answered(page)
        assert page.locator(".hc-verdict").get_attribute("data-group") == "fits"
        assert name in page.locator(".hc-open").inner_text()
        assert page.locator(".hc-findings > li").count() == 0
        looks = page.locator(".hc-verdict").evaluate(
            "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one, '::before').content]"
        )
        page.locator("#check-currency").scroll_into_view_if_needed()
        choose(page, "INR")
        others = page.locator(".hc-verdict").evaluate(
            "one => [getComputedStyle(one).backgroundColor, getComputedStyle(one, '::before').content]"
        )
        assert [one == other for one, other in zip(looks, others, strict=True)] == [False, False]


@EVERY_LANGUAGE
def test_the_checker_names_the_gateway_that_it_is_about(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language] + PLAN) as page:
        answered(page)
        assert page.locator(".hc-only").inner_text() == "Acme Pay"
        assert "Acme Pay" in page.locator(".hc-summary").inner_text()


@EVERY_LANGUAGE
def test_headings_follow_each_other_also_around_an_answer(opened: Opener, site_url: str, language: str) -> None:
    prefix = "" if language == "hi" else "en/"
    for path in (ARTICLE[language], f"{prefix}checker/"):
        with opened(site_url + path + PLAN) as page:
            answered(page)
            levels: list[int] = page.locator("article :is(h1, h2, h3, h4)").evaluate_all(
                "all => all.filter((one) => one.getClientRects().length).map((one) => Number(one.localName[1]))"
            )
            assert levels[0] == 1
            assert all(after <= before + 1 for before, after in pairwise(levels))


@EVERY_LANGUAGE
@pytest.mark.parametrize("typed", ["30 din", "३० दिन", "1 month", "एक महीना", "हर महीने", "monthly"])
def test_what_was_understood_is_shown(opened: Opener, site_url: str, language: str, typed: str) -> None:
    with opened(site_url + ARTICLE[language]) as page:
        ready(page)
        assert page.locator("[data-input=every] output").inner_text() == ""
        page.fill("#check-every", typed)
        words = {"hi": ("30 दिन", "1 महीना"), "en": ("30 days", "1 month")}[language]
        assert (
            page.locator("[data-input=every] output")
            .inner_text()
            .endswith(words[0] if "0" in typed or "०" in typed else words[1])
        )


@EVERY_LANGUAGE
def test_each_mend_is_a_button_that_applies_it(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language] + PLAN) as page:
        answered(page)
        for rule in ("currencies", "required_fields", "interval"):
            page.locator(f"[data-rule={rule}] button").first.click()
            assert page.locator(f"[data-rule={rule}][data-outcome=yes]").count() == 1
            assert page.evaluate("document.activeElement.matches('.hc-verdict')")
        assert page.locator("[data-outcome=change]").count() == 0
        assert page.locator(".hc-verdict").get_attribute("data-group") == "fits"
        assert page.input_value("#check-amount") == ""  # it was an amount of another currency
        assert "every=30&" in page.url.replace("&unit", "&&unit")
        assert page.input_value("#check-unit") == "day"


def test_a_unit_to_choose_asks_for_the_number_anew(opened: Opener, site_url: str) -> None:
    query = "?currency=INR&payment=subscription&every=1&unit=year&field=email"
    with opened(f"{site_url}en/gateways/demo-pay/{query}") as page:
        answered(page)
        page.locator("[data-rule=interval] button").first.click()
        assert page.locator("[data-rule=interval][data-outcome=yes]").count() == 1


@EVERY_LANGUAGE
def test_a_year_of_charges_beside_calendar_months(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language] + MONTHLY + "&amount=100000") as page:
        year = answered(page).locator(".hc-year")
        assert year.locator("tbody tr").count() == 13
        says = year.locator("ul").inner_text()
        assert "13" in says
        assert "12" in says
        assert {"hi": "USD 13,00,000", "en": "USD 1,300,000"}[language] in says
        assert (
            year.locator("tr").nth(2).locator("td").all_inner_texts()[0]
            != year.locator("tr").nth(2).locator("td").all_inner_texts()[1]
        )


@pytest.mark.parametrize(("every", "rows", "columns"), [("7", 53, 2), ("365", 1, 3), ("1", 365, 2)])
def test_a_year_of_other_intervals(opened: Opener, site_url: str, every: str, rows: int, columns: int) -> None:
    with opened(site_url + ARTICLE["en"] + MONTHLY.replace("every=30", f"every={every}")) as page:
        year = answered(page).locator(".hc-year")
        assert year.locator("tbody tr").count() == rows
        assert year.locator("thead th:visible").count() == columns
        assert year.locator("tbody tr:visible").count() == min(rows, 14)
        assert year.locator(".hc-more").is_visible() == (rows > 14)
        if rows > 14:
            year.locator(".hc-more").click()
            assert year.locator("tbody tr:visible").count() == rows


@EVERY_LANGUAGE
def test_where_charge_and_deadline_meet_both_dates_are_shown(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language] + MONTHLY) as page:
        failure = answered(page).locator(".hc-failure")
        events = failure.locator("li").evaluate_all("all => all.map(({ dataset }) => dataset.event)")
        assert events == ["failed", "deadline next-charge"]
        row = failure.locator("li").last
        said = specimen_site().messages.dates["same-day"][language]
        assert said in row.inner_text()
        assert row.locator("b").count() == 1
    with opened(site_url + ARTICLE[language] + MONTHLY.replace("every=30", "every=60")) as page:
        assert said not in answered(page).locator(".hc-failure").inner_text()


@pytest.mark.parametrize(
    ("zone", "day"), [("Asia/Kolkata", "25"), ("America/New_York", "24"), ("Pacific/Kiritimati", "25")]
)
def test_today_is_the_readers_day(opened: Opener, site_url: str, zone: str, day: str) -> None:
    with opened("about:blank", timezone_id=zone) as page:
        page.clock.set_fixed_time("2026-11-24T20:00:00Z")
        page.goto(site_url + ARTICLE["en"] + MONTHLY.replace("&start=2027-01-31", ""))
        assert answered(page).locator(".hc-year tbody td").first.inner_text() == f"{day} November 2026"


@EVERY_LANGUAGE
def test_text_to_copy_is_in_every_language_with_the_plans_address(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language] + PLAN, permissions=["clipboard-read", "clipboard-write"]) as page:
        answered(page).locator("[data-act=text]").click()
        page.locator(".hc-copied:visible").wait_for()
        assert not page.locator(".hc-kept").is_visible()
        text = str(page.evaluate("navigator.clipboard.readText()"))
        assert "Subscription" in text
        assert "सब्सक्रिप्शन" in text
        assert text.count("Acme Pay") >= 2
        assert text.strip().endswith("#checker")
        assert page.url.split("?")[1] in text
        page.locator("[data-act=link]").click()
        assert page.evaluate("navigator.clipboard.readText()") in text


def test_where_nothing_can_be_copied_the_text_is_there_to_select(opened: Opener, site_url: str) -> None:
    with opened("about:blank") as page:
        page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
        page.goto(site_url + ARTICLE["hi"] + PLAN)
        answered(page).locator("[data-act=text]").click()
        page.locator(".hc-kept:visible").wait_for()
        assert page.evaluate("getSelection().toString() !== '' || document.activeElement.matches('.hc-kept')")


@EVERY_LANGUAGE
def test_the_phones_own_sheet_is_offered_where_there_is_one(opened: Opener, site_url: str, language: str) -> None:
    with opened("about:blank") as page:
        page.add_init_script("navigator.share = async (what) => { window.shared = what; }")
        page.goto(site_url + ARTICLE[language] + PLAN)
        answered(page).locator("[data-act=phone]").click()
        shared = page.evaluate("shared")
        assert "Acme Pay" in shared["text"]
        assert shared["url"].endswith("#checker")
    with opened("about:blank") as page:
        page.add_init_script("delete Navigator.prototype.share")
        page.goto(site_url + ARTICLE[language] + PLAN)
        assert not answered(page).locator("[data-act=phone]").is_visible()


@EVERY_LANGUAGE
def test_the_language_switch_keeps_every_value_also_of_a_draft(opened: Opener, site_url: str, language: str) -> None:
    other = "en" if language == "hi" else "hi"
    with opened(site_url + ARTICLE[language]) as page:
        ready(page)
        choose(page, "INR")
        page.locator(".hc-optional summary").click()
        page.fill("#check-amount", "1,00,000")
        page.fill("#check-start", "2027-01-31")
        page.check("[name=field][value=last-name]")
        # The driver would scroll to what is sticky already, and so change the place that is being read.
        page.locator(f"a[hreflang={other}]").evaluate("one => one.click()")
        page.wait_for_url(f"{site_url}{ARTICLE[other]}?*#checker")
        ready(page)
        assert page.input_value("#check-currency").startswith("INR")
        assert page.input_value("#check-amount") == "1,00,000"
        assert page.input_value("#check-start") == "2027-01-31"
        assert page.is_checked("[name=field][value=last-name]")
        assert not page.locator(".hc-problems").is_visible()  # the interval is empty, and nobody asked yet


def test_what_an_address_cannot_mean_is_left_out_and_said(opened: Opener, site_url: str) -> None:
    query = "?currency=USD&payment=constructor&unit=eon&field=phone&every=30 days&start=tomorrow"
    with opened(site_url + ARTICLE["en"] + query) as page:
        ready(page)
        said = page.locator(".hc-ignored").inner_text()
        for name in ("Payment type", "Charge every", "Mandatory fields", "Date"):
            assert name in said
        assert (page.input_value("#check-every"), page.input_value("#check-unit")) == ("30", "day")
        assert page.is_checked("#check-payment")


def test_half_a_date_is_an_error_and_not_today(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["en"] + MONTHLY.replace("&start=2027-01-31", "")) as page:
        answered(page).locator(".hc-optional summary").click()
        page.locator("#check-start").focus()
        page.keyboard.type("02")
        submit(page)
        assert page.locator("#check-start-error").is_visible()


@EVERY_LANGUAGE
def test_print_keeps_the_plan_and_the_answer(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + ARTICLE[language] + PLAN) as page:
        answered(page)
        page.emulate_media(media="print")
        for part in (".hc-form", ".hc-buttons", ".hc-share"):
            assert not page.locator(part).first.is_visible()
        for part in (".hc-verdict", ".hc-findings", ".hc-year table", ".hc-failure"):
            assert page.locator(part).is_visible()


@EVERY_LANGUAGE
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("query", [PLAN, "?currency=XXQ&payment=subscription&every=3e1&unit=day"])
def test_axe_finds_nothing_in_any_look(opened: Opener, site_url: str, language: str, look: str, query: str) -> None:
    how: dict[str, Any] = LOOKS[look]
    with opened(site_url + ARTICLE[language] + query, viewport=how["size"], **how["media"]) as page:
        page.locator(".hc-answer:visible, .hc-problems:visible").first.wait_for()
        for summary in page.locator(".hc-checker summary:visible").all():
            summary.click()
        page.locator("#check-currency").click()  # with its list open, too
        assert page.evaluate("document.documentElement.scrollWidth") <= how["size"]["width"]
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


@EVERY_LANGUAGE
def test_the_accessibility_tree_is_as_it_was_read_over(
    opened: Opener, site_url: str, language: str, pytestconfig: pytest.Config
) -> None:
    kept = pytestconfig.rootpath / "tests" / "flows" / f"checker.{language}.aria.yml"
    with opened(site_url + ARTICLE[language] + PLAN) as page:
        answered(page)
        page.evaluate(
            "document.querySelectorAll('#check-country option:nth-child(n + 3)').forEach((one) => one.remove())"
        )
        tree = page.locator("#checker").aria_snapshot() + "\n"
    if pytestconfig.getoption("--rewrite-cases"):
        kept.write_text(tree, encoding="utf-8")
    assert tree == kept.read_text(encoding="utf-8")


def test_a_finding_never_reads_like_yes_where_nothing_is_stated(opened: Opener, site_url: str) -> None:
    query = "?currency=INR&payment=subscription&every=14&unit=day&field=email&amount=500"
    with opened(f"{site_url}en/gateways/demo-pay/{query}") as page:
        answered(page)
        assert findings(page)["amount"] == "silent"
        assert page.locator(".hc-verdict").get_attribute("data-group") == "fits-open"
        colours = page.locator(":is([data-outcome=yes], [data-outcome=silent]) .hc-status").evaluate_all(
            "all => all.map((one) => getComputedStyle(one).color)"
        )
        assert len(set(colours)) == 2
