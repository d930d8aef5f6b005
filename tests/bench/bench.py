"""Figures, not verdicts: times as ratios to something of the same run, sizes in bytes. Run it with `make bench`."""

import gzip
import html
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from functools import partial
from itertools import product
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

import yaml
from browsing import build_command, built, finished, launched, serving
from bs4 import BeautifulSoup
from playwright.sync_api import Browser
from support import SPECIMEN, accept_all, shipped, small_project, specimen

from helpcenter.deploy.kept import Kept
from helpcenter.deploy.output import Output
from helpcenter.deploy.progress import Progress

COMMAND = [sys.executable, "-m", "helpcenter.cli"]
GATEWAY = SPECIMEN / "docs" / "gateways" / "demo-pay"
ARTICLE = "gateways/secure-and-pay/"
MOST_GATEWAYS = 100
"""There are not many more in the world."""


def project_with(gateways: int, folder: Path) -> Path:
    """Lay out a project with so many copies of the made-up gateway."""
    root = small_project(folder)
    add_gateways(root, gateways - 1)
    return root


def add_gateways(root: Path, count: int) -> None:
    """Add so many copies of the made-up gateway to a project."""
    for number in range(1, count + 1):
        copy = root / "docs" / "gateways" / f"demo-pay-{number}"
        shutil.copytree(GATEWAY, copy)
        for path in copy.iterdir():
            text = path.read_text(encoding="utf-8").replace("gateway: demo-pay", f"gateway: demo-pay-{number}")
            text = text.replace("Demo Pay", f"Demo Pay {number}").replace("term:demo-pay", f"term:demo-pay-{number}")
            path.write_text(text, encoding="utf-8")


def bench_check() -> None:
    """Print the CPU time of `helpcenter check` at growing sizes, and per article beside that of the smallest size."""
    print("helpcenter check: articles x 2 languages, CPU seconds, per article beside the first row")
    first = 0.0
    for count in (10, 100, 1000):
        with tempfile.TemporaryDirectory() as folder:
            project = project_with(count, Path(folder))
            accept_all(project)
            (seconds,) = best_in_turn(partial(check, project), times=3)
        first = first or seconds / count
        print(f"  {count:5} {seconds:7.2f} {seconds / count / first:6.2f}")


def check(project: Path, *files: str) -> None:
    """Run the whole command, as a writer types it."""
    subprocess.run([*COMMAND, "--root", str(project), "check", *files], capture_output=True, check=True)


def bench_file() -> None:
    """Print the CPU time of checking one file, beside starting Python with the package alone."""
    with tempfile.TemporaryDirectory() as folder:
        project = shipped(Path(folder))
        file = str(project / "docs" / ARTICLE / "index.hi.md")
        start = partial(subprocess.run, [sys.executable, "-c", "import helpcenter.cli"], check=True)
        started, seconds = best_in_turn(start, partial(check, project, file), times=3)
    print(f"helpcenter check FILE: {seconds:.2f} CPU seconds, {seconds / started:.1f} of starting the package")


def stock(project: Path) -> Path:
    """Take our hooks, overrides and assets away: what Material makes of the same Markdown."""
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    for key in ("hooks", "watch", "validation", "strict"):
        settings.pop(key)
    settings["theme"].pop("custom_dir")
    settings["plugins"][0]["i18n"]["reconfigure_material"] = True
    settings["plugins"].append("search")
    (project / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    return project


def children_cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds that the processes started by `work` take."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def best_in_turn(*builds: Callable[[], object], times: int) -> list[float]:
    """Return the least CPU seconds of each build, all of them made in turn so many times."""
    rounds = [[children_cpu(one) for one in builds] for _ in range(times)]
    return [min(seconds) for seconds in zip(*rounds, strict=True)]


def add_guides(root: Path, count: int) -> None:
    """Add so many copies of a guide to a project."""
    for page, number in product((root / "docs" / "guides").glob("failed-payments.*.md"), range(1, count + 1)):
        text = re.sub("^(title: .*)$", rf"\1 ({number})", page.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
        page.with_name(page.name.replace(".", f"-{number}.", 1)).write_text(text, encoding="utf-8")


def site_with(articles: int, folder: Path) -> Path:
    """Lay out a whole site with so many articles besides the specimen's: gateways, and from 100 on guides."""
    project = specimen(folder)
    add_gateways(project, min(articles, MOST_GATEWAYS))
    add_guides(project, max(0, articles - MOST_GATEWAYS))
    accept_all(project)
    return project


def bench_build() -> None:
    """Print the CPU time of builds beside stock Material's, and of the whole build, at growing sizes."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # Material was compiled when installed; we, at the first build
    print("build: articles x 2 languages; CPU seconds of stock Material, of MkDocs with ours, beside stock, of all")
    for count in (10, 100, 1000):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
            ours, other = site_with(count, Path(one)), stock(site_with(count, Path(two)))
            theirs, seconds = best_in_turn(
                partial(built, other, "--no-strict"),
                partial(built, ours),
                times=1 if count == 1000 else 5,  # the shorter, the more what else the machine does counts
            )
            whole = children_cpu(partial(subprocess.run, build_command(ours), check=True))
        print(f"  {count:5} {theirs:7.1f} {seconds:7.1f} {seconds / theirs:6.2f} {whole:7.1f}")


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


def compress(folder: Path) -> Path:
    """Compress the texts of a site as ours are."""
    with Output(folder, Kept(folder / "kept"), Progress()) as output:
        for path in [path for path in folder.rglob("*") if path.is_file()]:
            output.compress(path)
    return folder


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
        site = finished(shipped(Path(one)))
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
        site = finished(shipped(Path(folder)))
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


VERDICT = """async (count) => {
    const input = document.querySelector("#check-amount");
    const time = (dispatch) => {
        const start = performance.now();
        for (let index = 0; index < count; index += 1) dispatch(index);
        return (performance.now() - start) / count;
    };
    const empty = document.createElement("input");
    empty.addEventListener("change", () => {});
    const none = time(() => empty.dispatchEvent(new Event("change", { bubbles: true })));
    const verdict = time((index) => {
        input.value = String(1 + index);
        input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    return [none, verdict];
}"""


def bench_verdict() -> None:
    """Print how long an input takes until its verdict stands there, beside a frame and an empty handler."""
    plan = f"{ARTICLE}?currency=INR&payment=subscription&every=1&unit=month&start=2027-01-31"
    with (
        tempfile.TemporaryDirectory() as folder,
        launched() as browser,
        serving(finished(shipped(Path(folder)))) as url,
    ):
        page = browser.new_page()
        page.goto(url + plan)
        page.locator(".hc-answer:visible").wait_for()
        none, verdict = page.evaluate(VERDICT, 90)  # a browser refuses to write addresses more often than that
    print(f"a verdict after an input: {verdict / (1000 / 60):.2f} of a frame, {verdict / none:.0f} of an empty handler")


def gzipped(path: Path) -> int:
    """Return the size of a file as it is sent."""
    return len(gzip.compress(path.read_bytes(), 9))


if __name__ == "__main__":
    chosen = sys.argv[1:] or ["check", "file", "verdict", "visit", "style", "build"]
    for name in chosen:
        {
            "check": bench_check,
            "file": bench_file,
            "verdict": bench_verdict,
            "visit": bench_visit,
            "style": bench_style,
            "build": bench_build,
        }[name]()
