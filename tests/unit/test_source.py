from pathlib import Path

import pytest

from helpcenter.files.diagnostics import Diagnostic
from helpcenter.files.source import Source, Text, read_source
from helpcenter.files.yaml import read_yaml


def text_of(content: str, key: str) -> Text:
    text = read_yaml(Source("file.yml", content)).data[key]
    assert isinstance(text, Text)
    return text


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ("text: पहले यहाँ [क्लिक](ui:x) करें।\n", 1, 17),
        ('text: "say [words](ui:x)"\n', 1, 12),
        ("text: 'say [words](ui:x)'\n", 1, 12),
        ("text: >\n  first line\n  then [words](ui:x)\n", 3, 8),
        ("text: |\n  first line\n    then [words](ui:x)\n", 3, 10),
        ("text: first line\n  then [words](ui:x)\n", 2, 8),
        ("first: 1\nlist: {text: 'a [words](ui:x)'}\n", 2, 17),
    ],
)
def test_a_word_inside_a_text_is_found_where_it_stands(content: str, line: int, column: int) -> None:
    data = read_yaml(Source("file.yml", content)).data
    text = data.get("text") or data["list"]["text"]
    position = text.at(text.index("["))
    assert (position.line, position.column) == (line, column)


def test_a_text_with_escapes_is_found_at_its_start() -> None:
    text = text_of('text: "a \\u0915 [words](ui:x)"\n', "text")
    assert text.at(text.index("[")).column == 7


@pytest.mark.parametrize(
    ("written", "value"),
    [("NO", "NO"), ("010", "010"), ("12:30:45", "12:30:45"), ("1_000", "1_000"), ("yes", "yes"), ("~", "~")],
)
def test_what_yaml_once_guessed_stays_text(written: str, value: str) -> None:
    assert read_yaml(Source("file.yml", f"key: {written}\n")).data == {"key": value}


def test_numbers_truth_and_dates_are_read_in_their_one_spelling() -> None:
    data = read_yaml(Source("file.yml", "a: 30\nb: true\nc: 2026-11-23\nd: '30'\n")).data
    assert (data["a"], data["b"], data["c"].isoformat(), data["d"]) == (30, True, "2026-11-23", "30")


def test_a_date_that_does_not_exist_is_a_problem() -> None:
    (problem,) = read_yaml(Source("file.yml", "a: 2026-02-31\n")).problems
    assert "2026-02-31" in problem.message


def test_all_problems_of_a_file_are_reported_at_once() -> None:
    document = read_yaml(Source("file.yml", "a: !x 1\na: 2\nb:\n"))
    assert [problem.position.line for problem in document.problems] == [1, 2, 3]


def test_a_file_that_is_not_utf8_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file.yml").write_bytes(b"\xff\xfe")
    result = read_source(tmp_path / "file.yml", tmp_path)
    assert isinstance(result, Diagnostic)
    assert "UTF-8" in result.message


@pytest.mark.parametrize(
    ("content", "place", "said"),
    [
        ("a: *x\n", "1:4", "found undefined alias 'x'"),
        ("क: ख: ग\n", "1:5", "mapping values are not allowed here"),
        ("a: @x\n", "1:4", "found character '@' that cannot start any token"),
        ("a: {b: c\n", "2:1", "expected ',' or '}', but got '<stream end>'"),
        ("a: b\n---\nc: d\n", "2:1", "but found another document"),
        ("a: " + "[" * 3000, "1:3004", "did not find expected node content"),
    ],
)
def test_broken_yaml_is_named_at_its_place_in_clear_words(content: str, place: str, said: str) -> None:
    (problem,) = read_yaml(Source("file.yml", content)).problems
    assert (f"{problem.position.line}:{problem.position.column}", problem.message) == (place, said)


def test_a_question_mark_ends_a_text_in_braces() -> None:
    assert read_yaml(Source("file.yml", "a: {hi: क्या?, en: what?}\n")).data == {"a": {"hi": "क्या?", "en": "what?"}}
