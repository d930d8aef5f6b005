"""The search finds what docs/queries.yml says, in people's spellings and scripts; what no page has finds nothing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from projects import Project
from searching import ask, open_search

from helpcenter.model.documents import Query, QueryGroup

RECALL = 0.95


@pytest.fixture(scope="module")
def dialogs(browser: Browser, project: Project, project_url: str) -> Iterator[dict[str, Page]]:
    homes = {language: project_url + project.site.address("index", language) for language in project.site.languages}
    pages = {language: open_search(browser.new_page(), home) for language, home in homes.items()}
    yield pages
    for page in pages.values():
        page.close()


def place(project: Project, dialogs: dict[str, Page], query: Query, language: str) -> int | None:
    """Return the place of a query's page; a page without the heading asked for has none."""
    wanted = project.site.address(str(query.page), language)
    answer = ask(dialogs[language], str(query.ask))
    places = (
        number
        for number, (found, headings) in enumerate(answer.pages, 1)
        if found == wanted and query.heading in (None, *headings)
    )
    return next(places, None)


def missed(project: Project, dialogs: dict[str, Page], name: str, group: QueryGroup) -> list[str]:
    """Return the queries that do not find their page among the first three, where these are too many; print shares."""
    places = {
        str(query.ask): place(project, dialogs, query, str(query.language or group.language)) for query in group.queries
    }
    first = sum(number == 1 for number in places.values()) / len(places)
    among_three = {ask for ask, number in places.items() if number is not None and number <= 3}
    print(f"search, {name}: {len(places)} queries, first {first:.2f}, in three {len(among_three) / len(places):.2f}")
    return [] if len(among_three) >= RECALL * len(places) else sorted(set(places) - among_three)


def test_what_people_type_finds_the_page(
    project: Project, dialogs: dict[str, Page], capsys: pytest.CaptureFixture[str]
) -> None:
    queries = project.site.queries
    assert queries is not None
    with capsys.disabled():
        print()
        wrong = {name: missed(project, dialogs, name, group) for name, group in queries.groups.items()}
    assert {name: asked for name, asked in wrong.items() if asked} == {}
    assert sum(len(group.queries) for group in queries.groups.values()) >= 120


def test_what_no_page_has_finds_nothing(project: Project, dialogs: dict[str, Page]) -> None:
    queries = project.site.queries
    assert queries is not None
    assert set(queries.nothing) == set(project.site.languages)
    for language, words in queries.nothing.items():
        answers = {word: ask(dialogs[language], str(word)) for word in words}
        assert {word: answer.pages for word, answer in answers.items() if answer.pages} == {}
        assert all(str(word) in answer.says for word, answer in answers.items())
