"""The service worker: never in the way of a network that answers, and honest about what is from the device."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest
from browsing import Handler, finished, serving
from playwright.sync_api import Browser, Error, Page
from support import LANGUAGES, specimen

ARTICLE = "gateways/acme-pay/"
GUIDE = "guides/intervals/"
PLAN = "?currency=INR&payment=subscription&every=1&unit=month&field=email"
READY = """() => Promise.race([
    navigator.serviceWorker.ready.then(() => true),
    new Promise((resolve) => setTimeout(resolve, 10000, false))])"""
KEPT = """async () => (await Promise.all((await caches.keys()).map(async (name) =>
    (await (await caches.open(name)).keys()).map((one) => one.url)))).flat()"""
NOTE = ".hc-stale [role=status]"
MONTHS = {"hi": "नवंबर", "en": "November"}


class Hanging(Handler):
    """A server that, once stopped, takes requests and never answers."""

    running = threading.Event()

    def send_head(self) -> BytesIO | None:
        """Wait until it runs."""
        self.running.wait()
        return super().send_head()


@contextmanager
def visited(browser: Browser, url: str) -> Iterator[Page]:
    """Open the article and wait until the worker has kept it, with the words of its checker."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(url + ARTICLE)
    assert page.evaluate(READY)
    wait_for(page, lambda kept: any("/words." in one for one in kept))
    yield page
    context.close()


def wait_for(page: Page, is_so: Callable[[list[str]], bool]) -> list[str]:
    for _ in range(200):
        kept: list[str] = page.evaluate(KEPT)
        if is_so(kept):
            return kept
        page.wait_for_timeout(50)
    pytest.fail(f"kept: {kept}")


def wait_until_kept(page: Page, address: str) -> None:
    wait_for(page, lambda kept: any(one.endswith(address) for one in kept))


def deployed(site: Path, folder: Path, old: str, new: str) -> Path:
    """Lay out a site with other words in its pages: the next deployment."""
    shutil.copytree(site, folder)
    pages = [path for path in folder.rglob("*.html") if old in path.read_text(encoding="utf-8")]
    assert pages
    for page in pages:
        page.write_text(page.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        for ending in (".gz", ".br"):
            page.with_name(page.name + ending).unlink(missing_ok=True)
    return folder


def serve(link: Path, folder: Path) -> None:
    """Put a folder in the place of what is served."""
    link.unlink(missing_ok=True)
    link.symlink_to(folder)


def search(page: Page) -> None:
    page.locator("html[data-ready]").wait_for(state="attached")
    page.locator(".hc-header .hc-find").click()
    page.locator("#search-words").fill("वेबहुक")
    page.locator(".hc-results > li").first.wait_for()


def age(page: Page, days: int) -> None:
    """Make everything that is kept older."""
    when = (datetime.now(UTC) - timedelta(days=days)).isoformat()
    page.evaluate(
        """async (when) => {
            for (const name of await caches.keys()) {
                const all = await caches.open(name);
                for (const request of await all.keys()) {
                    const answer = await all.match(request);
                    const headers = new Headers(answer.headers);
                    headers.set("hc-kept", when);
                    await all.put(request, new Response(await answer.blob(), { headers }));
                }
            }
        }""",
        when,
    )


def test_an_opened_article_and_its_checker_work_without_a_network(browser: Browser, site_folder: Path) -> None:
    with serving(site_folder) as url, visited(browser, url) as page:
        page.context.set_offline(True)
        page.goto(url + ARTICLE + PLAN)
        page.locator(".hc-answer li").first.wait_for()
        assert page.locator("[data-outcome=change]").count() == 3
        assert page.evaluate("getComputedStyle(document.querySelector('.hc-form')).borderTopWidth") != "0px"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_from_the_device_says_so_with_its_date(browser: Browser, site_folder: Path, language: str) -> None:
    prefix = "" if language == LANGUAGES[0] else f"{language}/"
    with serving(site_folder) as url, visited(browser, url) as page:
        page.goto(url + prefix + ARTICLE)
        assert not page.locator(NOTE).is_visible()
        wait_until_kept(page, prefix + ARTICLE)
        age(page, 2)
        page.context.set_offline(True)
        page.goto(url + prefix + ARTICLE)
        day = datetime.now(UTC) - timedelta(days=2)
        page.locator(f"{NOTE}:has-text('{day.year}')").wait_for()
        assert f"{day.day} {MONTHS[language]}" in page.locator(NOTE).inner_text() or day.month != 11
        page.context.set_offline(False)
        page.locator(".hc-stale button").click()
        page.locator("html:not([data-kept])[data-ready]").wait_for(state="attached")
        assert not page.locator(NOTE).is_visible()


def test_nothing_older_than_thirty_days_is_shown(browser: Browser, site_folder: Path) -> None:
    with serving(site_folder) as url, visited(browser, url) as page:
        age(page, 29)
        page.context.set_offline(True)
        page.goto(url + ARTICLE)
        assert page.locator(NOTE).is_visible()
        age(page, 31)
        with pytest.raises(Error, match=r"ERR_FAILED|ERR_INTERNET_DISCONNECTED"):
            page.goto(url + ARTICLE)


def test_a_device_that_is_full_keeps_no_page_back(browser: Browser, site_folder: Path, tmp_path: Path) -> None:
    served = tmp_path / "served"
    serve(served, site_folder)
    context = browser.new_context()
    with serving(served) as url:
        page = context.new_page()
        quota = {"origin": url.removesuffix("/"), "quotaSize": 2000}
        context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
        for _ in range(4):
            page.goto(url + ARTICLE)
            assert page.evaluate(READY)
            page.goto(url + GUIDE)
            assert not page.locator(NOTE).is_visible()
        serve(served, deployed(site_folder, tmp_path / "b", "GBP", "KRW"))
        page.goto(url + ARTICLE)
        assert "KRW" in page.locator("main").inner_text()
        page.locator(".hc-checker").scroll_into_view_if_needed()
        page.locator(".hc-checker[data-ready]").wait_for()
    context.close()


def test_a_full_device_with_an_old_copy_shows_the_new_rule(browser: Browser, site_folder: Path, tmp_path: Path) -> None:
    served = tmp_path / "served"
    serve(served, site_folder)
    with serving(served) as url, visited(browser, url) as page:
        quota = {"origin": url.removesuffix("/"), "quotaSize": 2000}
        page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
        serve(served, deployed(site_folder, tmp_path / "b", "GBP", "KRW"))
        for _ in range(2):
            page.goto(url + ARTICLE)
            assert "KRW" in page.locator("main").inner_text()
        page.goto(url + GUIDE)


@pytest.mark.parametrize("workers", ["allow", "block"])
def test_two_deployments_in_a_row_are_seen_at_once(
    browser: Browser, site_folder: Path, tmp_path: Path, workers: str
) -> None:
    served = tmp_path / "served"
    serve(served, site_folder)
    context = browser.new_context(service_workers=workers)  # type: ignore[arg-type]  # one of two
    with serving(served) as url:
        page = context.new_page()
        page.goto(url + ARTICLE)
        if workers == "allow":
            assert page.evaluate(READY)
        before = site_folder
        for old, new in (("GBP", "KRW"), ("KRW", "THB")):
            before = deployed(before, tmp_path / new, old, new)
            serve(served, before)
            page.goto(url)
            page.locator(f"main a[href$='{ARTICLE}']").first.click()
            page.wait_for_url(url + ARTICLE)
            assert new in page.locator("main").inner_text()
            assert old not in page.locator("main").inner_text()
            assert not page.locator(NOTE).is_visible()
    context.close()


def test_for_a_server_that_hangs_the_device_answers(browser: Browser, site_folder: Path) -> None:
    Hanging.running.set()
    with serving(site_folder, Hanging) as url, visited(browser, url) as page:
        try:
            page.goto(url + ARTICLE)
            Hanging.running.clear()
            page.goto(url + ARTICLE + PLAN)
            assert page.locator(NOTE).is_visible()
            page.locator(".hc-answer li").first.wait_for()
        finally:
            Hanging.running.set()


def test_a_server_that_fails_is_no_working_network(browser: Browser, site_folder: Path) -> None:
    class Failing(Handler):
        is_failing = False

        def send_head(self) -> BytesIO | None:
            if not self.is_failing:
                return super().send_head()
            self.send_error(503)
            return None

    with serving(site_folder, Failing) as url, visited(browser, url) as page:
        Failing.is_failing = True
        page.goto(url + ARTICLE)
        assert page.locator(NOTE).is_visible()
        answer = page.goto(url + GUIDE)  # was not kept
        assert answer is not None
        assert answer.status == 503


def test_the_entry_of_the_search_is_kept_once(browser: Browser, site_folder: Path) -> None:
    with serving(site_folder) as url, visited(browser, url) as page:
        for _ in range(3):
            page.goto(url + ARTICLE)
            search(page)
        wait_until_kept(page, "pagefind-entry.json")
        entries = [one for one in page.evaluate(KEPT) if "pagefind-entry" in one]
        assert entries == [f"{url}pagefind/hi/pagefind-entry.json"]
        page.goto(url + ARTICLE)
        page.locator("html[data-ready]").wait_for(state="attached")
        assert page.evaluate("document.documentElement.dataset.kept") is None
        page.context.set_offline(True)
        search(page)
        assert page.evaluate("document.documentElement.dataset.kept")  # its words are from the device


def test_a_worker_that_is_switched_off_takes_everything_away(
    browser: Browser, site_folder: Path, tmp_path: Path
) -> None:
    project = specimen(tmp_path / "project")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("offline: true", "offline: false"), encoding="utf-8")
    served = tmp_path / "served"
    serve(served, site_folder)
    with serving(served) as url, visited(browser, url) as page:
        serve(served, finished(project))
        page.goto(url + ARTICLE)
        page.reload()
        for _ in range(100):
            if page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0:
                break
            page.wait_for_timeout(50)
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
        assert page.evaluate("caches.keys()") == []
