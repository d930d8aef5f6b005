"""What a visit costs a reader on a slow phone: beside stock Material and a bare page, with the style here or there."""

import gzip
import html
import re
import shutil
import tempfile
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import NamedTuple

from browsing import built, finished, launched, serving
from bs4 import BeautifulSoup
from playwright.sync_api import Browser
from sites import compress, stock, whole
from support import shipped

ARTICLE = "gateways/secure-and-pay/"


class Visit(NamedTuple):
    """A view of a page, all of it slow: requests, bytes, milliseconds to first and largest paint, of each long task."""

    requests: int
    bytes: int
    first_paint: float
    paint: float
    long_tasks: list[int]


WATCH = """window.paints = []; window.longTasks = [];
new PerformanceObserver((list) => paints.push(list.getEntries().at(-1).startTime))
    .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((one) => one.duration)))
    .observe({ type: "longtask", buffered: true });"""
SEEN = "[performance.getEntriesByName('first-contentful-paint')[0].startTime, paints.at(-1), longTasks]"


def views(browser: Browser, *urls: str) -> list[Visit]:
    """Open pages one after the other as somebody who has been on none of them, all of it slow."""
    context = browser.new_context(viewport={"width": 360, "height": 800}, service_workers="block")
    page = context.new_page()
    session = context.new_cdp_session(page)
    link = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 1.6e6 / 8, "offline": False}
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", link)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.add_init_script(WATCH)
    found = []
    for url in urls:
        sizes.clear()
        page.goto(url, wait_until="networkidle")
        while page.evaluate("paints.length") == 0:
            page.wait_for_timeout(50)
        first, largest, tasks = page.evaluate(SEEN)
        arrived = [size for size in sizes if size]  # 0: it was kept
        found.append(Visit(len(arrived), sum(arrived), float(first), float(largest), [round(task) for task in tasks]))
    context.close()
    return found


def one_file(page: Path, folder: Path, *, latin: bool = False) -> Path:
    """Write a page with the article's text and nothing else: the floor of what a page can be.

    With `latin`, each letter of Devanagari is an "a": what the letters cost.
    """
    text = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select_one("article")
    assert text is not None
    words = "".join(f"<p>{html.escape(one)}</p>" for one in text.get_text("\n", strip=True).splitlines())
    words = re.sub("[\u0900-\u097f]", "a", words) if latin else words
    folder.mkdir()
    bare = f'<!doctype html><html lang="hi"><meta charset="utf-8"><title>x</title><body>{words}</body></html>'
    (folder / "index.html").write_text(bare, encoding="utf-8")
    return compress(folder)


def print_visits(places: Mapping[str, tuple[Path, str]]) -> None:
    """Print five first visits to each place, in turn: what else the machine does meets all of them."""
    visits: dict[str, list[Visit]] = {name: [] for name in places}
    with launched() as browser:
        for _, (name, (folder, path)) in product(range(5), places.items()):
            with serving(folder) as url:
                visits[name] += views(browser, url + path)
    floor = min(visit.paint for visit in visits["one file"])
    print("first visit to the Hindi article at 150 ms and 1.6 Mbit/s, 4x slower processor:")
    print("  page, requests, bytes with headers; of the best visit, for all else adds to it: largest paint beside the")
    print("  one file and longest task in ms (0: none of over 50); the long tasks of each visit")
    for name, runs in visits.items():
        paint = min(visit.paint for visit in runs) / floor
        longest = min(max(visit.long_tasks, default=0) for visit in runs)
        tasks = " ".join(str(visit.long_tasks) for visit in runs)
        print(f"  {name:9} {runs[0].requests:4} {runs[0].bytes:8} {paint:6.2f} {longest:6}  {tasks}")


def bench_visit() -> None:
    """Print what a first visit to the Hindi article costs, beside stock Material and a bare page in one file."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        site = finished(whole(Path(one)))
        other = stock(shipped(Path(two)))
        built(other, "--no-strict")
        compress(other / "site")
        bare, latin = (one_file(site / ARTICLE / "index.html", Path(one) / f"bare-{n}", latin=n) for n in (False, True))
        places = {"one file": (bare, ""), "its Latin": (latin, ""), "ours": (site, ARTICLE)}
        print_visits(places | {"stock": (other / "site", ARTICLE)})
        print("  ours, gzip:")
        for name in (f"{ARTICLE}index.html", *(f"assets/{path.name}" for path in (site / "assets").glob("main.*"))):
            if not name.endswith((".gz", ".br")):
                print(f"    {name:40} {gzipped(site / name):6}")


def in_a_file(site: Path, folder: Path) -> Path:
    """Copy a finished site whose pages have their style in a file of its own, which browsers keep."""
    shutil.copytree(site, folder)
    style = re.compile("<style>(.*?)</style>", re.DOTALL)
    for page in folder.rglob("index.html"):
        html = page.read_text(encoding="utf-8")
        found = style.search(html)
        if found:
            (folder / "assets" / "style.1.css").write_text(found[1], encoding="utf-8")
            link = '<link rel="stylesheet" href="/assets/style.1.css">'
            page.write_text(html.replace(found[0], link, 1), encoding="utf-8")
    for path in (*folder.rglob("*.gz"), *folder.rglob("*.br")):
        path.unlink()
    return compress(folder)


def bench_style() -> None:
    """Print what first and second page view cost with the style in the page, and in a file of its own."""
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        site = finished(whole(Path(folder)))
        places = {"in the page": site, "in a file": in_a_file(site, Path(folder) / "in-a-file")}
        found: dict[str, list[list[Visit]]] = {name: [] for name in places}
        for _, (name, place) in product(range(7), places.items()):
            with serving(place) as url:
                found[name].append(views(browser, url + ARTICLE, f"{url}gateways/razorpay/"))
    print("style: first and second page view at 150 ms and 1.6 Mbit/s, 4x slower processor; best of 7 visits, in turn:")
    print("  requests, bytes with headers, milliseconds to first and largest paint")
    for name, visits in found.items():
        for number, runs in enumerate(zip(*visits, strict=True), 1):
            first, largest = min(one.first_paint for one in runs), min(one.paint for one in runs)
            print(f"  {name:12} view {number} {runs[0].requests:4} {runs[0].bytes:7} {first:6.0f} {largest:6.0f}")


def gzipped(path: Path) -> int:
    """Return the size of a file as it is sent."""
    return len(gzip.compress(path.read_bytes(), 9))
