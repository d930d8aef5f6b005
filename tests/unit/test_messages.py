import pytest
from support import specimen_site

from helpcenter.pages.speech import Speech
from helpcenter.pages.texts import texts
from helpcenter.pages.told import Told

SITE = specimen_site()
TOLD = {language: Told(texts(SITE, language), language) for language in SITE.languages}


@pytest.mark.parametrize(
    ("language", "count", "unit", "words"),
    [
        ("en", 1, "day", "1 day"),
        ("en", 30, "day", "30 days"),
        ("hi", 1, "month", "1 महीना"),
        ("hi", 2, "month", "2 महीने"),
        ("hi", 100000, "day", "1,00,000 दिन"),
        ("en", 100000, "day", "100,000 days"),
    ],
)
def test_quantities_have_plurals_and_the_languages_grouping(language: str, count: int, unit: str, words: str) -> None:
    assert TOLD[language].quantity({"count": count, "unit": unit}) == words


@pytest.mark.parametrize(
    ("language", "joint", "words"), [("en", "and", "A, B and C"), ("en", "or", "A, B or C"), ("hi", "or", "A, B या C")]
)
def test_lists_are_joined_in_the_language(language: str, joint: str, words: str) -> None:
    assert TOLD[language].listed(["A", "B", "C"], joint) == words


def test_an_unknown_message_is_an_error_and_never_its_own_key() -> None:
    with pytest.raises(KeyError):
        Speech(SITE, "en").say("statuses", "no-such-code")
