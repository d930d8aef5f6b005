"""The shared vectors in Python. test_twins.py runs the same ones in JavaScript."""

import pytest
from vectors import KNOWN, VECTORS, Vector, rules_of, said

from helpcenter.engine.answer import answer


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.about)
def test_vector(vector: Vector) -> None:
    assert said(answer(rules_of(vector), vector.form, KNOWN)) == vector.says


def test_there_are_enough_vectors_and_each_is_about_something_else() -> None:
    assert len(VECTORS) >= 150
    assert len({vector.about for vector in VECTORS}) == len(VECTORS)
