"""The shared vectors in Python. tests/site/test_twins.py runs the same ones in the browser."""

from typing import Any

import pytest
from support import load_site
from vectors import VECTORS, rules_of, said

from helpcenter.publish import vocabulary
from helpcenter.rules import evaluate, summarise
from helpcenter.typed import read_plan

VOCABULARY = vocabulary(load_site())


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["about"])
def test_vector(vector: dict[str, Any]) -> None:
    read = read_plan(vector["form"], VOCABULARY)
    findings = evaluate(rules_of(vector), read["plan"]) if read["plan"] else None
    summary = summarise(findings) if findings else None
    assert said(read["problems"], findings, summary) == vector["says"]


def test_there_are_enough_vectors_and_each_is_about_something_else() -> None:
    assert len(VECTORS) >= 60
    assert len({vector["about"] for vector in VECTORS}) == len(VECTORS)
