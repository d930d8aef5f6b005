"""Figures of the live site: from a save to what an open tab shows of it. Run it with `make bench`, or by itself."""

import os
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

from bench import COMMAND, site_with
from browsing import launched
from playwright.sync_api import Page

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


def bench(count: int, port: int) -> None:
    """Print the figures of a site with so many articles."""
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        root = site_with(count - 2, Path(folder))
        process = subprocess.Popen([*COMMAND, "--root", str(root), "serve", "--port", str(port)])
        tab = browser.new_page()
        start = time.time()
        while True:
            try:
                tab.goto(f"http://127.0.0.1:{port}/en/gateways/acme-pay/")
                break
            except Exception:
                time.sleep(0.1)
        first = time.time() - start
        tab.locator("html[data-ready]").wait_for(state="attached")
        time.sleep(float(os.environ.get("SETTLE", "2")))
        texts, errors = times(tab, root)
        before = memory(process)
        page = root / ARTICLE / "index.en.md"
        content = page.read_text(encoding="utf-8")
        for number in range(SAVES if "memory" in sys.argv else 0):
            page.write_text(f"{content}\nSaved for the {number}th time.\n", encoding="utf-8")
            time.sleep(0.1)
        time.sleep(2)
        print(
            f"  {count:5} {first:6.1f} {_spread(texts)} {_spread(errors)}   {before:5} {memory(process):5}", flush=True
        )
        process.terminate()
        process.wait()


def _spread(milliseconds: list[float]) -> str:
    return f"{statistics.median(milliseconds):7.0f} ({min(milliseconds):.0f}-{max(milliseconds):.0f})"


if __name__ == "__main__":
    print("preview: articles x 2 languages; seconds to the first page; ms from save to text and to error, median and")
    print("  spread of 20; MB before and after 500 saves")
    for size in [int(one) for one in sys.argv[1:] if one.isdigit()] or [10, 100, 1000]:
        bench(size, 8700 + size)
