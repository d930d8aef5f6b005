"""The search dialog, asked by tests."""

from dataclasses import dataclass

from playwright.sync_api import Page


@dataclass(frozen=True)
class Answer:
    """What the dialog shows: the paths of pages with the ids of their headings, and the sentence above them."""

    pages: list[tuple[str, list[str]]]
    says: str


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
    return Answer([(path, list(ids)) for path, ids in pages], page.locator(".hc-search-status").inner_text())


def open_search(page: Page, url: str) -> Page:
    page.goto(url)
    page.locator("html[data-ready]").wait_for(state="attached")
    page.locator(".hc-find:visible").click()
    return page
