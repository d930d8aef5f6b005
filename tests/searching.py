"""The search dialog, asked by tests."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Answer:
    """What the dialog shows: the paths of pages with the ids of their headings, and what is above them.

    `nearest` are the paths of pages that lead on, `excerpts` all that is shown of what was found.
    """

    pages: list[tuple[str, list[str]]]
    says: str
    nearest: list[str]
    excerpts: list[str]


def ask(page: Page, query: str) -> Answer:
    page.locator("#search-words").fill(query)
    wanted = page.locator(".hc-results")
    while wanted.get_attribute("data-query") != query.strip():
        page.wait_for_timeout(10)
    pages = page.locator(".hc-results > li").evaluate_all(
        """items => items.map((item) => [
            item.querySelector("a").pathname.slice(1),
            Array.from(item.querySelectorAll("li a"), (link) => link.hash.slice(1))])"""
    )
    return Answer(
        pages=[(path, list(ids)) for path, ids in pages],
        says=page.locator(".hc-search-status").inner_text(),
        nearest=page.locator(".hc-nearest:not([hidden]) li a").evaluate_all(
            "links => links.map((one) => one.pathname.slice(1))"
        ),
        excerpts=page.locator(".hc-results p").all_inner_texts(),
    )


def open_search(page: Page, url: str) -> Page:
    page.goto(url)
    page.locator("html[data-ready]").wait_for(state="attached")
    page.locator(".hc-find:visible").click()
    return page
