"""Taking in one change after another gives what a fresh load gives: the same problems, at the same places."""

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from support import ROOT, accept_all, specimen

from helpcenter.files.source import KEPT
from helpcenter.preview.store import Store

SEEDS = range(10)
EDITS = 55
WRITTEN = (".md", ".yml", ".lock")


@contextmanager
def nothing_kept_of(names: set[str]) -> Iterator[None]:
    """Have files parsed again that are kept, and afterwards kept as they were."""
    before = [{name: memory.pop(name) for name in names if name in memory} for memory in KEPT]
    yield
    for memory, own in zip(KEPT, before, strict=True):
        for name in names:
            memory.pop(name, None)
        memory.update(own)


def texts(root: Path) -> list[Path]:
    return sorted(path for path in (root / "docs").rglob("*") if path.suffix in WRITTEN and "schemas" not in path.parts)


def line_edited(chance: random.Random, root: Path) -> list[Path]:
    """Change a line of one file as a slip of the hand would, or with a line of another file of its kind."""
    path = chance.choice(texts(root))
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    if not lines:
        return []
    at = chance.randrange(len(lines))
    words = lines[at].split(" ")
    others = chance.choice([one for one in texts(root) if one.suffix == path.suffix]).read_text(encoding="utf-8")
    edit = chance.choice(("delete", "repeat", "word", "swap", "letter", "taken", "blank"))
    lines[at : at + 1] = {
        "delete": [],
        "repeat": [lines[at], lines[at]],
        "word": [
            " ".join([*words[: len(words) // 2], chance.choice(others.split() or ["x"]), *words[len(words) // 2 :]])
        ],
        "swap": [" ".join(chance.sample(words, len(words)))],
        "letter": [lines[at][:-2] + lines[at][-1:]],
        "taken": [chance.choice(others.splitlines(keepends=True) or ["\n"])],
        "blank": ["\n", lines[at]],
    }[edit]
    path.write_text("".join(lines), encoding="utf-8")
    return [path]


def page_gone(chance: random.Random, root: Path) -> list[Path]:
    """Delete a page in all languages, or in one."""
    page = chance.choice([path for path in texts(root) if path.suffix == ".md"])
    stem = page.name.split(".")[0]
    gone = list(page.parent.glob(f"{stem}.*.md")) if chance.random() < 0.8 else [page]
    for path in gone:
        path.unlink()
    return gone


def page_moved(chance: random.Random, root: Path) -> list[Path]:
    """Give a page another name in all languages."""
    page = chance.choice([path for path in texts(root) if path.suffix == ".md"])
    stem = page.name.split(".")[0]
    moved = list[Path]()
    for path in page.parent.glob(f"{stem}.*.md"):
        target = path.with_name(path.name.replace(f"{stem}.", f"{stem}-moved.", 1))
        path.rename(target)
        moved += [path, target]
    return moved


def gateway_copied(chance: random.Random, root: Path) -> list[Path]:
    """Copy a gateway's folder, with the ids in it changed."""
    folders = sorted(path for path in (root / "docs" / "gateways").iterdir() if path.is_dir())
    folder = chance.choice(folders)
    target = folder.with_name(f"copy-{chance.randrange(10**6)}")
    shutil.copytree(folder, target)
    for path in target.iterdir():
        path.write_text(path.read_text(encoding="utf-8").replace(folder.name, target.name), encoding="utf-8")
    return [target]


def gateway_gone(chance: random.Random, root: Path) -> list[Path]:
    """Delete a gateway's folder, or one of its files."""
    folder = chance.choice(sorted(path for path in (root / "docs" / "gateways").iterdir() if path.is_dir()))
    if chance.random() < 0.3:
        shutil.rmtree(folder)
        return [folder]
    path = chance.choice(sorted(folder.iterdir()))
    path.unlink()
    return [path]


def asset_changed(chance: random.Random, root: Path) -> list[Path]:
    """Delete a picture, or change a colour of those that are drawn."""
    style = root / "docs" / "assets" / "help.css"
    pictures = sorted((root / "docs" / "assets").rglob("*.png"))
    if pictures and chance.random() < 0.5:
        gone = chance.choice(pictures)
        gone.unlink()
        return [gone]
    content = style.read_text(encoding="utf-8")
    style.write_text(content.replace("#fff", "#777", 1), encoding="utf-8")
    return [style]


OFTEN: list[Callable[[random.Random, Path], list[Path]]] = [line_edited] * 14
SELDOM = [page_gone, page_moved, gateway_copied, gateway_gone, asset_changed]


def all_accepted(_chance: random.Random, root: Path) -> list[Path]:
    """Accept every text, where the files can be read."""
    try:
        accept_all(root)
    except AssertionError:
        return []
    return [root / "docs" / "reviews.lock"]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_one_change_after_another_gives_is_what_a_fresh_load_gives(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    root = specimen(tmp_path / "now")
    accept_all(root)
    good = shutil.copytree(root / "docs", tmp_path / "good")
    store = Store(root)
    found, unreadable = 0, 0
    for number in range(EDITS):
        edit = chance.choice([*OFTEN, *SELDOM, all_accepted])
        names = {path.relative_to(root).as_posix() for path in edit(chance, root)}
        store.save(names)
        list(store.check())
        with nothing_kept_of(names):
            fresh = Store(root)
            list(fresh.check())
        assert store.problems == fresh.problems, f"edit {number}: {edit.__name__} of {', '.join(names)}"
        found += len(store.problems)
        if store.is_half_written or number % 11 == 10:  # begin again with something that can be read
            unreadable += store.is_half_written
            shutil.rmtree(root / "docs")
            shutil.copytree(good, root / "docs")
            store.save(["docs"])
    assert found > 0
    assert 0 < unreadable < EDITS


def test_there_are_at_least_500_edits() -> None:
    assert len(SEEDS) * EDITS >= 500
    assert (ROOT / "tests" / "specimen").exists()
