"""The six states of a rule are told apart wherever facts leave the house: table, command, JSON and plain pages."""

import json
import re
from itertools import product
from pathlib import Path

import pytest
from projects import CARD, add_card
from support import languages_of, load_site, problems, specimen

from helpcenter.cli import main
from helpcenter.deploy.files import gateways_json
from helpcenter.deploy.plain_pages import PlainPages
from helpcenter.facts.claims import resolve
from helpcenter.facts.ways import ways
from helpcenter.loading.settings import read_settings
from helpcenter.model.rules import STATES
from helpcenter.pages.table import rows

RULE_OF = {
    "stated": "subscriptions",
    "said": "after_failure",
    "decided": "card_update",
    "disagree": "retries",
    "not-stated": "amount",
    "not-known": "amount",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = specimen(tmp_path_factory.mktemp("states"))
    add_card(folder)
    return folder


@pytest.fixture(scope="module", params=["part", "whole"])
def project(root: Path, request: pytest.FixtureRequest) -> tuple[Path, dict[str, str]]:
    """Return a project whose article was read in part or whole, and a rule for each state."""
    rules = root / "docs" / "gateways" / CARD.name / "rules.yml"
    content = rules.read_text(encoding="utf-8").replace(", extent: whole", "")
    whole = "read: 2026-11-23, extent: whole}"
    rules.write_text(
        content.replace("read: 2026-11-23}", whole, 1) if request.param == "whole" else content, encoding="utf-8"
    )
    left_out = "not-known" if request.param == "whole" else "not-stated"
    return root, {one: rule for one, rule in RULE_OF.items() if one != left_out}


def test_the_card_is_clean_and_has_every_type_of_rule(project: tuple[Path, dict[str, str]]) -> None:
    root, rules = project
    site = load_site(root)
    assert problems(root) == []
    assert set(site.vocabulary) - set(site.gateways[CARD.name].rules) == {"amount"}
    assert len(rules) == len(STATES) - 1


def test_the_table_says_each_state_in_its_own_words(project: tuple[Path, dict[str, str]]) -> None:
    root, rules = project
    site = load_site(root)
    for language in site.languages:
        said = {row.id: row for row in rows(site, language, site.gateways[CARD.name])}
        plain = PlainPages(site, language, read_settings(root)).page(f"gateways/{CARD.name}/index")
        words = [said[rule].lines[0] for state, rule in rules.items() if not state.startswith("not-")]
        assert len({line.words for line in words}) == len(words) == 4
        assert all(line.words in plain and line.url for line in words)
        (absent,) = (state for state in rules if state.startswith("not-"))
        assert said[""].name == site.messages.statuses[absent][language]
        assert said[""].lines[0].words == site.vocabulary[rules[absent]].name[language]
        assert said[""].name in plain


def test_the_json_names_each_state(project: tuple[Path, dict[str, str]]) -> None:
    root, rules = project
    published = json.loads(gateways_json(load_site(root), read_settings(root)))["gateways"][CARD.name]["rules"]
    assert {state: published[rule]["state"] for state, rule in rules.items()} == {state: state for state in rules}


def test_the_command_says_each_state(project: tuple[Path, dict[str, str]], capsys: pytest.CaptureFixture[str]) -> None:
    root, rules = project
    plan = ["--currency", "INR", "--every", "1 month", "--amount", "10"]
    site = load_site(root)
    for language in languages_of(root):
        main(["--root", str(root), "plan", CARD.name, "--language", language, *plan])
        said = capsys.readouterr().out
        for state, rule in rules.items():
            status = site.messages.statuses["yes" if state == "stated" else state][language]
            assert f"[{status}] {site.vocabulary[rule].name[language]}" in said


def test_a_name_is_written_one_way_wherever_a_hint_begins_with_it(root: Path) -> None:
    site, names = load_site(root), set[str]()
    gateway = site.gateways[CARD.name]
    for language, rule in product(site.languages, gateway.rules):
        for way in ways(site, language, resolve(site, rule, gateway)):
            for text in (way.sentence, way.clause, way.phrase):
                names |= set(re.findall(re.escape(gateway.file.name), text, re.IGNORECASE))
    assert names == {gateway.file.name}
