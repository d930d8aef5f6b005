"""Every built page in a browser: no message, no failing request, nothing too wide, nothing that axe finds."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import watching
from looks import LOOKS
from playwright.sync_api import Browser
from projects import Project

WIDTHS = (320, 390, 1040, 1280)


def kinds(project: Project) -> list[str]:
    """Return one page of each kind: home, an article, another page of customers, a guide, a page for writers."""
    found: dict[str, str] = {}
    for key in project.site.pages:
        found.setdefault("home" if key == "index" else key.rpartition("/")[0].partition("/")[0], key)
    return list(found.values())


@pytest.mark.parametrize("look", LOOKS)
def test_pages_in_every_look(browser: Browser, project: Project, project_url: str, look: str) -> None:
    """Hold one page of each kind in every look, and every page for customers in one; of a changed copy what changed."""
    how = LOOKS[look]
    every = project.customer_pages if look == "narrow" else []
    keys = project.changed or tuple(dict.fromkeys([*kinds(project), *every]))
    # Reduced motion: no color is on its way to another one.
    page = browser.new_page(reduced_motion="reduce", service_workers="block", viewport=how["size"], **how["media"])
    seen, wrong = watching(page), list[str]()
    for address in project.addresses(list(keys)):
        page.goto(project_url + address)
        page.locator("html[data-ready]").wait_for(state="attached")
        if page.evaluate("document.documentElement.scrollWidth") > how["size"]["width"]:
            wrong.append(f"{address}: wider than the window")
        results = Axe().run(page)
        if results.violations_count:
            wrong.append(f"{address}: {results.generate_report()}")
    page.close()
    assert wrong == []
    assert [message for message in seen if "Service Worker" not in message] == []


# Lines of a drawing that lie on each other, or stick out of it.
OVERLAPS = """() => Array.from(document.querySelectorAll(".hc-picture"), (picture) => {
    const frame = picture.getBoundingClientRect();
    const boxes = Array.from(picture.querySelectorAll("text"), (text) => text.getBoundingClientRect())
        .filter(({ width }) => width > 0);
    const apart = (one, other) => one.right <= other.left + 1 || other.right <= one.left + 1
        || one.bottom <= other.top + 5 || other.bottom <= one.top + 5;
    const on = boxes.filter((one, index) => boxes.slice(0, index).some((other) => !apart(one, other)));
    const out = boxes.filter(({ left, right }) => left < frame.left - 1 || right > frame.right + 1);
    return on.length + out.length;
}).reduce((sum, count) => sum + count, document.documentElement.scrollWidth > innerWidth ? 1 : 0)"""


def test_articles_fit_at_every_width(browser: Browser, project: Project, project_url: str) -> None:
    keys = project.changed or [key for key in project.site.pages if project.site.article_of(key)]
    page = browser.new_page(reduced_motion="reduce", service_workers="block")
    wrong = list[str]()
    for address in project.addresses(list(keys)):
        page.goto(project_url + address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 740})
            if page.evaluate(OVERLAPS):
                wrong.append(f"{address} at {width}")
    page.close()
    assert wrong == []


def test_an_article_is_small_at_a_first_visit(browser: Browser, project: Project, project_url: str) -> None:
    """At most 24 KB in 4 requests; `check` warns of a page that is large, and no test does."""
    for address in project.addresses([f"gateways/{id_}/index" for id_ in project.site.gateways]):
        context = browser.new_context(viewport={"width": 360, "height": 800}, service_workers="block")
        page, sizes = context.new_page(), dict[str, int]()
        page.on("response", lambda one: sizes.update({one.url: int(one.headers.get("content-length", "0"))}))  # noqa: B023
        page.goto(project_url + address, wait_until="networkidle")
        context.close()
        sizes = {url: size for url, size in sizes.items() if "/checker/" not in url}  # one that is near loads at once
        assert len(sizes) <= 4, (address, sizes)
        assert sum(sizes.values()) <= 24_000, (address, sizes)
