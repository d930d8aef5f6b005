"""The specimen: what a change to it makes false is named, at its line, in every language."""

from pathlib import Path

import pytest
from support import problems, replace, specimen

from helpcenter.files.diagnostics import as_text

ARTICLE = "gateways/acme-pay"


def places(root: Path) -> list[tuple[str, int, str]]:
    return [
        (problem.position.file.removeprefix(f"docs/{ARTICLE}/"), problem.position.line, problem.check)
        for problem in problems(root)
    ]


def line_of(root: Path, file: str, words: str) -> int:
    lines = (root / "docs" / file).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if words in line)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return specimen(tmp_path)


def test_the_specimen_is_clean(project: Path) -> None:
    assert as_text(problems(project)) == ""


def test_adding_a_currency_to_the_rule_names_note_2_in_both_languages(project: Path) -> None:
    replace(project, f"{ARTICLE}/rules.yml", "[USD, EUR, GBP]", "[USD, EUR, GBP, INR]")
    lines = {
        name: line_of(project, f"{ARTICLE}/{name}", "(rule:currencies)") for name in ("index.en.md", "index.hi.md")
    }
    found = [place for place in places(project) if not place[0].startswith("docs/writing/")]
    assert found == [(name, line, "claims") for name, line in lines.items()]


def test_changing_30_in_the_hindi_note_names_only_that_line(project: Path) -> None:
    file = f"{ARTICLE}/index.hi.md"
    replace(project, file, "30 दिन का अंतराल", "31 दिन का अंतराल")
    assert places(project) == [("index.hi.md", line_of(project, file, "31 दिन"), "claims")]


@pytest.mark.parametrize(
    ("language", "with_it", "without"),
    [("en", "Last name are mandatory fields", "Last name are fields"), ("hi", "नाम अनिवार्य फ़ील्ड", "नाम फ़ील्ड")],
)
def test_removing_mandatory_fails(project: Path, language: str, with_it: str, without: str) -> None:
    file = f"{ARTICLE}/index.{language}.md"
    replace(project, file, with_it, without)
    line = line_of(project, file, "(rule:required_fields)")
    assert places(project) == [(f"index.{language}.md", line, "claims")]


def test_a_misspelt_connect_fails_with_the_right_label_as_hint(project: Path) -> None:
    replace(project, f"{ARTICLE}/steps.yml", "फिर से [कनेक्ट](ui:connect)", "फिर से [जोड़े](ui:connect)")
    (problem,) = problems(project)
    assert problem.position.line == line_of(project, f"{ARTICLE}/steps.yml", "[जोड़े]")
    assert problem.check == "labels"
    assert "[कनेक्ट](ui:connect)" in problem.hint


def test_a_label_is_changed_in_one_place_and_every_use_of_the_old_one_is_named(project: Path) -> None:
    replace(project, "terms.yml", "text: {hi: सेव, en: Save}", "text: {hi: सहेजें, en: Save}")
    found = {(file, check) for file, _, check in places(project)}
    assert found == {
        *(("steps.yml", "labels"), ("docs/writing/pictures/steps.yml", "labels")),
        ("docs/writing/markdown.hi.md", "labels"),
    }
