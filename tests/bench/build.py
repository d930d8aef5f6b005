"""What a build costs, at growing sizes, beside what others make of the same content."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import rivals
from browsing import build_command, built
from sites import site_with, stock
from support import accept_all
from timing import Cost, cost, least

SIZES = (10, 100, 1000)
GUIDE = "docs/guides/failed-payments.en.md"
SENTENCES = ("says nothing.", "says nothing at all.")
BLANK = """
import runpy, sys
from pathlib import Path
class Blank:
    def page(self, key): return ""
    def document(self, key, content): return "<!doctype html>"
root, folder, *languages = sys.argv[1:]
build = runpy.run_path(f"{root}/hooks/main.py")["build"]
build(Path(root), Path(folder), dict.fromkeys(languages, Blank()), lambda: None)
"""
"""Lets MkDocs build a project whose pages are blank: what it costs itself, its start included."""


def run(command: list[str]) -> None:
    """Run a command, which must succeed."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        sys.exit(f"{' '.join(command[:4])}: {(result.stdout + result.stderr)[-2000:]}")


def forget(project: Path) -> None:
    """Take away what a build has kept."""
    shutil.rmtree(project / ".cache", ignore_errors=True)


def change_a_sentence(project: Path) -> None:
    """Change a sentence of a guide, or change it back, and accept it."""
    path = project / GUIDE
    text = path.read_text(encoding="utf-8")
    old, new = SENTENCES if SENTENCES[0] in text else reversed(SENTENCES)
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    accept_all(project)


def blank(project: Path) -> None:
    """Let MkDocs build a project with blank pages."""
    with tempfile.TemporaryDirectory() as folder:
        run([sys.executable, "-c", BLANK, str(project), folder, "hi", "en"])


Work = tuple[str, Callable[[], object], Callable[[], object]]
"""What is measured: its name, what goes before it and is not measured, and itself."""


def works(folder: Path, articles: int) -> list[Work]:
    """Lay out the projects of a size, and return what is to be measured of them, in order."""

    def laid_out(name: str) -> Path:
        return site_with(articles, folder / name)

    def nothing() -> None:
        """Do nothing before."""

    ours, material = laid_out("ours"), stock(laid_out("stock"))
    others: list[Work] = [("stock Material", nothing, partial(built, material, "--no-strict"))]
    if rivals.installed():
        in_zensical, in_hugo = rivals.zensical(laid_out("zensical")), rivals.hugo(laid_out("hugo"))
        others.append(("Zensical", nothing, partial(rivals.build_zensical, in_zensical)))
        others.append(("Hugo, Pagefind", nothing, partial(rivals.build_hugo, in_hugo)))
    whole = partial(run, build_command(ours))
    return [
        *others,
        ("MkDocs, blank", nothing, partial(blank, ours)),
        ("mkdocs build", nothing, partial(built, ours)),
        ("build, first", partial(forget, ours), whole),
        ("unchanged", nothing, whole),
        ("one sentence", partial(change_a_sentence, ours), whole),
    ]


def bench_build() -> None:
    """Print what builds cost: the least of each of several runs."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # Material was compiled when installed; we, at the first build
    print("build: articles x 2 languages, up to 100 of them gateways; CPU seconds, seconds by the clock")
    for articles in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            costs: dict[str, list[Cost]] = {}
            every = works(Path(folder), articles)
            for _ in range(1 if articles == SIZES[-1] else 3):
                for name, before, work in every:
                    before()
                    costs.setdefault(name, []).append(cost(work))
        for name, runs in costs.items():
            best = least(runs)
            print(f"  {articles:5} {name:16} {best.cpu:7.1f} {best.wall:7.1f}", flush=True)
