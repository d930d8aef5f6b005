"""Pictures, their numbers, labels as on the reader's screen, and ticked steps: in a real browser, in every look."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Opener
from playwright.sync_api import Page
from support import LANGUAGES, specimen_site

from helpcenter.deploy.parsed import parsed
from helpcenter.language.widths import width
from helpcenter.language.words import words_of
from helpcenter.pictures.shapes import SIZE

ARTICLE = {"hi": "gateways/acme-pay/", "en": "en/gateways/acme-pay/"}
EXAMPLE = {"hi": "writing/pictures/", "en": "en/writing/pictures/"}
EVERY_LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)
CHOICES = pytest.mark.parametrize("choice", ["", "all", *LANGUAGES])
Media = Literal["screen", "print"]
PHONE, SMALL = {"width": 360, "height": 800}, {"width": 320, "height": 640}
STEPS = [str(step.id) for _, step, _ in specimen_site().articles["gateways/acme-pay"].placed_steps()]

# Every drawn line with its words, how wide and heavy it is in the picture's own units, and its box there.
TEXTS = """() => Array.from(document.querySelectorAll(".hc-picture"), (picture) => {
    const inside = picture.getScreenCTM().inverse();
    const box = (one) => {
        const { left, top, right, bottom } = one.getBoundingClientRect();
        const start = new DOMPoint(left, top).matrixTransform(inside);
        const end = new DOMPoint(right, bottom).matrixTransform(inside);
        return [start.x, start.y, end.x, end.y];
    };
    const texts = Array.from(picture.querySelectorAll("text"), (text) => {
        const runs = [];
        const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const style = getComputedStyle(walker.currentNode.parentElement);
            if (style.display !== "none" && walker.currentNode.parentElement.getClientRects().length) {
                runs.push([walker.currentNode.data, Number(style.fontWeight)]);
            }
        }
        return { runs, wide: text.getComputedTextLength(), box: box(text), isNumber: !!text.closest("a") };
    }).filter(({ runs }) => runs.length);
    const { width, height } = picture.viewBox.baseVal;
    const discs = Array.from(picture.querySelectorAll(".hc-marker circle"), box);
    return { texts, width, height, scale: picture.getScreenCTM().a, discs };
})"""
LIT = "Array.from(document.querySelectorAll('[data-lit]'), (one) => `${one.localName} ${one.dataset.callout}`)"
BOTH = ["a 3", "a 3"]


@contextmanager
def article(opened: Opener, site_url: str, language: str, choice: str = "", **options: Any) -> Iterator[Page]:
    """Open the article with the reader's choice of labels, as the device has kept it."""
    options = {"viewport": PHONE, "reduced_motion": "reduce", **options}
    with opened("about:blank", **options) as page:
        page.add_init_script(f"localStorage.setItem('hc-labels', '{choice}')" if choice else "")
        page.goto(site_url + ARTICLE[language])
        page.locator("html[data-ready]").wait_for(state="attached")
        yield page


def overlap(one: list[float], other: list[float]) -> bool:
    slack = (1, 4)  # a line's box is higher than its letters
    return all(
        one[axis] + slack[axis] < other[axis + 2] and other[axis] + slack[axis] < one[axis + 2] for axis in (0, 1)
    )


@EVERY_LANGUAGE
@CHOICES
def test_texts_are_as_wide_as_measured_and_nothing_overlaps(
    opened: Opener, site_url: str, language: str, choice: str
) -> None:
    with article(opened, site_url, language, choice) as page:
        pictures = page.evaluate(TEXTS)
    assert len(pictures) == 4
    for picture in pictures:
        lines = [line for line in picture["texts"] if not line["isNumber"]]
        assert lines
        for line in lines:
            measured = sum(width(run, SIZE, "Bold" if weight >= 600 else "Regular") for run, weight in line["runs"])
            assert line["wide"] == pytest.approx(measured, rel=0.02, abs=0.5), line
            left, top, right, bottom = line["box"]
            assert min(left, top) >= 0, line
            assert right <= picture["width"], line
            assert bottom <= picture["height"], line
            assert not [disc for disc in picture["discs"] if overlap(line["box"], disc)], line
        assert not [pair for pair in combinations([line["box"] for line in lines], 2) if overlap(*pair)]


@EVERY_LANGUAGE
@CHOICES
def test_a_small_phone_shows_large_enough_texts_and_no_scroll_bar(
    opened: Opener, site_url: str, language: str, choice: str
) -> None:
    with article(opened, site_url, language, choice, viewport=SMALL) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
        assert min(picture["scale"] * SIZE for picture in page.evaluate(TEXTS)) > 10.9


@EVERY_LANGUAGE
def test_no_glyph_of_a_picture_is_missing(opened: Opener, site_url: str, language: str) -> None:
    with article(opened, site_url, language) as page:
        session = page.context.new_cdp_session(page)
        session.send("DOM.enable")
        session.send("CSS.enable")
        root = session.send("DOM.getDocument")["root"]["nodeId"]
        nodes = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": ".hc-picture text"})["nodeIds"]
        for node in nodes:
            fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            assert {font["familyName"] for font in fonts} <= {"Noto Sans", "Noto Sans Devanagari"}
        assert len(nodes) > 20


@EVERY_LANGUAGE
def test_pointing_at_a_number_lights_both(opened: Opener, site_url: str, language: str) -> None:
    with article(opened, site_url, language, viewport={"width": 1280, "height": 900}) as page:
        for part in ("a.hc-callout", ".hc-marker"):
            page.locator(f"{part}[data-callout='3']").hover()
            assert page.evaluate(LIT) == BOTH
            page.locator("h1").hover()
            assert page.evaluate(LIT) == []


@EVERY_LANGUAGE
def test_a_number_in_the_text_leads_to_the_picture_and_back(opened: Opener, site_url: str, language: str) -> None:
    with article(opened, site_url, language) as page:
        page.locator(".hc-marker[data-callout='3']").click()
        page.wait_for_url("**#step-connect")
        page.locator("#step-save").scroll_into_view_if_needed()
        page.evaluate("document.querySelector(\"a.hc-callout[data-callout='3']\").click()")
        page.wait_for_url("**#place-3")


@EVERY_LANGUAGE
def test_a_keyboard_stops_once_at_each_step(opened: Opener, site_url: str, language: str) -> None:
    with article(opened, site_url, language) as page:
        page.locator("#step-sign-in input").focus()
        stops = 1
        while not page.evaluate("document.activeElement.matches('#step-save input')"):
            page.keyboard.press("Tab")
            stops += 1
        request = page.locator(".hc-request :is(input, button, summary):visible").count()
        assert stops == len(STEPS) + request <= 14  # it was 28


def test_a_tap_lights_both_without_a_jump_where_the_picture_is_in_view(opened: Opener, site_url: str) -> None:
    with article(opened, site_url, "hi", has_touch=True) as page:
        number = page.locator("a.hc-callout[data-callout='3']")
        page.locator(".hc-picture").first.evaluate("one => one.scrollIntoView()")
        before = page.evaluate("scrollY")
        number.tap()
        assert page.evaluate(LIT) == BOTH
        assert page.evaluate("scrollY") == before


@EVERY_LANGUAGE
@pytest.mark.parametrize("media", ["screen", "print"])
def test_without_javascript_numbers_lead_on_and_both_forms_are_shown(
    opened: Opener, site_url: str, language: str, media: Media
) -> None:
    with opened(site_url + ARTICLE[language], java_script_enabled=False, reduced_motion="reduce") as page:
        page.emulate_media(media=media)  # with motion, Material's links would still be on their way to their colour
        assert not page.locator(".hc-tools").is_visible()
        assert page.locator(".hc-steps .hc-label b:visible").count() == 2 * page.locator(".hc-steps .hc-label").count()
        for number in "1234":
            text, marker = (page.locator(f"{part}[data-callout='{number}']") for part in ("a.hc-callout", ".hc-marker"))
            assert text.is_visible()
            assert marker.is_visible()
            assert text.get_attribute("href") == f"#{marker.get_attribute('id')}"
            if media == "print":  # browsers print no backgrounds
                assert text.evaluate("one => getComputedStyle(one).backgroundColor") == "rgba(0, 0, 0, 0)"
                assert text.evaluate("one => getComputedStyle(one).color") == page.evaluate(
                    "getComputedStyle(document.querySelector('article')).color"
                )
            step = page.locator(str(marker.get_attribute("href")))
            assert step.locator(f"[data-callout='{number}']").count() == 1


def test_without_javascript_a_followed_number_is_marked_in_the_picture(opened: Opener, site_url: str) -> None:
    with opened(site_url + ARTICLE["hi"], java_script_enabled=False) as page:
        ring = "getComputedStyle(document.querySelector('#place-3 .ring')).strokeWidth"
        before = page.evaluate(ring)
        page.locator("a.hc-callout[data-callout='3']").click()
        assert page.evaluate(ring) != before


@EVERY_LANGUAGE
def test_forced_colours_keep_pictures_and_numbers(opened: Opener, site_url: str, language: str) -> None:
    differ = """(pairs) => pairs.filter(([text, ground]) => {
        const [one, other] = [text, ground].map((part) => getComputedStyle(document.querySelector(part)));
        return one.fill === other.fill;
    })"""
    pairs = [
        [".hc-marker text", ".hc-marker circle"],
        [".hc-picture .ink", ".hc-picture .paper"],
        [".hc-picture .key", ".hc-picture .accent"],
        [".hc-picture .soft", ".hc-picture .card"],
        [".hc-picture .chosen ~ .hc-forms", ".hc-picture .chosen"],
    ]
    with article(opened, site_url, language, forced_colors="active") as page:
        assert page.evaluate(differ, pairs) == []
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


def shown_labels(page: Page) -> set[str]:
    """Return the languages of all forms that are to be seen, in the steps and in the pictures."""
    shown = """Array.from(document.querySelectorAll(".hc-forms > [lang]"))
        .filter((one) => one.getClientRects().length).map((one) => one.lang || one.getAttribute("lang"))"""
    return set(page.evaluate(shown))


@EVERY_LANGUAGE
@pytest.mark.parametrize("media", ["screen", "print"])
def test_labels_are_shown_as_the_reader_chooses(opened: Opener, site_url: str, language: str, media: Media) -> None:
    other = next(one for one in LANGUAGES if one != language)
    with article(opened, site_url, language) as page:
        assert shown_labels(page) == {language}
        for choice in reversed(LANGUAGES):
            page.locator(f".hc-tools [value={choice}]").focus()
            page.keyboard.press("Space")
            page.emulate_media(media=media)
            assert shown_labels(page) == {choice}
            page.emulate_media(media="screen")
        page.goto(site_url + ARTICLE[other])
        page.locator("html[data-ready]").wait_for(state="attached")
        assert shown_labels(page) == {LANGUAGES[0]}
        assert page.locator(f".hc-tools [value={LANGUAGES[0]}]").is_checked()
        page.locator(".hc-tools [value=all]").check(force=True)
        assert shown_labels(page) == set(LANGUAGES)


@EVERY_LANGUAGE
@CHOICES
def test_a_kept_choice_is_there_before_anything_is_drawn(
    opened: Opener, site_url: str, language: str, choice: str
) -> None:
    watch = """
        window.shifts = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map((one) => one.value)))
            .observe({ type: "layout-shift", buffered: true });
        new MutationObserver(() => {
            if (document.body) window.early ??= document.documentElement.dataset.labels;
        }).observe(document, { childList: true, subtree: true });
        localStorage.setItem("hc-done-acme-pay", "step-sign-in");
    """
    with opened("about:blank", viewport=PHONE) as page:
        page.add_init_script(watch + f"localStorage.setItem('hc-labels', '{choice}')")
        page.goto(site_url + ARTICLE[language], wait_until="networkidle")
        page.locator("html[data-ready]").wait_for(state="attached")
        assert page.evaluate("early") == (choice or language)
        assert page.evaluate("shifts") == []


def test_a_language_that_the_site_has_not_is_no_choice(opened: Opener, site_url: str) -> None:
    with article(opened, site_url, "hi", "xx") as page:
        assert shown_labels(page) == {"hi"}


@EVERY_LANGUAGE
def test_ticked_steps_are_kept_in_both_languages_until_they_are_cleared(
    opened: Opener, site_url: str, language: str
) -> None:
    other = next(one for one in LANGUAGES if one != language)
    with article(opened, site_url, language) as page:
        ticks = page.locator(".hc-steps [type=checkbox]")
        assert ticks.count() == len(STEPS)
        assert len({tick.get_attribute("aria-label") for tick in ticks.all()}) == len(STEPS)
        told, clear = page.locator(".hc-done [role=status]"), page.locator(".hc-done button")
        assert not clear.is_visible()
        ticks.nth(0).focus()
        page.keyboard.press("Space")
        ticks.nth(6).check()
        assert "2" in told.inner_text()
        assert "10" in told.inner_text()
        assert [count.inner_text()[0] for count in page.locator(".hc-count").all()] == ["1", "1", "0"]
        page.click(f"a[hreflang={other}]")
        page.wait_for_url(f"{site_url}{ARTICLE[other]}#step-*")  # where the reader was
        page.locator("html[data-ready]").wait_for(state="attached")
        assert [page.locator(f"#step-{id_} [type=checkbox]").is_checked() for id_ in STEPS] == [
            index in (0, 6) for index in range(len(STEPS))
        ]
        for tick in page.locator(".hc-steps [type=checkbox]").all():
            tick.check()
        complete = specimen_site().messages.site["step-complete"][other].replace("{count}", "10")
        assert page.locator(".hc-done [role=status]").inner_text() == complete
        page.locator(".hc-done button").click()
        assert page.locator(".hc-steps :checked").count() == 0
        assert page.evaluate("document.activeElement.className") == "hc-done"
        assert not page.locator(".hc-done button").is_visible()
        assert page.evaluate("localStorage.length") == 0


# Everything of the steps that lies over something else, sticks out, or has lost what belongs to it.
BROKEN = """() => {
    const wrong = [];
    const flat = (one) => Array.from(one.getClientRects());
    const shown = (one) => flat(one).length > 0;
    const column = document.querySelector("article").getBoundingClientRect();
    const selector = ".hc-screen svg, figcaption, .hc-steps > li > :not(.hc-number)";
    const parts = Array.from(document.querySelectorAll(selector));
    const boxes = parts.filter(shown).map((one) => [one, one.getBoundingClientRect()]);
    for (const [one, box] of boxes) {
        if (box.left < column.left - 20 || box.right > column.right + 20) wrong.push(`sticks out: ${one.className}`);
    }
    for (let index = 1; index < boxes.length; index += 1) {
        const [part, box] = boxes[index];
        if (box.top < boxes[index - 1][1].bottom - 1) wrong.push(`under: ${part.textContent.slice(0, 30)}`);
    }
    for (const callout of document.querySelectorAll(".hc-steps .hc-callout")) {
        const [number] = flat(callout);
        const label = Array.from(callout.previousElementSibling.querySelectorAll("*"));
        const words = label.filter(shown).flatMap(flat).at(-1);
        const apart = Math.abs(number.top + number.bottom - words.top - words.bottom);
        if (apart > 16) wrong.push(`orphan: ${callout.textContent}`);
    }
    for (const number of document.querySelectorAll(".hc-number")) {
        const box = number.getBoundingClientRect();
        const text = number.nextElementSibling.getBoundingClientRect();
        if (box.right > text.left + 1 || Math.abs(box.top - text.top) > 12) wrong.push(`number: ${number.textContent}`);
    }
    for (const bracket of document.querySelectorAll(".hc-label > span")) {
        if (!shown(bracket)) continue;
        const other = bracket.textContent.trim() === "(" ? bracket.nextElementSibling : bracket.previousElementSibling;
        const [own] = flat(bracket).slice(-1);
        const near = bracket.textContent.trim() === "(" ? flat(other)[0] : flat(other).at(-1);
        if (Math.abs(own.top - near.top) > 8) wrong.push(`bracket: ${bracket.parentElement.textContent}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) wrong.push("wider than the window");
    return wrong;
}"""


@EVERY_LANGUAGE
@CHOICES
def test_nothing_of_the_steps_falls_apart_at_any_width(
    opened: Opener, site_url: str, language: str, choice: str
) -> None:
    with article(opened, site_url, language, choice) as page:
        wrong = {}
        for width in (360, 390, 412, *range(320, 1401, 40)):
            page.set_viewport_size({"width": width, "height": 664})
            wrong[width] = page.evaluate(BROKEN)
        assert {width: found for width, found in wrong.items() if found} == {}


@pytest.mark.parametrize("height", [600, 664, 740])
def test_a_picture_and_its_steps_follow_each_other_on_a_phone(opened: Opener, site_url: str, height: int) -> None:
    with article(opened, site_url, "hi", viewport={"width": 360, "height": height}) as page:
        positions = page.locator(".hc-picture, .hc-screen").evaluate_all(
            "all => all.map((one) => getComputedStyle(one).position)"
        )
        assert not {"sticky", "fixed"} & set(positions)
        order = page.locator(".hc-group").first.evaluate(
            "one => [...one.querySelectorAll('svg, figcaption, li')].map((part) => part.getBoundingClientRect().top)"
        )
        assert order == sorted(order)


@EVERY_LANGUAGE
@pytest.mark.parametrize("scheme", ["light", "dark"])
@CHOICES
def test_axe_finds_nothing_in_any_state(opened: Opener, site_url: str, language: str, scheme: str, choice: str) -> None:
    with article(opened, site_url, language, choice, color_scheme=scheme) as page:
        page.locator(".hc-steps [type=checkbox]").first.check()
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


@EVERY_LANGUAGE
def test_a_screenshot_carries_the_same_markers(opened: Opener, site_url: str, language: str) -> None:
    with opened(site_url + EXAMPLE[language]) as page:
        loaded = """async () => { const image = new Image();
            image.src = document.querySelector(".hc-picture image").getAttribute("href"); await image.decode();
            return image.naturalWidth; }"""
        assert page.evaluate(loaded) == 640
        assert f"example-{language}." in str(page.locator(".hc-picture image").get_attribute("href"))
        markers = page.locator(".hc-picture .hc-marker")
        assert markers.count() == 2
        markers.first.hover()
        assert page.evaluate(LIT) == ["a 1", "a 1"]
        assert page.locator(".hc-done").count() == 0
        described = page.locator(".hc-picture").get_attribute("aria-describedby")
        assert page.locator(f"#{described}").inner_text() != ""


@EVERY_LANGUAGE
def test_a_picture_is_described_by_its_labels_in_their_order(opened: Opener, site_url: str, language: str) -> None:
    site = specimen_site()
    labels = [site.terms.labels[id_].text[language] for id_ in ("settings", "payment-gateways", "connect")]
    with article(opened, site_url, language) as page:
        picture = page.locator(".hc-picture").first
        says = str(page.locator(f"#{picture.get_attribute('aria-describedby')}").text_content())
        assert picture.get_attribute("role") is None  # not one image: there are links in it
        assert page.locator(".hc-picture[role=img]").count() == 2
        assert [says.index(label) for label in labels] == sorted(says.index(label) for label in labels)
        assert page.locator(f"#{picture.get_attribute('aria-labelledby')}").inner_text() != ""


def test_reduced_motion_is_respected(opened: Opener, site_url: str) -> None:
    with article(opened, site_url, "hi") as page:
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        moving = """Array.from(document.querySelectorAll(".hc-marker, .hc-marker *, a.hc-callout"))
            .filter((one) => getComputedStyle(one).transitionDuration !== "0s" || one.getAnimations().length)"""
        assert page.evaluate(moving) == []


@EVERY_LANGUAGE
def test_the_search_reads_the_steps_and_not_what_stands_around_them(site_folder: Path, language: str) -> None:
    page = (site_folder / ARTICLE[language] / "index.html").read_text(encoding="utf-8")
    words = specimen_site().messages.site
    indexed = parsed(page).words
    for id_ in ("screen-drawn", "labels-both", "step-clear"):
        assert str(words[id_][language]) in page
        assert not set(words_of(str(words[id_][language]).lower())) <= indexed, id_
    connect = specimen_site().terms.labels["connect"].text[language].lower()
    assert connect in indexed
