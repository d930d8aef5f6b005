"""Figures of the live site: from a save to what an open tab shows of it. Run it with `make bench`, or by itself."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from bench import COMMAND
from browsing import launched
from playwright.sync_api import Error, Page
from sites import site_with

from helpcenter.commands.check import ENDS

ARTICLE = "docs/gateways/acme-pay"
TIMES = 20
SAVES = 500

SEEN = """(words) => new Promise((resolve) => {
    const look = () => {
        if (!document.body.innerText.includes(words)) return requestAnimationFrame(look);
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
    };
    look();
})"""
OVERLAID = """(words) => new Promise((resolve) => {
    const look = () => {
        const shown = document.querySelector("helpcenter-preview")?.shadowRoot.textContent ?? "";
        if (!shown.includes(words)) return requestAnimationFrame(look);
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
    };
    look();
})"""


def after_save(tab: Page, script: str, words: str, write: Callable[[], object]) -> float:
    """Return the milliseconds from a save until a tab shows some words."""
    tab.evaluate("([script, words]) => { window.shown = eval(script)(words); }", [script, words])
    start = time.time() * 1000
    write()
    return float(tab.evaluate("window.shown")) - start


def times(tab: Page, root: Path) -> tuple[list[float], list[float]]:
    """Return how long text and errors take from save to tab, each so many times."""
    page = root / ARTICLE / "index.en.md"
    content = page.read_text(encoding="utf-8")
    texts, errors = [], []
    for number in range(TIMES):
        words = f"Edited for the {number}th time."
        texts.append(after_save(tab, SEEN, words, partial(page.write_text, f"{content}\n{words}\n", encoding="utf-8")))
        time.sleep(0.5)
    page.write_text(content, encoding="utf-8")
    time.sleep(1)
    for number in range(TIMES):
        wrong = f"{content}\nA sentence with a [link](nowhere-{number}.md).\n"
        errors.append(after_save(tab, OVERLAID, f"nowhere-{number}", partial(page.write_text, wrong, encoding="utf-8")))
        time.sleep(0.5)
    page.write_text(content, encoding="utf-8")
    return texts, errors


def memory(process: subprocess.Popen[bytes]) -> int:
    """Return how many megabytes a process holds."""
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) // 1024


def wait_until_idle(process: subprocess.Popen[bytes]) -> None:
    """Wait until a process has nothing to do for half a second."""
    used = -1
    while used != (used := cpu(process)):
        time.sleep(0.5)


def cpu(process: subprocess.Popen[bytes]) -> int:
    """Return the processor time that a process has used, in the kernel's units."""
    fields = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def wait_for(url: str, tab: Page) -> None:
    """Open a page as soon as the server answers."""
    while True:
        try:
            tab.goto(url)
        except Error:
            time.sleep(0.02)
        else:
            return


def bench(count: int, port: int) -> None:
    """Print the figures of a site with so many articles."""
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        root = site_with(count - 2, Path(folder))
        start = time.time()
        process = subprocess.Popen(
            [*COMMAND, "--root", str(root), "serve", "--port", str(port)], stderr=subprocess.DEVNULL
        )
        tab = browser.new_page()
        wait_for(f"http://127.0.0.1:{port}/en/gateways/acme-pay/", tab)
        first = time.time() - start
        tab.locator("html[data-ready]").wait_for(state="attached")
        wait_until_idle(process)
        checked = time.time() - start
        texts, errors = times(tab, root)
        before = memory(process)
        page = root / ARTICLE / "index.en.md"
        content = page.read_text(encoding="utf-8")
        for number in range(SAVES):
            page.write_text(f"{content}\nSaved for the {number}th time.\n", encoding="utf-8")
            time.sleep(0.1)
        time.sleep(1)
        row = f"{first:6.1f} {checked:7.1f} {spread(texts)} {spread(errors)} {before:5} {memory(process):5}"
        print(f"  {count:5} {row}", flush=True)
        process.terminate()
        process.wait()


def bench_watch(count: int) -> None:
    """Print how long `helpcenter check --watch` takes from a save to the end of its report."""
    with tempfile.TemporaryDirectory() as folder:
        root = site_with(count - 2, Path(folder))
        command = [*COMMAND, "--root", str(root), "check", "--watch"]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        page = root / ARTICLE / "index.en.md"
        content = page.read_text(encoding="utf-8")
        taken, start = list[float](), 0.0
        for number in range(TIMES + 1):
            while next(lines).strip() != ENDS:
                pass
            if number:
                taken.append((time.time() - start) * 1000)
            time.sleep(0.5)
            start = time.time()
            page.write_text(f"{content}\nSaved for the {number}th time.\n", encoding="utf-8")
        print(f"helpcenter check --watch at {count} articles: ms from save to report {spread(taken)}")
        process.kill()
        process.wait()


def spread(milliseconds: list[float]) -> str:
    """Return median, least and most."""
    return f"{statistics.median(milliseconds):5.0f} ({min(milliseconds):.0f}-{max(milliseconds):.0f})"


if __name__ == "__main__":
    print(
        "preview: articles x 2 languages; seconds until the first page and until all is checked; ms from save to text"
    )
    print("  and to error on the screen of an open tab, median and spread of 20; MB before and after 500 saves")
    for size in [int(one) for one in sys.argv[1:]] or [10, 100, 1000]:
        bench(size, 8700 + size)
    bench_watch(100)
