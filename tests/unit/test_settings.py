"""What is wrong in `mkdocs.yml` is said with its line, by every command."""

import re
from pathlib import Path

import pytest
from support import SPECIMEN

from helpcenter.cli import main
from helpcenter.loading.settings import read_settings

RIGHT = (SPECIMEN / "mkdocs.yml").read_text(encoding="utf-8")
WRONG = [
    ("^site_name: .*", "site_name: [", "yaml: expected"),
    ("^site_name: .*\n", "", "schema: missing key 'site_name'"),
    ("^site_url: .*", "site_url: https://help.example.org@evil.example/", "schema: 'site_url'"),
    ("^  feedback_url: .*", "  feedback_url: javascript:alert(1)", "schema: 'feedback_url'"),
    ("^  feedback_url: .*", "  feedback_url: //evil.example/", "schema: 'feedback_url'"),
    ("^  feedback_url: .*", "  feedback_url: https://a@evil.example/", "schema: 'feedback_url'"),
    ("^  feedback_url: .*", "  feedback_url: [/feedback]", "schema: 'feedback_url' must be text"),
    ("^  feedback_url: ", "  feedbak_url: ", "schema: unknown key 'feedbak_url'"),
    ("^  offline: .*", "  offline: 1", "schema: 'offline' must be true or false"),
    ("^  - i18n:", "  - i19n:", "schema: 'plugins' do not say each language once"),
    ("- locale: en", "- locale: hi", "schema: 'plugins' do not say each language once"),
]


@pytest.mark.parametrize(("find", "by", "says"), WRONG)
def test_what_is_wrong_is_said_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], find: str, by: str, says: str
) -> None:
    wrong, changed = re.subn(find, by, RIGHT, flags=re.MULTILINE)
    assert changed == 1
    (tmp_path / "mkdocs.yml").write_text(wrong, encoding="utf-8")
    assert main(["--root", str(tmp_path), "check"]) == 1
    assert re.match(rf"mkdocs\.yml:\d+:\d+: {re.escape(says)}.*\n    hint: .", capsys.readouterr().err)


@pytest.mark.parametrize(
    "url", ["/feedback", "/help/feedback", "https://answers.example/v1", "http://127.0.0.1:9/feedback"]
)
def test_where_answers_may_go(tmp_path: Path, url: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(RIGHT.replace("url: /feedback", f"url: {url}"), encoding="utf-8")
    assert read_settings(tmp_path).feedback_url == url


def test_nobody_need_receive_answers(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(RIGHT.replace("  feedback_url: /feedback\n", ""), encoding="utf-8")
    assert read_settings(tmp_path).feedback_url == ""
