import pytest
from support import specimen_site

from helpcenter.facts.claims import Lexicon, Reading, Unreadable, expected, read

SITE = specimen_site()
LEXICONS = {language: Lexicon(SITE, language) for language in SITE.languages}


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en", "exclusively USD, EUR and GBP", "only, EUR, GBP, USD"),
        ("hi", "केवल USD, EUR, और GBP", "only, EUR, GBP, USD"),
        ("hi", "सिर्फ USD", "only, USD"),
        ("en", "30 days", "30 days"),
        ("en", "a 30-day interval", "30 days"),
        ("en", "30\u00a0days", "30 days"),
        ("en", "thirty days", None),
        ("en", "ten days", "10 days"),
        ("hi", "३० दिनों", "30 days"),
        ("hi", "दस दिन", "10 days"),
        ("hi", "पाँच हफ़्ते", "5 weeks"),
        ("en", "only in days", "only, day"),
        ("en", "Email, First name and Last name are mandatory", "mandatory, email, first-name, last-name"),
        ("hi", "ईमेल, पहला नाम और अंतिम नाम अनिवार्य", "mandatory, email, first-name, last-name"),
        ("en", "no scheduled retries", "retry, scheduled, 0"),
        ("en", "0 scheduled retries", "retry, scheduled, 0"),
        ("en", "scheduled retries", "retry, scheduled"),
        ("en", "no notification is sent", "no, notify"),
        ("en", "usd", None),
        ("en", "USD and more", None),
        ("hi", "लगभग 30 दिन", None),
    ],
)
def test_words_are_read(language: str, words: str, said: str | None) -> None:
    reading = read(words, LEXICONS[language])
    assert isinstance(reading, Unreadable) if said is None else str(reading) == said


def test_each_rule_of_the_article_can_be_claimed() -> None:
    paths = set(expected(SITE.gateways["acme-pay"].facts.rules))
    assert {"required_fields", "currencies", "interval.unit", "interval.month", "retries.scheduled"} <= paths
    assert {"failure.notify", "failure.cancel_after"} <= paths


def test_a_reading_tells_what_another_lacks() -> None:
    difference = Reading(codes=frozenset({"USD", "INR"})).minus(Reading(codes=frozenset({"USD"})))
    assert str(difference) == "INR"
