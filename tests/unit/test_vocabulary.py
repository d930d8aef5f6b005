"""The vocabulary as data: a rule type is one file, and whatever can be stated can be written and read back."""

import json
from pathlib import Path
from random import Random

import pytest
from support import LANGUAGES, SPECIMEN, load_site, problems, replace, specimen, specimen_site

from helpcenter.cli import main
from helpcenter.commands.coverage import fact_coverage
from helpcenter.deploy.files import gateways_json
from helpcenter.facts.grammar import grammar_of
from helpcenter.facts.kinds import kind_of, same
from helpcenter.facts.variants import known_items
from helpcenter.facts.words import words_of
from helpcenter.facts.writing import UnwritableError, chosen, write
from helpcenter.files.diagnostics import as_text
from helpcenter.loading.settings import read_settings

SITE = specimen_site()
REFUNDS = """rule: refunds
place: 900
about: payment
value: {parts: {within: quantity, fee: yes_no}}
judge: {by: tells}
name: {hi: रिफ़ंड, en: Refunds}
meaning: {hi: "पैसे लौटाने के लिए कितना समय है।", en: "How much time there is to pay money back."}
say:
  within: {hi: "पैसे {within:oblique} के भीतर लौटाए जा सकते हैं।", en: "Money can be paid back within {within}."}
  fee=true: {hi: "लौटाने पर शुल्क लगता है।", en: "Paying it back costs a fee."}
  fee=false: {hi: "लौटाने पर शुल्क नहीं लगता।", en: "Paying it back costs nothing."}
short:
  within: {hi: "{within:oblique} के भीतर", en: "within {within}"}
  fee=true: {hi: शुल्क के साथ, en: with a fee}
  fee=false: {hi: बिना शुल्क, en: without a fee}
read:
  within: {en: ["refunds are possible (for|within) {within}"], hi: ["रिफ़ंड {within:oblique} तक संभव है"]}
"""


def test_a_rule_type_is_one_file_and_everything_takes_it_from_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = specimen(tmp_path)
    (root / "docs" / "vocabulary" / "refunds.yml").write_text(REFUNDS, encoding="utf-8")
    rules = "  refunds: {within: 60 days, fee: false, source: article}\n"
    replace(root, "gateways/acme-pay/rules.yml", "rules:\n", f"rules:\n{rules}")
    assert {problem.check for problem in problems(root)} == {"notes"}
    assert main(["--root", str(root), "draft", "acme-pay"]) == 0
    assert as_text(problems(root)) == ""
    page = (root / "docs/gateways/acme-pay/index.en.md").read_text(encoding="utf-8")
    assert "[Money can be paid back within 60 days.](rule:refunds)" in page
    replace(
        root,
        "gateways/acme-pay/index.en.md",
        "Money can be paid back within 60 days.",
        "Refunds are possible for two months.",
    )
    (problem,) = problems(root)
    assert "'Refunds are possible for two months.' says: within: 2 months" in problem.message
    replace(root, "gateways/acme-pay/index.en.md", "for two months.", "within sixty days.")
    assert as_text(problems(root)) == ""
    site = load_site(root)
    assert fact_coverage(site, site.gateways["acme-pay"])[1] == []
    published = json.loads(gateways_json(site, read_settings(SPECIMEN)))["gateways"]["acme-pay"]["rules"]["refunds"]
    assert published["statements"][0]["values"] == {"within": {"count": 60, "unit": "day"}, "fee": False}
    capsys.readouterr()
    main(["--root", str(root), "accept", "--all"])
    main(["--root", str(root), "plan", "acme-pay", "--currency", "USD", "--every", "30 days", "--language", "en"])
    assert "Money can be paid back within 60 days." in capsys.readouterr().out


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", list(SITE.vocabulary))
def test_every_value_that_is_written_is_read_back(rule: str, language: str) -> None:
    random, known = Random(42142333), known_items(SITE)
    grammar = grammar_of(SITE.vocabulary[rule], SITE.shared, language)
    words = words_of(SITE, language)
    written = 0
    for _ in range(90):
        values = {
            name: kind_of(part).some(random, part, known)
            for name, part in SITE.vocabulary[rule].parts.items()
            if part.set != "code" and random.random() < 0.5
        }
        names = {"gateway": "acme-pay", "publisher": "acme-pay", "in": ("IN",)}
        try:
            patterns = list(chosen(grammar, words, grammar.said, values)) if values else []
        except UnwritableError:
            continue  # parts that only together have a sentence
        for pattern in patterns:
            text = write(grammar, words, pattern, values, names)
            stated = {name: values[name] for name in pattern.parts}
            readings = grammar.read(text, words)
            assert any(
                set(one.values) == set(stated) and all(same(one.values[name], stated[name]) for name in stated)
                for one in readings
            ), text
            written += 1
    assert written > 20


def test_check_fix_writes_what_the_hint_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = specimen(tmp_path)
    replace(root, "gateways/acme-pay/rules.yml", "[USD, EUR, GBP]", "[USD, EUR]")
    replace(root, "gateways/acme-pay/index.en.md", "an interval of 30 days", "an interval of roughly 30 days")
    assert {problem.check for problem in problems(root)} == {"claims"}
    main(["--root", str(root), "check", "--fix"])
    assert "mended claims: " in capsys.readouterr().err
    assert as_text(problems(root)) == ""
    page = (root / "docs/gateways/acme-pay/index.en.md").read_text(encoding="utf-8")
    assert "[Acme Pay accepts only USD and EUR.](rule:currencies)" in page


def test_say_prints_ways_and_reads_a_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    root = specimen(tmp_path)
    assert main(["--root", str(root), "say", "acme-pay.interval.month", "--language", "en"]) == 0
    assert "  For a monthly payment, set an interval of 30 days.\n" in capsys.readouterr().out
    read = ["say", "acme-pay.currencies", "Only euros are accepted.", "--language", "en"]
    assert main(["--root", str(root), *read]) == 1
    assert "en: false: only: EUR" in capsys.readouterr().out
    assert main(["--root", str(root), "say", "acme-pay.curencies"]) == 2
    assert "did you mean 'currencies'?" in capsys.readouterr().err


def test_a_draft_says_everything_twice_over_without_a_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = specimen(tmp_path)
    page = root / "docs/gateways/demo-pay/index.en.md"
    before = page.read_text(encoding="utf-8")
    assert main(["--root", str(root), "draft", "demo-pay"]) == 0
    assert page.read_text(encoding="utf-8") == before
    assert main(["--root", str(root), "draft", "demo-pai"]) == 2
    assert "did you mean 'demo-pay'?" in capsys.readouterr().err
