"""The finder over the shipped rules: what both engines say to questions that people ask, and what a mend does."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from projects import Project
from support import ROOT, load_site, read_data
from twins import engine_in_deno, mended_forms
from vectors import EMPTY

from helpcenter.engine.find import find, reasons
from helpcenter.engine.group import GROUPS
from helpcenter.pages.published import published_rules
from helpcenter.pages.texts import typed_words

TABLE = Path(__file__).parent / "questions.yml"
SITE = load_site(ROOT)
KNOWN = typed_words(SITE)
GATEWAYS = {id_: published_rules(SITE, one) for id_, one in SITE.gateways.items()}


def form_of(question: Mapping[str, Any]) -> dict[str, Any]:
    return {**EMPTY, "payment": "", "fields": [], **question["form"]}


def lines(rows: Sequence[tuple[str, str, Sequence[Mapping[str, Any]]]]) -> list[str]:
    """Return a line for each gateway: its group, and its reasons in a short form that people can read."""
    return [f"{group}: {id_} ({'; '.join(map(reason, why))})" for id_, group, why in rows]


def reason(finding: Mapping[str, Any]) -> str:
    words = [finding["rule"], finding["outcome"]]
    if finding["scope"]:
        scope = finding["scope"]
        elsewhere = f"not {' '.join(scope['elsewhere'])}" if scope["elsewhere"] else None
        words.append("if " + " ".join(filter(None, (scope["country"], elsewhere, scope["buyers"]))))
    values = (finding["mend"] or {}).get("values", [])
    return " ".join(words) + (f" to {json.dumps(values)}" if values else "")


def in_python(form: Mapping[str, Any]) -> list[str]:
    return lines([(one["id"], one["group"], reasons(one)) for one in find(GATEWAYS, form, KNOWN)["rows"]])


def test_the_questions_are_answered_as_they_were_read_over(pytestconfig: pytest.Config) -> None:
    text = TABLE.read_text(encoding="utf-8")
    data = read_data(TABLE)
    assert len(data["questions"]) >= 30
    said = [{**one, "says": in_python(form_of(one))} for one in data["questions"]]
    assert all(len(one["says"]) == len(GATEWAYS) for one in said)
    if pytestconfig.getoption("--rewrite-cases"):
        header = text[: text.index("questions:")]
        new = yaml.safe_dump({"questions": said}, allow_unicode=True, sort_keys=False, width=10**6)
        TABLE.write_text(header + new, encoding="utf-8")
    assert said == read_data(TABLE)["questions"]


def test_the_browser_answers_them_alike() -> None:
    questions = read_data(TABLE)["questions"]
    with engine_in_deno(KNOWN) as engine:
        found = engine.call("find", *((GATEWAYS, form_of(one)) for one in questions))
    for question, (said, why) in zip(questions, found, strict=True):
        rows = [(row["id"], row["group"], own) for row, own in zip(said["rows"], why, strict=True)]
        assert lines(rows) == question["says"], question["about"]


def plans() -> Iterator[dict[str, Any]]:
    """Yield plans of people in many places, with every input also left out."""
    intervals = ("", "1 day", "30 days", "2 weeks", "1 month", "1 year", "5 years")
    sellers = product(("", "IN", "US", "GB", "NG", "BR", "BT"), ("", "home", "abroad"))
    wishes = product(("", "INR", "USD", "EUR", "NGN", "JPY"), intervals, ("", "0.1", "500"))
    for (country, buyers), (currency, every, amount) in product(sellers, wishes):
        if amount and not currency:
            continue
        asked = {"country": country, "buyers": buyers, "currency": currency, "every": every, "amount": amount}
        yield {**EMPTY, "payment": "", "fields": ["email"] if every else [], **asked}


def test_a_mend_never_moves_a_shipped_gateway_down() -> None:
    mended = 0
    for form in plans():
        found = find(GATEWAYS, form, KNOWN)
        for row in found["rows"]:
            own = {row["id"]: GATEWAYS[row["id"]]}
            for other in mended_forms(form, {"findings": row["findings"], "plan": found["plan"]}):
                (after,) = find(own, other, KNOWN)["rows"]
                assert GROUPS.index(after["group"]) <= GROUPS.index(row["group"]), (row["id"], form, other)
                mended += 1
    assert mended > 1000


def test_the_finder_is_small(project: Project) -> None:
    """At most 450 bytes (gzip) for a gateway’s rules with sources, and 24 KB for all that a browser gets on use.

    That is with thirteen gateways of some 250 bytes. Each further one takes its own, which is no writer's mistake.
    """
    folder = project.folder / "assets" / "checker"
    for language in project.site.languages:
        names = (
            "finder.*.mjs",
            f"finder.{language}.*.json",
            f"finder-form.{language}.*.json",
            f"words.{language}.*.json",
        )
        sizes = {
            end: [one.stat().st_size for name in names for one in folder.glob(name + end)] for end in (".gz", ".br")
        }
        assert len(sizes[".gz"]) == len(sizes[".br"]) == len(names)
        assert sizes[".gz"][1] <= 450 * len(project.site.gateways)
        loaded = sizes[".br" if project.changed else ".gz"]  # a made-up third language has longer words
        assert sum(loaded) - loaded[1] <= 24 * 1024 - 13 * 250
