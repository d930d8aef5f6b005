"""The shared vectors in Python. tests/site/test_twins.py runs the same ones in the browser."""

import pytest
from support import load_site
from vectors import VECTORS, rules_of

from helpcenter.engine.vectors import Vector, says
from helpcenter.pages.published import vocabulary

VOCABULARY = vocabulary(load_site())


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector.about)
def test_vector(vector: Vector) -> None:
    assert says(rules_of(vector), vector.form, VOCABULARY) == vector.says


def test_there_are_enough_vectors_and_each_is_about_something_else() -> None:
    assert len(VECTORS) >= 150
    assert len({vector.about for vector in VECTORS}) == len(VECTORS)
