"""The live site: it shows what a build writes, follows every change, and says what is wrong without losing anything."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import built
from playwright.sync_api import Browser, Locator, Page, expect
from support import accept_all, replace, specimen

from helpcenter.cli import main

ARTICLE = "gateways/acme-pay"
PAGE = f"en/{ARTICLE}/"


class Served:
    """A running `helpcenter serve`, and the project that it shows."""

    def __init__(self, root: Path, port: int = 0) -> None:
        if not port:
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
        self.root, self.url = root, f"http://127.0.0.1:{port}/"
        self.log = root / "serve.log"
        # The project has a copy of the package: what a test edits is its own.
        code = "import sys; sys.path.insert(0, 'hooks'); from helpcenter.cli import main; sys.exit(main())"
        with self.log.open("w") as output:
            command = [sys.executable, "-c", code, "serve", "--port", str(port)]
            self.process = subprocess.Popen(command, cwd=root, stdout=output, stderr=output)

    def read(self, path: str) -> tuple[int, str]:
        """Return status and text of an address, once the server answers."""
        for _ in range(600):
            try:
                with urllib.request.urlopen(self.url + path, timeout=20) as response:
                    return response.status, response.read().decode()
            except urllib.error.HTTPError as error:
                return error.code, error.read().decode()
            except OSError:
                time.sleep(0.05)
        pytest.fail(f"nothing answers; the log:\n{self.log.read_text()}")

    def stop(self) -> None:
        """End it, as Ctrl-C does: at once, whatever is open."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(timeout=60) == 0

    def wait_for_log(self, words: str) -> None:
        for _ in range(300):
            if words in self.log.read_text():
                return
            time.sleep(0.1)
        pytest.fail(f"{words!r} did not appear in the log:\n{self.log.read_text()[-1500:]}")

    def wait_for(self, words: str, path: str) -> None:
        for _ in range(300):
            if words in self.read(path)[1]:
                return
            time.sleep(0.1)
        pytest.fail(f"{words!r} did not appear on {path}; the log ends:\n{self.log.read_text()[-1500:]}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = specimen(tmp_path)
    accept_all(root)
    return root


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    one = Served(project)
    yield one
    one.stop()


@pytest.fixture
def tab(served: Served, browser: Browser) -> Iterator[Page]:
    """An article that is open, and follows."""
    served.read("")
    page = browser.new_page()
    page.goto(served.url + PAGE)
    page.locator("html[data-ready]").wait_for(state="attached")
    page.evaluate("window.stays = true")
    yield page
    page.close()


def without_script(page: str) -> str:
    """Return a page without the preview's own script."""
    return re.sub(r'<script type="module" src="/preview/client\.mjs"[^>]*></script>\n', "", page)


def test_every_page_is_what_mkdocs_writes(project: Path, served: Served) -> None:
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("offline: true", "offline: false"))
    result = built(project)
    assert result.returncode == 0, result.stdout + result.stderr
    pages = sorted((project / "site").rglob("index.html"))
    assert len(pages) > 10
    for path in pages:
        address = path.parent.relative_to(project / "site").as_posix().removeprefix(".")
        status, shown = served.read(f"{address}/" if address else "")
        assert status == 200
        assert "preview/client.mjs" in shown
        assert without_script(shown) == path.read_text(encoding="utf-8"), address


def test_every_kind_of_file_refreshes_the_live_site(project: Path, served: Served) -> None:
    served.wait_for("Sign in to your", PAGE)
    replace(project, f"{ARTICLE}/steps.yml", "en: Sign in to your", "en: Please sign in to your")
    served.wait_for("Please sign in to your", PAGE)
    template = project / "overrides" / "components" / "steps.html"
    template.write_text(template.read_text().replace("hc-group", "hc-group hc-edited"))
    served.wait_for("hc-edited", PAGE)
    module = project / "hooks" / "helpcenter" / "pages" / "page.py"
    code = module.read_text()
    module.write_text(code.replace('<h1 id="top">', '<h1 id="top">Edited: '))
    served.wait_for("Edited: ", PAGE)
    module.write_text(f"{code}\n  this is no Python")
    replace(project, f"{ARTICLE}/steps.yml", "en: Please sign in", "en: Now sign in")
    served.wait_for("Now sign in to your", PAGE)
    module.write_text(code)
    template.unlink()
    assert served.read(PAGE)[0] == 200  # as it was shown last


def test_new_renamed_and_deleted_files_are_taken_in(project: Path, served: Served) -> None:
    assert served.read("en/guides/another/")[0] == 404
    guides = project / "docs" / "guides"
    page = "---\ntitle: {0}\ndescription: {0}.\n---\n\n{0}.\n"
    for language, words in (("en", "Another guide"), ("hi", "एक और गाइड")):
        (guides / f"another.{language}.md").write_text(page.format(words), encoding="utf-8")
    served.wait_for('<h1 id="top">Another guide', "en/guides/another/")
    served.wait_for("guides/another/", "en/")
    for language in ("en", "hi"):
        (guides / f"another.{language}.md").rename(guides / f"renamed.{language}.md")
    served.wait_for('<h1 id="top">Another guide', "en/guides/renamed/")
    assert served.read("en/guides/another/")[0] == 404
    folder = guides.parent / "gateways" / "moved-pay"
    (guides.parent / ARTICLE).rename(folder)
    replace(project, "gateways/moved-pay/rules.yml", "gateway: acme-pay", "gateway: moved-pay")
    served.wait_for("Sign in to your", "en/gateways/moved-pay/")
    for language in ("en", "hi"):
        (guides / f"renamed.{language}.md").unlink()


def test_writers_see_on_the_step_itself_that_it_is_not_reviewed(project: Path, tab: Page) -> None:
    replace(project, f"{ARTICLE}/steps.yml", "en: Sign in to your", "en: Please sign in to your")
    mark = tab.locator("#step-sign-in .hc-unreviewed")
    expect(mark).to_have_attribute("open", "")
    assert "साइन इन करें" in mark.locator("[lang=hi]").inner_text()
    assert tab.locator(".hc-unreviewed").count() == 1
    assert tab.evaluate("window.stays")


def overlay(tab: Page) -> Locator:
    """Return the problems over a page."""
    return tab.locator("helpcenter-preview .panel")


def test_what_is_saved_is_seen_at_once_and_the_page_stays_as_it_is(project: Path, tab: Page) -> None:
    tab.locator("#step-sign-in input").check()
    replace(project, f"{ARTICLE}/steps.yml", "en: Sign in to your", "en: Please sign in to your")
    expect(tab.locator("#step-sign-in")).to_contain_text("Please sign in to your")
    path = project / "docs" / ARTICLE / "index.en.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\n## ", "\nA paragraph more.\n\n## ", 1), encoding="utf-8")
    expect(tab.locator("main").get_by_text("A paragraph more.", exact=True)).to_be_visible()
    path.write_text(text, encoding="utf-8")
    expect(tab.locator("main").get_by_text("A paragraph more.", exact=True)).to_have_count(0)
    expect(tab.locator("#step-sign-in input")).to_be_checked()
    assert tab.evaluate("window.stays")
    replace(project, f"{ARTICLE}/steps.yml", "- id: sign-in", "- id: log-in")  # scripts have taken hold of a step
    expect(tab.locator("#step-log-in input")).to_be_attached()


def test_an_error_is_shown_where_it_is_with_its_mend_and_is_gone_when_mended(
    project: Path, served: Served, tab: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    replace(project, f"{ARTICLE}/index.en.md", "interval of 30 days.", "interval of 31 days.")
    shown = overlay(tab)
    expect(shown).to_contain_text("says: month: 31 days")
    expect(shown.locator("li.error")).to_have_count(1)
    file = project / "docs" / ARTICLE / "index.en.md"
    assert (shown.locator("a").first.get_attribute("href") or "").startswith(f"vscode://file{file}:")
    assert "docs/gateways/acme-pay/index.en.md:" in shown.locator("a").first.inner_text()
    marked = tab.locator("[data-preview-problem]")
    expect(marked).to_contain_text("interval of 31 days.")
    command = shown.locator("code", has_text="helpcenter check --fix").inner_text()
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown.locator(".copied", has_text=command).first.locator("button").click()
    assert tab.evaluate("navigator.clipboard.readText()") == command
    assert "interval of 31 days." in file.read_text(encoding="utf-8")  # the preview writes nothing
    assert main(command.split()[1:]) == 0
    expect(shown.locator("li.error")).to_have_count(0)
    expect(marked).to_have_count(0)
    assert tab.evaluate("window.stays")
    assert "Traceback" not in served.log.read_text()


def test_a_file_that_cannot_be_read_leaves_what_was_there_and_half_written_files_show_no_error(
    project: Path, tab: Page
) -> None:
    tab.evaluate(
        """() => {
            window.problems = [];
            const list = document.querySelector("helpcenter-preview").shadowRoot.querySelector("ol");
            new MutationObserver(() => window.problems.push(list.textContent)).observe(list, { childList: true });
        }"""
    )
    path = project / "docs" / ARTICLE / "index.en.md"
    text = path.read_text(encoding="utf-8")
    for number in range(10):
        with path.open("w", encoding="utf-8") as file:
            file.flush()
            time.sleep(0.02)
            file.write(f"{text}\nWritten for the {number}th time.\n")
        expect(tab.locator("main").get_by_text(f"Written for the {number}th time.", exact=True)).to_be_visible()
    assert not [one for one in tab.evaluate("window.problems") if "front matter" in one]
    path.write_text("no front matter", encoding="utf-8")
    expect(overlay(tab)).to_contain_text("no front matter")
    expect(tab.locator("#step-sign-in")).to_contain_text("Sign in to your")
    path.write_text(text, encoding="utf-8")
    expect(overlay(tab).locator("li.error")).to_have_count(0)
    assert tab.evaluate("window.stays")


def test_every_open_tab_follows_and_a_page_that_cannot_be_shown_says_why(
    project: Path, served: Served, tab: Page, browser: Browser
) -> None:
    other = browser.new_page()
    other.goto(f"{served.url}{ARTICLE}/")
    expect(overlay(other)).to_contain_text("1 note")
    template = project / "overrides" / "components" / "rules.html"
    content = template.read_text(encoding="utf-8")
    template.write_text("{{ nothing.of.this.name }}", encoding="utf-8")
    for one in (tab, other):
        expect(overlay(one)).to_contain_text("cannot be shown as it is now: UndefinedError")
        expect(one.locator("#step-sign-in")).to_be_attached()
    template.write_text(content, encoding="utf-8")
    for one in (tab, other):
        expect(overlay(one).locator("li.error")).to_have_count(0)
    replace(project, f"{ARTICLE}/rules.yml", "name: Acme Pay", "name: Acme Pays")
    expect(overlay(other)).to_contain_text("problems")
    other.close()


def test_it_starts_with_a_wrong_file_and_at_the_next_free_port(project: Path, browser: Browser) -> None:
    terms = project / "docs" / "terms.yml"
    content = terms.read_text(encoding="utf-8")
    terms.write_text("labels: [", encoding="utf-8")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        served = Served(project, port)
        served.wait_for_log("next free one")
    served.url = served.log.read_text().partition("live site is on ")[2].split()[0].replace("localhost", "127.0.0.1")
    assert f":{port}/" not in served.url
    assert served.read("")[0] == 200
    page = browser.new_page()
    page.goto(served.url + PAGE)
    expect(overlay(page)).to_contain_text("docs/terms.yml:")
    terms.write_text(content, encoding="utf-8")
    expect(page.locator("#step-sign-in")).to_be_attached()
    expect(overlay(page).locator("li.error")).to_have_count(0)
    page.close()
    served.stop()


def test_search_checker_and_feedback_work_and_are_kept_up(project: Path, served: Served, tab: Page) -> None:
    tab.goto(f"{served.url}{PAGE}?currency=INR&payment=subscription&every=1&unit=month")
    expect(tab.locator(".hc-answer")).to_contain_text("USD")
    replace(project, f"{ARTICLE}/rules.yml", "[USD, EUR, GBP]", "[EUR, GBP]")
    expect(tab.locator(".hc-answer")).not_to_contain_text("USD")
    tab.locator(".hc-feedback button").first.click()
    expect(tab.locator(".hc-feedback [role=status]")).not_to_be_empty()
    tab.goto(served.url + PAGE)
    tab.locator("html[data-ready]").wait_for(state="attached")
    tab.keyboard.press("/")
    tab.locator("#search-words").fill("webhook")
    tab.locator(".hc-results > li").first.wait_for()
    tab.locator("#search [data-closes]").click()
    path = project / "docs" / "guides" / "intervals.en.md"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nThe word zebrafish.\n", encoding="utf-8")
    served.wait_for("zebrafish", "en/guides/intervals/")
    tab.wait_for_timeout(500)
    tab.locator("html[data-ready]").wait_for(state="attached")
    tab.keyboard.press("/")
    tab.locator("#search-words").fill("zebrafish")
    tab.locator(".hc-results > li").first.wait_for()


def test_a_new_language_is_looked_at_before_it_is_written(project: Path, served: Served) -> None:
    served.wait_for("Sign in to your", PAGE)
    assert main(["--root", str(project), "new", "language", "gu"]) == 0
    served.wait_for("… Sign in to your", f"gu/{ARTICLE}/")
    replace(project, f"{ARTICLE}/steps.yml", "gu: … Sign in to your", "gu: તમારા")
    served.wait_for("તમારા", f"gu/{ARTICLE}/")
