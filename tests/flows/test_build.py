"""Building and serving: problems stop a build before anything is written, and every kind of file refreshes the site."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import build_command, built, built_whole, files_of, finished, serving
from playwright.sync_api import Browser
from projects import PSEUDO, add_language
from support import accept_all, problems, replace, specimen, specimen_site

from helpcenter.cli import main

ARTICLE = "gateways/acme-pay"
Build = Callable[[Path], subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return specimen(tmp_path)


@pytest.mark.parametrize("build", [built, built_whole])
def test_all_problems_stop_a_build_as_one_list_and_nothing_is_written(project: Path, build: Build) -> None:
    replace(project, f"{ARTICLE}/rules.yml", "[USD, EUR, GBP]", "[USD, EUR, GBP, INR]")
    replace(project, f"{ARTICLE}/steps.yml", "फिर से [कनेक्ट]", "फिर से [जोड़े]")
    result = build(project)
    assert result.returncode != 0
    said = result.stdout + result.stderr
    for place in (f"{ARTICLE}/index.hi.md:", f"{ARTICLE}/index.en.md:", f"{ARTICLE}/steps.yml:"):
        assert f"docs/{place}" in said
    assert "Traceback" not in said
    assert not list((project / "site").rglob("*.html"))


FULL = """
import errno, os, sys
from helpcenter.cli import main
from helpcenter.deploy import output
def full(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
output.compressed = full
sys.exit(main(sys.argv[1:]))
"""


def test_two_builds_at_once_leave_one_whole_site(project: Path, site_folder: Path) -> None:
    both = [subprocess.Popen(build_command(project), stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert sum("waiting for it" in one for one in said) == 1
    assert files_of(project / "site") == files_of(site_folder)


def test_a_build_that_ends_early_leaves_the_old_site_whole(project: Path) -> None:
    old = files_of(finished(project))
    replace(project, f"{ARTICLE}/index.en.md", "only some currencies", "only a few currencies")
    accept_all(project)
    command = [sys.executable, "-c", FULL, *build_command(project)[3:]]
    full = subprocess.run(command, capture_output=True, text=True, check=False)
    assert full.returncode == 1
    assert "No space left on device" in full.stderr
    assert "Traceback" not in full.stderr
    assert files_of(project / "site") == old
    with subprocess.Popen(build_command(project)) as killed:
        while killed.poll() is None and not (project / ".cache" / "new" / "404.html.br").exists():
            time.sleep(0.01)
        killed.kill()
    assert killed.returncode == -signal.SIGKILL
    assert files_of(project / "site") == old
    finished(project)
    assert len(files_of(project / "site")) == len(old)
    assert "only a few currencies" in (project / "site" / "en" / ARTICLE / "index.html").read_text(encoding="utf-8")
    assert not [name for name in ("new", "old") if (project / ".cache" / name).exists()]


def test_a_third_language_needs_no_code(project: Path, browser: Browser) -> None:
    add_language(project)
    accept_all(project)
    with serving(finished(project)) as url:
        page = browser.new_page()
        page.goto(f"{url}{PSEUDO}/{ARTICLE}/?currency=INR&payment=subscription&every=1&unit=month&field=email")
        page.locator(".hc-answer").wait_for()
        assert page.locator("html").get_attribute("lang") == PSEUDO
        assert page.locator("[data-outcome=change]").count() == 3
        assert page.locator("a[hreflang]").count() == 2
        assert page.locator("link[hreflang]").count() == 4
        page.locator("html[data-ready]").wait_for(state="attached")
        page.locator(".hc-header .hc-find").click()
        page.locator("#search-words").fill("koohbew")
        page.locator(".hc-results > li").first.wait_for()
        assert page.goto(f"{url}{PSEUDO}/nowhere/")
        assert page.locator("html").get_attribute("lang") == PSEUDO
        page.close()


class Served:
    """A running `mkdocs serve`."""

    def __init__(self, url: str, log: Path) -> None:
        self.url = url
        self._log = log

    def wait_for(self, words: str, path: str) -> None:
        for _ in range(300):
            try:
                with urllib.request.urlopen(self.url + path, timeout=5) as response:
                    if words in response.read().decode():
                        return
            except OSError:
                pass
            time.sleep(0.1)
        pytest.fail(f"{words!r} did not appear on {path}; the log ends:\n{self._log.read_text()[-1500:]}")

    def wait_for_log(self, words: str) -> None:
        for _ in range(300):
            if words in self._log.read_text():
                return
            time.sleep(0.1)
        pytest.fail(f"{words!r} did not appear in the log:\n{self._log.read_text()[-1500:]}")


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project / "serve.log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=project, stdout=output, stderr=output)
        yield Served(f"http://127.0.0.1:{port}/", log)
        process.terminate()
        process.wait()


def test_every_kind_of_file_refreshes_the_live_site(project: Path, served: Served) -> None:
    page = f"en/{ARTICLE}/"
    served.wait_for("Sign in to your", page)
    replace(project, f"{ARTICLE}/steps.yml", "en: Sign in to your", "en: Please sign in to your")
    served.wait_for("Please sign in to your", page)
    template = project / "overrides" / "components" / "steps.html"
    template.write_text(template.read_text().replace("hc-group", "hc-group hc-edited"))
    served.wait_for("hc-edited", page)
    module = project / "hooks" / "helpcenter" / "pages" / "page.py"
    module.write_text(module.read_text().replace('<h1 id="top">', '<h1 id="top">Edited: '))
    served.wait_for("Edited: ", page)
    replace(project, f"{ARTICLE}/index.en.md", "interval of 30 days.", "interval of 31 days.")
    served.wait_for_log("says: month: 31 days")
    replace(project, f"{ARTICLE}/index.en.md", "interval of 31 days.", "interval of 30 days.")
    replace(project, f"{ARTICLE}/steps.yml", "en: Please sign in", "en: Now sign in")
    served.wait_for("Now sign in to your", page)


def test_writers_see_on_the_step_itself_that_it_is_not_reviewed(
    project: Path, served: Served, browser: Browser
) -> None:
    page_url = f"{served.url}en/{ARTICLE}/"
    served.wait_for("Sign in to your", f"en/{ARTICLE}/")
    replace(project, f"{ARTICLE}/steps.yml", "en: Sign in to your", "en: Please sign in to your")
    served.wait_for("hc-unreviewed", f"en/{ARTICLE}/")
    page = browser.new_page()
    page.goto(page_url)
    mark = page.locator("#step-sign-in .hc-unreviewed")
    assert mark.get_attribute("open") is not None
    assert "साइन इन करें" in mark.locator("[lang=hi]").inner_text()
    assert page.locator(".hc-unreviewed").count() == 1
    page.close()


def test_unreviewed_text_is_published_only_by_a_setting_and_readers_see_it_marked(project: Path) -> None:
    replace(project, f"{ARTICLE}/steps.yml", "en: Sign in to your", "en: Please sign in to your")
    replace(project, f"{ARTICLE}/index.hi.md", "केवल कुछ मुद्राएँ", "केवल कुछ ही मुद्राएँ")
    refused = built(project)
    assert refused.returncode != 0
    assert "is not reviewed: words" in refused.stdout + refused.stderr
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(settings.replace("publish_unreviewed: false", "publish_unreviewed: true"))
    assert built(project).returncode == 0
    for prefix, language in (("", "hi"), ("en/", "en")):
        words = specimen_site().messages.site["unreviewed"][language]
        html = (project / "site" / prefix / ARTICLE / "index.html").read_text(encoding="utf-8")
        assert html.count('<p class="hc-unreviewed"') == html.count(words) == 2
        step = html[html.index('id="step-sign-in"') : html.index('id="step-open-settings"')]
        assert words in step


def test_a_new_language_is_looked_at_before_it_is_written(project: Path, served: Served) -> None:
    served.wait_for("Sign in to your", f"en/{ARTICLE}/")
    assert main(["--root", str(project), "new", "language", "gu"]) == 0
    assert {problem.check for problem in problems(project)} == {"unfinished"}
    served.wait_for("… Sign in to your", f"gu/{ARTICLE}/")
    replace(project, f"{ARTICLE}/steps.yml", "gu: … Sign in to your", "gu: તમારા")
    served.wait_for("તમારા", f"gu/{ARTICLE}/")
