"""The finished folder as a host serves it: small, the same at every build, safe by its headers."""

import gzip
import json
import re
from pathlib import Path

import brotli
import pytest
from babel import Locale
from browsing import Handler, Opener, files_of, finished, serving
from playwright.sync_api import Browser, Response
from support import LANGUAGES, ROOT, specimen, specimen_site

from helpcenter.deploy.scripts import bundle
from helpcenter.pages.page import MATERIAL
from helpcenter.pages.published import published_rules
from helpcenter.pages.texts import texts

ARTICLE = "gateways/acme-pay/"
PLAN = "?gateway=acme-pay&currency=INR&payment=subscription&every=1&unit=month&field=email"
READY = """() => Promise.race([
    navigator.serviceWorker.ready.then(() => true),
    new Promise((resolve) => setTimeout(resolve, 10000, false))])"""
WATCH = "window.violations = []; addEventListener('securitypolicyviolation', (one) => violations.push(one.blockedURI));"


def sent(response: Response) -> int:
    return int(response.headers.get("content-length", "0"))


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def test_the_checker_is_small(site_folder: Path) -> None:
    """Scripts at most 12 KB, the engine in it 2.5 KB, what a language says of rules 3 KB, a gateway 0.5 KB."""
    for name in ("page", "finder"):
        (script,) = (site_folder / "assets" / "checker").glob(f"{name}.*.mjs.gz")
        assert script.stat().st_size <= 12 * 1024
    assert compressed(bundle(ROOT / "docs" / "assets" / "checker" / "group.mjs")) <= 2560
    site = specimen_site()
    for language in site.languages:
        words = texts(site, language)
        of_form = {group: words["messages"].pop(group) for group in ("answer", "labels", "problems", "finder")}
        assert of_form
        assert compressed(json.dumps(words, ensure_ascii=False, separators=(",", ":"))) <= 3 * 1024
    for gateway in site.gateways.values():
        assert compressed(json.dumps(published_rules(site, gateway), separators=(",", ":"))) <= 512


def test_what_is_shipped_of_others_is_in_the_notices(site_folder: Path) -> None:
    """Material's styles and icons, Pagefind, names of CLDR; and nothing else: no fonts, no scripts but ours."""
    said = (site_folder / "notices.txt").read_text(encoding="utf-8")
    assert "notices.txt" in (site_folder / "llms.txt").read_text(encoding="utf-8")
    page = (site_folder / "index.html").read_text(encoding="utf-8")
    (words,) = (site_folder / "assets" / "checker").glob("words.hi.*.json")
    icon = (MATERIAL / ".icons" / "material" / "menu.svg").read_text(encoding="utf-8").strip()
    shipped = {
        "Material for MkDocs": ".md-typeset" in page,
        "Material Design Icons": icon in page,
        "Pagefind": (site_folder / "pagefind" / "en" / "pagefind.js").exists(),
        "Unicode CLDR": Locale("hi").currencies["INR"] in words.read_text(encoding="utf-8"),
    }
    assert all(shipped.values()), shipped
    assert re.findall(r"^={72}\n([^:,]+)", said, re.MULTILINE) == list(shipped)
    endings = {name.rpartition(".")[2] for name in files_of(site_folder)}
    assert endings & {"woff", "woff2", "ttf", "otf", "eot"} == set()
    scripts = {name.split("/")[0] for name in files_of(site_folder) if name.endswith((".js", ".mjs", ".pagefind"))}
    assert scripts == {"assets", "pagefind", "payment-checker.mjs", "sw.js"}


def test_nothing_of_the_checker_is_loaded_before_a_reader_comes_near(browser: Browser, site_url: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800}, service_workers="block")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + ARTICLE, wait_until="networkidle")
    assert [url for url in asked if "/checker/" in url] == []
    page.locator(".hc-checker").scroll_into_view_if_needed()
    page.locator(".hc-checker[data-ready]").wait_for()
    assert len([url for url in asked if "/checker/" in url]) == 4  # script, form, words and the gateway's rules
    page.close()


def test_a_search_is_small(opened: Opener, site_url: str) -> None:
    files: dict[str, int] = {}
    with opened(site_url) as page:
        page.wait_for_load_state("networkidle")
        page.on("response", lambda response: files.update({response.url: sent(response)}))
        page.locator(".hc-header .hc-find").click()
        page.locator("#search-words").fill("वेबहुक")
        page.locator(".hc-results > li").first.wait_for()
    assert 0 < sum(files.values()) <= 110_000


def test_builds_are_the_same_bytes_whether_or_not_anything_was_kept(site_folder: Path, tmp_path: Path) -> None:
    project = specimen(tmp_path)
    first = files_of(site_folder)
    for kept in (False, True):
        assert (project / ".cache" / "kept.sqlite3").exists() is kept
        again = files_of(finished(project))
        assert [name for name in first.keys() | again.keys() if first.get(name) != again.get(name)] == []


def test_compressed_files_hold_what_lies_beside_them(site_folder: Path) -> None:
    compressed = [path for path in site_folder.rglob("*") if path.suffix in (".gz", ".br")]
    assert len(compressed) > 50
    for path in compressed:
        unpacked = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else brotli.decompress(path.read_bytes())
        assert unpacked == path.with_suffix("").read_bytes()


class Brotli(Handler):
    """Sends what is compressed by Brotli."""

    encodings = (("br", ".br"),)


def test_a_browser_reads_pages_whose_two_parts_were_compressed_apart(
    opened: Opener, site_folder: Path, site_url: str
) -> None:
    names = [path.relative_to(site_folder).parent.as_posix() for path in site_folder.glob("**/index.html")]
    addresses = [f"{name}/" for name in names if name != "." and (site_folder / name / "index.md").exists()]
    assert len(addresses) > 10
    with serving(site_folder, Brotli) as url, opened("about:blank") as page:
        for address in addresses:
            response = page.request.get(site_url + address)
            by_brotli = page.goto(url + address)
            assert by_brotli is not None
            assert by_brotli.headers["content-encoding"] == "br"
            assert by_brotli.text() == response.text()


def test_pages_of_a_language_begin_alike(site_folder: Path) -> None:
    """Up to the end of their style: it is compressed once for all of them."""
    pages = [path.read_text(encoding="utf-8") for path in site_folder.rglob("*.html")]
    beginnings = [page.partition("</style>")[0] for page in pages if "</style>" in page]
    assert len(beginnings) > 10
    assert len(set(beginnings)) == len(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_breaks_the_policy_while_everything_is_used(opened: Opener, site_url: str, language: str) -> None:
    prefix = "" if language == LANGUAGES[0] else f"{language}/"
    with opened("about:blank") as page:
        page.add_init_script(WATCH)
        response = page.goto(site_url + prefix + ARTICLE + PLAN)
        assert response is not None
        policy = response.headers["content-security-policy"]
        assert "unsafe-inline" not in policy
        page.locator("html[data-ready]").wait_for(state="attached")
        page.locator(".hc-answer li").first.wait_for()
        page.locator(".hc-scheme").click()
        page.locator(".hc-feedback button").first.click()
        page.locator(".hc-feedback [role=status]:not(:empty)").wait_for()
        page.locator(".hc-header .hc-find").click()
        page.locator("#search-words").fill("webhook")
        page.locator(".hc-results > li").first.wait_for()
        page.wait_for_load_state("networkidle")
        assert page.evaluate("violations") == []
        assert page.evaluate(READY)


def test_a_script_that_got_in_is_not_run(opened: Opener, site_url: str) -> None:
    with opened(site_url, expected=("Content Security Policy", "TrustedScript")) as page:
        page.evaluate(
            """() => {
                const script = document.createElement("script");
                script.append("window.ran = true");
                document.body.append(script);
            }"""
        )
        assert page.evaluate("window.ran") is None


def test_old_addresses_lead_on(browser: Browser, site_url: str, site_folder: Path) -> None:
    assert "/en/guides/ /en/ 301\n" in (site_folder / "_redirects").read_text(encoding="utf-8")
    page = browser.new_page()
    page.goto(f"{site_url}en/guides/")
    page.wait_for_url(f"{site_url}en/")
    page.close()
