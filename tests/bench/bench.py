"""Figures, not verdicts: times as ratios to something of the same run, sizes in bytes. Run it with `make bench`."""

import gzip
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from functools import partial
from io import StringIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from browsing import build, copy_all
from ruamel.yaml import YAML
from support import LANGUAGES, ROOT, SECOND_GATEWAY, TODAY, accept_all, small_project

from helpcenter.checks import run
from helpcenter.cli import main as command
from helpcenter.load import load, parse_page
from helpcenter.source import read_yaml


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of the best of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def project_with(gateways: int, folder: Path) -> Path:
    """Lay out a project with so many copies of the made-up gateway."""
    root = small_project(folder)
    for number in range(1, gateways):
        copy = root / "docs" / "gateways" / f"demo-pay-{number}"
        shutil.copytree(SECOND_GATEWAY, copy)
        for path in copy.iterdir():
            text = path.read_text(encoding="utf-8").replace("gateway: demo-pay", f"gateway: demo-pay-{number}")
            text = text.replace("Demo Pay", f"Demo Pay {number}")
            path.write_text(text, encoding="utf-8")
    return root


def check(root: Path) -> None:
    """Load and check a project, with nothing kept from an earlier run."""
    read_yaml.cache_clear()
    parse_page.cache_clear()
    site, problems = load(root, LANGUAGES, TODAY)
    assert site is not None, problems
    run(site)


def bench_check() -> None:
    """Print the CPU time of checks at growing sizes, and per article beside that of the smallest size."""
    print("check: articles x 2 languages, CPU seconds, per article beside the first row")
    first = 0.0
    for count in (10, 100, 1000):
        with tempfile.TemporaryDirectory() as folder:
            project = project_with(count, Path(folder))
            accept_all(project)
            seconds = cpu(partial(check, project))
        first = first or seconds / count
        print(f"  {count:5} {seconds:7.2f} {seconds / count / first:6.2f}")


def bench_file() -> None:
    """Print the CPU time of checking this site for one file, beside starting Python with the package alone."""
    file = str(ROOT / "docs" / "gateways" / "secure-and-pay" / "index.hi.md")

    def check_file() -> None:
        read_yaml.cache_clear()
        parse_page.cache_clear()
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            command(["--root", str(ROOT), "check", file])

    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import helpcenter.cli"], check=True)
    started = time.perf_counter() - start
    seconds = cpu(check_file)
    print(
        f"helpcenter check FILE: {seconds:.2f} CPU seconds, {seconds / started:.1f} of starting Python and the package"
    )


def stock(project: Path) -> Path:
    """Take our hooks, overrides and assets away: what Material makes of the same Markdown."""
    yaml = YAML()
    settings = yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    for key in ("hooks", "extra_css", "extra_javascript", "watch", "validation", "strict"):
        settings.pop(key)
    settings["theme"].pop("custom_dir")
    settings["plugins"].append("search")
    yaml.dump(settings, project / "mkdocs.yml")
    return project


def gzipped(path: Path) -> int:
    """Return the size of a file as it is sent."""
    return len(gzip.compress(path.read_bytes(), 9))


def bench_site() -> None:
    """Print the build time and the sizes of the Hindi article beside a stock build of the same content."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        ours, other = copy_all(Path(one)), stock(copy_all(Path(two)))
        start = time.perf_counter()
        site = build(ours, ours / "site")
        middle = time.perf_counter()
        other_site = build(other, other / "site", "--no-strict")
        end = time.perf_counter()
        article = "gateways/secure-and-pay/index.html"
        assets = sorted((site / "assets").rglob("*.mjs"))
        print(f"build: beside stock Material {(middle - start) / (end - middle):.2f}")
        print(f"article, HTML gzip: ours {gzipped(site / article)}, stock {gzipped(other_site / article)}")
        print(f"our CSS gzip: {gzipped(site / 'assets' / 'help.css')}")
        print(f"our scripts gzip: {sum(map(gzipped, assets))} in {len(assets)} files")


if __name__ == "__main__":
    bench_check()
    bench_site()
    bench_file()
