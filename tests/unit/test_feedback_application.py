"""The endpoint for answers: what it says to a script and to a browser without one, and what it remembers of neither."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
from machine import invalid_html
from starlette.applications import Starlette
from starlette.routing import Route
from support import LANGUAGES, ROOT, SPECIMEN, TODAY, specimen_site

from helpcenter.feedback import store as stores
from helpcenter.feedback.application import MOST_BYTES, PER_MINUTE, feedback_app
from helpcenter.feedback.store import Store, read_answers
from helpcenter.loading.settings import read_settings
from helpcenter.pages.feedback import ANSWERED, MOST_CHARACTERS
from helpcenter.pages.page import environment

SETTINGS = read_settings(SPECIMEN)
ORIGIN = {"Origin": SETTINGS.origin}
BROWSER = {**ORIGIN, "Accept": "text/html,application/xhtml+xml", "User-Agent": "Examplefox", "Cookie": "who=asha"}
PAGE = "gateways/acme-pay/index"
FORM = {"page": PAGE, "language": "en", "helped": "no"}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(tmp_path / "feedback.sqlite3")
    yield store
    store.close()


Post = Callable[..., httpx.Response]


@pytest.fixture
def app(store: Store) -> Starlette:
    """Return the application as a preview mounts it."""
    own = feedback_app(specimen_site(), SETTINGS, environment(ROOT / "overrides"), store, [SETTINGS.origin])
    return Starlette(routes=[Route("/feedback", own)])


@pytest.fixture
def post(app: Starlette) -> Post:
    return partial(asked, app, "POST")


def asked(app: Starlette, method: str, **options: Any) -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=app, client=("203.0.113.9", 50000))
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.request(method, "http://feedback.example/feedback", **options)

    with ThreadPoolExecutor(1) as own:  # a browser that other tests have open has its loop in this thread
        return own.submit(asyncio.run, ask()).result()


def kept(tmp_path: Path) -> list[dict[str, str]]:
    return [one.answer.model_dump() for one in read_answers(tmp_path / "feedback.sqlite3", TODAY.min)]


def as_form(fields: dict[str, str]) -> dict[str, tuple[None, str]]:
    """Return fields as a browser's FormData sends them."""
    return {name: (None, value) for name, value in fields.items()}


def test_an_answer_is_kept_and_nothing_of_who_sent_it(post: Post, tmp_path: Path) -> None:
    id_ = secrets.token_hex(16)
    for _ in range(2):
        answer = post(files=as_form({**FORM, "id": id_}), headers={**BROWSER, "Accept": "*/*"})
        assert answer.status_code == 204
        assert answer.headers["access-control-allow-origin"] == SETTINGS.origin
        assert "set-cookie" not in answer.headers
    (one,) = kept(tmp_path)
    assert one == {"id": id_, **FORM, "commit": "", "reason": "", "anchor": "", "text": ""}
    written = b"".join(path.read_bytes() for path in tmp_path.glob("feedback*"))
    assert not [word for word in (b"203.0.113", b"Examplefox", b"asha") if word in written]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_script_a_page_thanks_and_leads_back(post: Post, language: str, tmp_path: Path) -> None:
    answer = post(data={**FORM, "language": language}, headers=BROWSER)
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert str(specimen_site().messages.feedback["thanks"][language]) in answer.text
    back = SETTINGS.site_url + specimen_site().address(PAGE, language)
    assert f'href="{back}"' in answer.text
    assert "unsafe" not in answer.headers["content-security-policy"].replace("wasm-unsafe-eval", "")
    style = re.search(r"<style>(.*?)</style>", answer.text)
    assert style
    assert style[0] in (ROOT / "overrides" / ANSWERED).read_text(encoding="utf-8")  # of which the site's policy is made
    page = tmp_path / "answered.html"
    page.write_text(answer.text, encoding="utf-8")
    assert invalid_html([page]) == []


def test_a_page_that_is_none_leads_home_and_is_not_obeyed(post: Post) -> None:
    answer = post(data={**FORM, "page": '"><script>', "language": "<b>"}, headers=BROWSER)
    assert answer.status_code == 422
    assert "<script" not in answer.text
    assert f'href="{SETTINGS.site_url}"' in answer.text


def test_a_refused_text_is_told_with_the_reason(post: Post, tmp_path: Path) -> None:
    form = {**FORM, "text": "asha@example.org"}
    answer = post(files=as_form(form), headers=ORIGIN)
    assert (answer.status_code, answer.json()) == (422, {"refused": "email"})
    page = post(data=form, headers=BROWSER)
    assert page.status_code == 422
    assert str(specimen_site().messages.feedback["email"]["en"]) in page.text
    assert "asha" not in page.text
    assert kept(tmp_path) == []


@pytest.mark.parametrize("origin", [None, "null", "https://evil.example", SETTINGS.origin + ".evil.example"])
def test_another_origin_or_none_is_refused(post: Post, origin: str | None, tmp_path: Path) -> None:
    answer = post(data=FORM, headers={"Origin": origin} if origin else {})
    assert answer.status_code == 403
    assert answer.headers["access-control-allow-origin"] == SETTINGS.origin
    assert kept(tmp_path) == []


def test_the_longest_text_fits_and_a_larger_body_does_not(post: Post, tmp_path: Path) -> None:
    full = {**FORM, "id": "0" * 32, "commit": "0" * 40, "reason": "did-not-work", "anchor": "rule-required-fields"}
    full["text"] = "भ" * MOST_CHARACTERS
    assert post(files=as_form(full), headers=ORIGIN).status_code == 204
    assert kept(tmp_path)[0]["text"] == full["text"]
    large = b"page=" + b"x" * MOST_BYTES
    form = {**ORIGIN, "Content-Type": "application/x-www-form-urlencoded"}
    assert post(content=large, headers=form).status_code == 413
    assert post(content=chunks(large), headers=form).status_code == 413  # chunked
    assert len(kept(tmp_path)) == 1


async def chunks(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), 100):
        yield content[start : start + 100]


@pytest.mark.parametrize("encoding", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", ""])
@pytest.mark.parametrize("charset", ["utf-8", "idna", "hex", "utf-7", "none"])
def test_bytes_that_are_no_form_are_refused(post: Post, encoding: str, charset: str, tmp_path: Path) -> None:
    part = b'--b\r\nContent-Disposition: form-data; name="page"%s\r\n\r\n\xff\xfe\r\n--b--\r\n'
    bodies = [b"", b"\xff" * 99, b"&" * 999, part % b"", part % b'; filename="x"', (part % b"")[:-9], b"%zz=%\x00"]
    for body in bodies:
        headers = {**ORIGIN, "Content-Type": f"{encoding}; charset={charset}"}
        assert post(content=body, headers=headers).status_code in (400, 422)
    assert kept(tmp_path) == []


def test_too_many_answers_of_a_page_wait_for_the_next_minute(post: Post, tmp_path: Path) -> None:
    answers = [post(data=FORM, headers=ORIGIN) for _ in range(PER_MINUTE + 3)]
    refused = [one for one in answers if one.status_code == 429]
    assert {one.status_code for one in answers} == {204, 429}
    assert len(kept(tmp_path)) == len(answers) - len(refused)
    assert 0 < int(refused[0].headers["retry-after"]) <= 60


def test_what_cannot_be_kept_is_no_success(post: Post, store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    store.close()
    answer = post(data=FORM, headers=ORIGIN)
    assert (answer.status_code, answer.json()) == (503, {"refused": "unkept"})
    assert "closed database" in capsys.readouterr().err
    page = post(data=FORM, headers=BROWSER)
    assert page.status_code == 503
    failed = str(specimen_site().messages.feedback["failed"]["en"])
    assert re.search(rf"<h1>{re.escape(failed)}</h1>", page.text)
    assert stores.PATIENCE < 10  # a browser still waits


def test_only_a_form_is_taken(app: Starlette) -> None:
    assert asked(app, "GET", headers=ORIGIN).status_code == 405
