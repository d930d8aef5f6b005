"""The search finds what docs/queries.yml says, in people's spellings and scripts, and says what no page covers."""

import json
import re
from collections.abc import Iterator
from itertools import chain

import pytest
from bs4 import Tag
from playwright.sync_api import Browser, Page
from projects import Project
from searching import Answer, ask, open_search

from helpcenter.language.words import words_of
from helpcenter.model.searched import Query, QueryGroup

FIRST, IN_THREE = 0.85, 0.95
"""Of each group: how many must be first, and how many among the first three."""
LEAST = 250
BLOCKS = "p, li, td, th, dt, dd, h1, h2, h3, summary, figcaption, div, section, aside"
SENTENCE = re.compile(r"(?<=[.।?!])[)\]\"'”’»]*\s")
SHOWN = 16
"""How many letters of a snippet's beginning are compared."""

Answers = dict[str, list[tuple[Query, str, Answer]]]
"""By group: each query, its language, and what the dialog shows."""


@pytest.fixture(scope="module")
def dialogs(browser: Browser, project: Project, project_url: str) -> Iterator[dict[str, Page]]:
    homes = {language: project_url + project.site.address("index", language) for language in project.site.languages}
    pages = {language: open_search(browser.new_page(), home) for language, home in homes.items()}
    yield pages
    for page in pages.values():
        page.close()


@pytest.fixture(scope="module")
def answers(project: Project, dialogs: dict[str, Page]) -> Answers:
    """Ask everything once."""
    queries = project.site.queries
    assert queries is not None

    def answer(query: Query, group: QueryGroup) -> tuple[Query, str, Answer]:
        language = str(query.language or group.language)
        return query, language, ask(dialogs[language], str(query.ask))

    return {name: [answer(query, group) for query in group.queries] for name, group in queries.groups.items()}


def place(project: Project, query: Query, language: str, answer: Answer) -> int | None:
    """Return the place of a query's page: none without the heading asked for, or if its topic is not named."""
    covered = project.site.not_covered
    if query.topic and not (covered and str(covered.topics[query.topic].says[language]) in answer.says):
        return None
    if not query.page:
        return 1
    wanted = {project.site.address(str(page), language) for page in query.page}
    places = (
        number
        for number, (found, headings) in enumerate(answer.pages, 1)
        if found in wanted and query.heading in (None, *headings)
    )
    return next(places, None)


def test_what_people_type_finds_the_page(
    project: Project, answers: Answers, capsys: pytest.CaptureFixture[str]
) -> None:
    missed, few = dict[str, list[str]](), list[str]()
    for name, group in answers.items():
        places = [(str(query.ask), place(project, query, language, answer)) for query, language, answer in group]
        first = sum(number == 1 for _, number in places) / len(places)
        in_three = sum(number in (1, 2, 3) for _, number in places) / len(places)
        with capsys.disabled():
            print(f"\nsearch, {name}: {len(places)} queries, first {first:.2f}, in three {in_three:.2f}", end="")
        missed[name] = [f"{asked}: {number}" for asked, number in places if number != 1]
        few += [name] if first < FIRST or in_three < IN_THREE else []
    assert {name: missed[name] for name in few} == {}
    assert sum(map(len, answers.values())) >= LEAST


def test_what_no_page_covers_leads_on(project: Project, answers: Answers) -> None:
    not_covered = project.site.not_covered
    assert not_covered is not None
    asked = {
        (str(query.topic), language, tuple(answer.nearest))
        for query, language, answer in chain(*answers.values())
        if query.topic
    }
    assert {topic for topic, *_ in asked} == set(not_covered.topics)
    for topic, language, nearest in asked:
        assert {project.site.address(str(page), language) for page in not_covered.topics[topic].pages} <= set(nearest)


def test_what_no_page_has_finds_nothing_but_the_nearest(project: Project, dialogs: dict[str, Page]) -> None:
    queries = project.site.queries
    assert queries is not None
    assert set(queries.nothing) == set(project.site.languages)
    for language, words in queries.nothing.items():
        found = {str(word): ask(dialogs[language], str(word)) for word in words}
        assert {word: answer.pages for word, answer in found.items() if answer.pages} == {}
        assert [word for word, answer in found.items() if word not in answer.says or not answer.nearest] == []


def test_snippets_begin_at_a_sentence(project: Project, answers: Answers) -> None:
    beginnings = {
        "".join(sentence.split())[:SHOWN]
        for key, _, page in project.pages
        if not key.startswith("writing/")
        for block in page.select(BLOCKS)
        for sentence in SENTENCE.split(indexed(block))
    }
    shown = {text for _, _, answer in chain(*answers.values()) for text in answer.excerpts if text}
    wrong = [text for text in shown if not begins(text, beginnings)]
    assert len(shown) > 100
    assert wrong == []


def test_aliases_lead_to_words_that_pages_have(project: Project) -> None:
    terms = {**project.site.terms.labels, **project.site.terms.fields, **project.site.terms.words}
    for language in project.site.languages:
        known = set(json.loads((project.folder / "search" / f"{language}.json").read_text(encoding="utf-8"))["words"])
        led_to = {id_: words_of(str(term.text[language]).lower()) for id_, term in terms.items() if term.aliases}
        assert {id_: words for id_, words in led_to.items() if not set(words) <= known} == {}


def indexed(block: Tag) -> str:
    """Return the text of a block without what the index leaves out, such as the numbers of steps."""
    left_out = {"data-pagefind-ignore": True}
    return " ".join("".join(text for text in block.strings if not text.find_parent(attrs=left_out)).split())


def begins(text: str, beginnings: set[str]) -> bool:
    """Say whether a text begins as a sentence of the pages does; a short one may be followed by another."""
    letters = "".join(text.split())
    return any(letters[:length] in beginnings for length in range(SHOWN, 1, -1))


def test_the_guide_for_writers_is_in_no_search_and_no_sitemap(
    project: Project, answers: Answers, dialogs: dict[str, Page]
) -> None:
    guide = [page for key, pages in project.site.pages.items() if key.startswith("writing/") for page in pages.values()]
    assert len(guide) > 10
    addresses = {project.site.address(page.key, page.language) for page in guide}
    by_title = [ask(dialogs[page.language], str(page.meta.title)[:200]) for page in guide]
    given = [answer for _, _, answer in chain(*answers.values())]
    found = {path for answer in [*by_title, *given] for path in [*answer.nearest, *(path for path, _ in answer.pages)]}
    assert found & addresses == set()
    sitemap = (project.folder / "sitemap.xml").read_text(encoding="utf-8")
    assert [path for path in addresses if f"{project.settings.site_url}{path}<" in sitemap] == []
