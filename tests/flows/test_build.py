"""Building: problems stop a build before anything is written."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from browsing import build_command, built, built_whole, files_of, finished, serving
from playwright.sync_api import Browser
from projects import PSEUDO, add_language
from support import accept_all, replace, specimen, specimen_site

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
        while killed.poll() is None and not list((project / ".cache").glob("new-*/404.html.br")):
            time.sleep(0.01)
        killed.kill()
    assert killed.returncode == -signal.SIGKILL
    assert files_of(project / "site") == old
    finished(project)
    assert len(files_of(project / "site")) == len(old)
    assert "only a few currencies" in (project / "site" / "en" / ARTICLE / "index.html").read_text(encoding="utf-8")
    assert {path.name for path in (project / ".cache").iterdir()} == {"kept.sqlite3", "lock", "templates"}


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
