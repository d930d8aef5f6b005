"""How much of what people write is read, and that nothing false is read as true."""

from collections import Counter
from random import Random

import pytest
from wordings import judged, site, target, wordings

from helpcenter.facts.ways import every_way

LEAST = {"first": 0.9, "second": 0.7, "third": 0.7}
"""The share of true wordings that is read: of the third list, which nobody looked at, 77 % when it was written."""
TURNING = {
    "en": ("not", "no longer", "never", "at least", "except", "unless", "about", "half", "yearly"),
    "hi": ("नहीं", "कम से कम", "लगभग", "के अलावा", "आधा", "सालाना", "कभी-कभी"),
}
"""Words that make a true sentence another one wherever they are inserted."""
LEFT = 0.001
"""The share of inserted words that change nothing: a doubled one, such as "at least at least"."""


@pytest.mark.parametrize("name", LEAST)
def test_most_true_wordings_are_read_and_none_is_called_false(name: str) -> None:
    counts = Counter(judged(*wording) for wording in wordings(name))
    print(name, dict(counts))
    assert counts["false"] == 0
    assert counts["true"] >= LEAST[name] * counts.total()


def test_no_false_wording_is_read_as_true() -> None:
    assert len(wordings("false")) >= 150
    assert [wording for wording in wordings("false") if judged(*wording) == "true"] == []


def test_a_turning_word_at_any_place_makes_a_sentence_untrue() -> None:
    tried, left = 0, list[str]()
    for fact, language, text in wordings("third"):
        words = text.split()
        if judged(fact, language, text) != "true":
            continue
        for place in range(len(words) + 1):
            for turning in TURNING[language]:
                changed = " ".join([*words[:place], turning, *words[place:]])
                tried += 1
                left += [changed] if judged(fact, language, changed) == "true" else []
    print(f"{len(left)} of {tried}:", *left, sep="\n")
    assert len(left) <= LEFT * tried


def test_neighbours_swapped_never_state_another_value() -> None:
    random, left = Random(42142333), list[str]()
    for fact, language, text in wordings("third"):
        words = text.split()
        if len(words) < 3 or judged(fact, language, text) != "true":
            continue
        place = random.randrange(len(words) - 1)
        words[place], words[place + 1] = words[place + 1], words[place]
        left += [" ".join(words)] if judged(fact, language, " ".join(words)) == "false" else []
    assert left == []


FACTS = ("countries-1", "currencies-1", "interval-2", "retries-2", "failure-2", "amount-1", "webhook-3")


@pytest.mark.parametrize("fact", FACTS)
def test_every_way_to_say_a_fact_is_read_as_true(fact: str) -> None:
    for language in site().languages:
        ways = every_way(site(), language, target(fact))
        assert len(ways) >= 3
        assert {judged(fact, language, way) for way in ways} == {"true"}
