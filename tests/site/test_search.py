"""The search as people use it: their spellings, scripts and slips find the page; what no page has finds nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from browsing import Opener
from playwright.sync_api import Browser, Page
from support import ROOT, read_data


QUERIES = read_data(ROOT / "tests" / "search" / "queries.yml")
RECALL = 0.95


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
    page.locator(".hc-header .hc-find").click()
    return page


@pytest.fixture(scope="module")
def dialogs(browser: Browser, site_url: str) -> Iterator[dict[str, Page]]:
    pages = {
        language: open_search(browser.new_page(), site_url + prefix) for language, prefix in (("hi", ""), ("en", "en/"))
    }
    yield pages
    for page in pages.values():
        page.close()


def ranks(dialogs: dict[str, Page], group: str) -> Iterator[tuple[dict[str, Any], int | None]]:
    """Yield each query of a group with the place of its page; a page without the heading asked for has none."""
    for query in QUERIES["groups"][group]["queries"]:
        language = query.get("language", QUERIES["groups"][group]["language"])
        path = ("" if language == "hi" else f"{language}/") + QUERIES["pages"][query["page"]]
        answer = ask(dialogs[language], query["ask"])
        places = [
            place
            for place, (found, headings) in enumerate(answer.pages, 1)
            if found == path and query.get("heading") in (None, *headings)
        ]
        yield query, (places[0] if places else None)


@pytest.mark.parametrize("group", QUERIES["groups"])
def test_what_people_type_finds_the_page(
    dialogs: dict[str, Page], group: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = list(ranks(dialogs, group))
    first = sum(place == 1 for _, place in found) / len(found)
    among_three = sum(place is not None and place <= 3 for _, place in found) / len(found)
    with capsys.disabled():
        print(f"\nsearch, {group}: {len(found)} queries, recall@1 {first:.2f}, recall@3 {among_three:.2f}")
    missed = [query["ask"] for query, place in found if place is None or place > 3]
    assert among_three >= RECALL, missed


def test_the_list_of_queries_is_long_enough() -> None:
    assert sum(len(group["queries"]) for group in QUERIES["groups"].values()) >= 120
    assert sum(map(len, QUERIES["nonsense"].values())) >= 20


@pytest.mark.parametrize("language", ["hi", "en"])
def test_what_no_page_has_finds_nothing(dialogs: dict[str, Page], language: str) -> None:
    answers = {query: ask(dialogs[language], query) for query in QUERIES["nonsense"][language]}
    assert {query: answer.pages for query, answer in answers.items() if answer.pages} == {}
    assert all(query in answer.says for query, answer in answers.items())
