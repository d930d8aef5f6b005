"""The live site: it shows what a build writes, follows every change, and says what is wrong without losing anything."""

import re
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
from playwright.sync_api import Browser, Page, expect
from support import accept_all, replace, specimen

ARTICLE = "gateways/acme-pay"
PAGE = f"en/{ARTICLE}/"


class Served:
    """A running `helpcenter serve`, and the project that it shows."""

    def __init__(self, root: Path) -> None:
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
    one.process.terminate()
    one.process.wait(timeout=10)


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
