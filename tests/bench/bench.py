"""Figures, not verdicts: times as ratios to something of the same run, sizes in bytes. Run it with `make bench`."""

import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browsing import finished, launched, serving
from build import bench_build
from hostile import bench_hostile
from sites import project_with, whole
from support import accept_all, shipped
from timing import best_in_turn
from visits import ARTICLE, bench_style, bench_visit

COMMAND = [sys.executable, "-m", "helpcenter.cli"]


def bench_check() -> None:
    """Print the CPU time of `helpcenter check` at growing sizes, and per article beside that of the smallest size."""
    print("helpcenter check: articles x 2 languages, CPU seconds, per article beside the first row")
    first = 0.0
    for count in (10, 100, 1000):
        with tempfile.TemporaryDirectory() as folder:
            project = project_with(count, Path(folder))
            accept_all(project)
            (best,) = best_in_turn(partial(check, project), times=3)
        seconds = best.cpu
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
    print(
        f"helpcenter check FILE: {seconds.cpu:.2f} CPU seconds, {seconds.cpu / started.cpu:.1f} of starting the package"
    )


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
        serving(finished(whole(Path(folder)))) as url,
    ):
        page = browser.new_page()
        page.goto(url + plan)
        page.locator(".hc-answer:visible").wait_for()
        none, verdict = page.evaluate(VERDICT, 90)  # a browser refuses to write addresses more often than that
    print(f"a verdict after an input: {verdict / (1000 / 60):.2f} of a frame, {verdict / none:.0f} of an empty handler")


if __name__ == "__main__":
    chosen = sys.argv[1:] or ["check", "file", "hostile", "verdict", "visit", "style", "build"]
    for name in chosen:
        {
            "check": bench_check,
            "file": bench_file,
            "hostile": bench_hostile,
            "verdict": bench_verdict,
            "visit": bench_visit,
            "style": bench_style,
            "build": bench_build,
        }[name]()
