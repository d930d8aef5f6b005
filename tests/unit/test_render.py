"""Rendering without MkDocs: what a text becomes, and that what writers type is shown and never obeyed."""

import re
from pathlib import Path

import pytest
from markdown import markdown
from support import ROOT, copy_project, load_site, replace

from helpcenter.loading.settings import read_settings
from helpcenter.model.site import Site
from helpcenter.pages.page import Renderer, environment
from helpcenter.pages.published import inline_json

ARTICLE = "gateways/secure-and-pay/index"


def renderer(site: Site, language: str) -> Renderer:
    return Renderer(site, language, environment(ROOT / "overrides"), read_settings(ROOT))


def document(site: Site, language: str) -> str:
    """Return the article's whole document, its Markdown rendered as MkDocs does."""
    own = renderer(site, language)
    return own.document(ARTICLE, markdown(own.page(ARTICLE), extensions=["attr_list", "tables"]))


@pytest.fixture(params=["hi", "en"])
def article(request: pytest.FixtureRequest) -> str:
    return document(load_site(), request.param)


def test_no_bound_link_and_no_directive_is_left(article: str) -> None:
    assert not [scheme for scheme in ("](rule:", "](ui:", "](term:", "](contact:", "[STEPS]") if scheme in article]


def test_callouts_are_numbered_through_the_article(article: str) -> None:
    steps = article[article.index("hc-steps") :]
    numbers = re.findall(r'<a class="hc-callout" href="#place-(\d)" data-callout="(\d)" [^>]*>(\d)</a>', steps)
    assert numbers == [(number,) * 3 for number in "1234"]


def test_an_unset_contact_form_leaves_the_words_without_a_link(article: str) -> None:
    assert "contact_form" not in article
    assert "None" not in article


def test_a_set_contact_form_is_linked(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    replace(
        root, "gateways/secure-and-pay/rules.yml", "\nsources:", "\ncontact_form: https://example.org/form\n\nsources:"
    )
    assert '<a href="https://example.org/form">' in document(load_site(root), "en")


def test_brands_and_codes_are_marked_as_english_on_hindi_pages_only() -> None:
    site = load_site()
    assert '<span lang="en">USD</span>' in document(site, "hi")
    assert '<span lang="en">USD' not in document(site, "en")


def test_tags_in_a_step_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    root = copy_project(tmp_path)
    replace(root, "gateways/secure-and-pay/steps.yml", "en: Sign in to", "en: <img src=x onerror=alert(1)> Sign in to")
    page = document(load_site(root), "en")
    assert "<img" not in page
    assert "&lt;img" in page


def test_inline_json_cannot_end_its_script() -> None:
    text = inline_json({"a": "</script><b>&\u2028\u2029"})
    assert not [character for character in "<>&\u2028\u2029" if character in text]


def test_code_stays_as_its_writer_wrote_it() -> None:
    page = renderer(load_site(), "hi").page("writing/syntax")
    assert "```md\n[systeme.io](term:systeme-io) में साइन इन करें।\n```" in page
