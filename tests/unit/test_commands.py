"""what-if, coverage and new: what a writer asks before and after a change."""

from pathlib import Path

import pytest
from support import laid_out, problems, replace, specimen, specimen_site

from helpcenter.cli import main
from helpcenter.commands.coverage import fact_coverage
from helpcenter.facts.variants import ChangeError, changed, mutations, parse_change

SITE = specimen_site()
GATEWAY = SITE.gateways["acme-pay"]


def what_if(change: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--root", str(laid_out()), "what-if", change]) == 0
    return capsys.readouterr().out


def test_what_if_names_sentences_and_answers_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    said = what_if("acme-pay.currencies += INR", capsys)
    assert "sentences: 4" in said
    assert "docs/gateways/acme-pay/index.hi.md:" in said
    assert "docs/gateways/acme-pay/index.en.md:" in said
    assert "en false: Acme Pay accepts only USD, EUR and GBP." in said
    assert "hi true:  Acme Pay में केवल USD, EUR, GBP और INR स्वीकार होते हैं।" in said


@pytest.mark.parametrize(
    ("change", "claimed"),
    [
        ("acme-pay.currencies -= GBP", "the rule currencies says: only: USD + EUR"),
        ("acme-pay.currencies = INR", "the rule currencies says: only: INR"),
        ("acme-pay.required_fields -= last-name", "the rule required_fields says"),
        ("acme-pay.interval.units += week", "the rule interval says: month: 30 days, units: day + week"),
        ("acme-pay.interval.month = 31 days", "the rule interval says: units: day, month: 31 days"),
        ("acme-pay.retries = 3", "the rule retries says: count: 3"),
        ("acme-pay.after_failure.notify = none", "the rule after_failure says"),
        ("acme-pay.after_failure.after = 2 weeks", "the rule after_failure says"),
        ("acme-pay.after_failure.after = not stated", "the rule after_failure says: notify: sent, end: cancelled"),
        ("acme-pay.currencies = not stated", "no rule 'currencies'"),
        ("acme-pay.subscriptions = false", "the rule subscriptions says: possible: false"),
        ("acme-pay.webhook.goes = to-provider", "the rule webhook says: goes: to-provider"),
    ],
)
def test_what_if_knows_every_rule(capsys: pytest.CaptureFixture[str], change: str, claimed: str) -> None:
    assert claimed in what_if(change, capsys)


def test_what_if_edits_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in (laid_out() / "docs").rglob("*.yml")}
    what_if("acme-pay.interval.month = 28 days", capsys)
    assert {path: path.read_bytes() for path in (laid_out() / "docs").rglob("*.yml")} == before


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("acme-pay currencies INR", "cannot be read"),
        ("acme-pai.currencies += INR", "did you mean 'acme-pay'?"),
        ("acme-pay.curencies += INR", "did you mean 'currencies'?"),
        ("acme-pay.currencies += INX", "no 'INX'"),
        ("acme-pay.currencies -= USD, EUR, GBP", "nothing would be left"),
        ("acme-pay.retries -= 1", "only a set grows or shrinks"),
        ("acme-pay.subscriptions = maybe", "valid boolean"),
        ("acme-pay.interval.month = thirty", "is not a number of minutes"),
        ("acme-pay.interval = 30 days", "name a part, such as interval.month"),
        ("acme-pay.after_failure.end = happy", "Input should be"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused_with_the_reason(
    capsys: pytest.CaptureFixture[str], change: str, why: str
) -> None:
    assert main(["--root", str(laid_out()), "what-if", change]) == 2
    assert why in capsys.readouterr().err


def test_a_change_of_what_is_not_stated_is_refused() -> None:
    without = changed(SITE, parse_change(SITE, "acme-pay.currencies = not stated"))
    with pytest.raises(ChangeError, match="does not state 'currencies'"):
        parse_change(without, "acme-pay.currencies += INR")


def test_every_fact_of_the_article_is_noticed_by_a_sentence_in_every_language() -> None:
    counts, unnoticed = fact_coverage(SITE, GATEWAY)
    assert unnoticed == []
    assert {path for path, _ in counts.items()} >= {"currencies.only", "interval.month", "after_failure.after"}
    assert sum(total for total, _ in counts.values()) >= 25


def test_coverage_names_a_fact_that_one_language_does_not_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = specimen(tmp_path)
    sentence = "[सब्सक्रिप्शन का भुगतान विफल होने पर सूचना भेजी जाती है।](rule:"
    replace(root, "gateways/acme-pay/index.hi.md", f"{sentence}after_failure) ", "")
    replace(root, "guides/failed-payments.hi.md", f"1. {sentence}acme-pay.after_failure)\n", "")
    assert main(["--root", str(root), "coverage", "acme-pay"]) == 1
    said = capsys.readouterr().out
    assert "no sentence in 'hi' notices: acme-pay.after_failure.notify = customer" in said
    assert "no sentence in 'en'" not in said
    assert "2/3   said" in said


def test_mutations_change_every_stated_part() -> None:
    stated = {(name, part) for name, rule in GATEWAY.rules.items() for one in rule.statements for part in one.values}
    assert {(change.rule, change.part) for change in mutations(SITE, GATEWAY)} == stated


def test_a_new_gateway_lacks_only_what_its_writer_has_to_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = specimen(tmp_path)
    assert main(["--root", str(root), "new", "gateway", "new-pay"]) == 0
    found = problems(root)
    assert {problem.message for problem in found} == {"still to be written"}
    assert {Path(problem.position.file).name for problem in found} == {
        *("rules.yml", "steps.yml", "index.hi.md", "index.en.md"),
    }
    assert all("/new-pay/" in problem.position.file for problem in found)
    capsys.readouterr()
    assert main(["--root", str(root), "new", "gateway", "new-pay"]) == 1
    assert "exists already" in capsys.readouterr().err


@pytest.mark.parametrize("id_", ["New Pay", "../evil", "currencies", "a/b", ""])
def test_an_id_that_cannot_be_a_gateway_is_refused(tmp_path: Path, id_: str) -> None:
    assert main(["--root", str(specimen(tmp_path)), "new", "gateway", id_]) == 2


def test_a_file_is_checked_with_what_it_makes_false_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = specimen(tmp_path)
    replace(root, "gateways/acme-pay/rules.yml", "[USD, EUR, GBP]", "[USD, EUR]")
    replace(root, "guides/intervals.en.md", "Try your interval", "Try your your interval")
    rules = root / "docs" / "gateways" / "acme-pay" / "rules.yml"
    assert main(["--root", str(root), "check", str(rules)]) == 1
    said = capsys.readouterr().out
    assert "index.hi.md:" in said
    assert "index.en.md:" in said
    assert "guides/intervals.en.md" not in said
