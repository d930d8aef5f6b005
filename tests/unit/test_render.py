"""Rendering without MkDocs: what a text becomes, and that what writers type is shown and never obeyed."""

import re
from pathlib import Path

import pytest
from support import LANGUAGES, ROOT, load_site, replace, specimen, specimen_site

from helpcenter.files.allowed import ELEMENTS
from helpcenter.loading.settings import read_settings
from helpcenter.model.site import Site
from helpcenter.pages.page import Renderer, environment
from helpcenter.pages.published import inline_json

ARTICLE = "gateways/acme-pay/index"
CONSTRUCTS = "writing/markdown"
GOLDEN = ROOT / "tests" / "golden"


def renderer(site: Site, language: str) -> Renderer:
    return Renderer(site, language, environment(ROOT / "overrides"), read_settings(ROOT))


def page(site: Site, language: str, key: str = ARTICLE) -> str:
    return renderer(site, language).page(key)


@pytest.fixture(params=LANGUAGES)
def article(request: pytest.FixtureRequest) -> str:
    return page(specimen_site(), request.param)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_construct_becomes_the_html_that_was_read_over(language: str, pytestconfig: pytest.Config) -> None:
    html = page(specimen_site(), language, CONSTRUCTS)
    golden = GOLDEN / f"markdown.{language}.html"
    if pytestconfig.getoption("--rewrite-cases"):
        golden.write_text(html, encoding="utf-8")
    assert html == golden.read_text(encoding="utf-8"), "look at it, then run pytest --rewrite-cases"


def test_a_golden_page_uses_every_element_that_is_allowed() -> None:
    html = page(specimen_site(), "en", CONSTRUCTS)
    assert [name for name in ELEMENTS if f"<{name}>" not in html and f"<{name} " not in html] == []


def test_items_indented_as_commonmark_wants_them_stay_below_their_note(tmp_path: Path) -> None:
    root = specimen(tmp_path)
    for language, words in (("en", "first."), ("hi", "पहला।")):
        path = root / "docs" / f"{ARTICLE}.{language}.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("\n2. ", f"\n   - {words}\n   - {words}\n2. ", 1), encoding="utf-8")
    html = page(load_site(root), "en")
    notes = html[html.index('id="note-1"') : html.index('id="note-2"')]
    assert notes.count("<li>") == 2
    assert re.findall(r'<li id="(note-\d)">', html) == [f"note-{number}" for number in range(1, 5)]


def test_a_link_to_a_page_works_in_a_step_too(tmp_path: Path) -> None:
    root = specimen(tmp_path)
    steps = "gateways/acme-pay/steps.yml"
    replace(root, steps, "en: Sign in to your", 'en: "See [periods](../../guides/intervals.md#other-intervals) in your')
    replace(root, steps, "systeme.io account.\n", 'systeme.io account."\n')
    assert '<a href="../../guides/intervals/#other-intervals">periods</a>' in page(load_site(root), "en")


def test_no_bound_link_and_no_directive_is_left(article: str) -> None:
    assert not [scheme for scheme in ("](rule:", "](ui:", "](term:", "](contact:", "[STEPS]") if scheme in article]


def test_callouts_are_numbered_through_the_article(article: str) -> None:
    steps = article[article.index("hc-steps") :]
    numbers = re.findall(
        r'&nbsp;<a class="hc-callout"[^>]* href="#place-(\d)" data-callout="(\d)" [^>]*>(\d)</a>', steps
    )
    assert numbers == [(number,) * 3 for number in "1234"]


def test_an_unset_contact_form_leaves_the_words_without_a_link(article: str) -> None:
    assert "contact_form" not in article
    assert "None" not in article


def test_a_set_contact_form_is_linked(tmp_path: Path) -> None:
    root = specimen(tmp_path)
    replace(root, "gateways/acme-pay/rules.yml", "\nsources:", "\ncontact_form: https://example.org/form\n\nsources:")
    assert '<a href="https://example.org/form">' in page(load_site(root), "en")


def test_brands_and_codes_are_marked_as_english_on_hindi_pages_only() -> None:
    assert '<span lang="en">USD</span>' in page(specimen_site(), "hi")
    assert '<span lang="en">USD' not in page(specimen_site(), "en")


def test_tags_in_a_step_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    root = specimen(tmp_path)
    replace(root, "gateways/acme-pay/steps.yml", "en: Sign in to", "en: <img src=x onerror=alert(1)> Sign in to")
    html = page(load_site(root), "en")
    assert "<img" not in html
    assert "&lt;img" in html


def test_inline_json_cannot_end_its_script() -> None:
    text = inline_json({"a": "</script><b>&\u2028\u2029"})
    assert not [character for character in "<>&\u2028\u2029" if character in text]


def test_the_source_is_the_text_that_was_read_and_its_sibling_is_a_second_link(tmp_path: Path) -> None:
    root = specimen(tmp_path)
    other = "https://acme-pay.example/hilfe"
    replace(root, "gateways/acme-pay/rules.yml", "extent: whole}", f"extent: whole, also: {{hi: '{other}'}}}}")
    site = load_site(root)
    hindi, english = page(site, "hi"), page(site, "en")
    assert hindi.index("https://acme-pay.example/help") < hindi.index(other)
    assert "23 नवंबर 2026" in hindi
    assert "अंग्रेज़ी" in hindi
    assert other not in english
    assert "23 November 2026" in english


def test_what_readers_ask_for_first_is_said_where_it_is_refused() -> None:
    assert "(INR)" in page(specimen_site(), "en")
    assert "भारतीय रुपया" in page(specimen_site(), "hi")
