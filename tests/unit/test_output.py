"""What a finished site's folder holds, and what is kept between two builds."""

import gzip
from pathlib import Path

import brotli
import pytest

from helpcenter.deploy.kept import Kept
from helpcenter.deploy.output import Output
from helpcenter.deploy.progress import Progress

TEXT = "Two words and again two words. " * 100


def doubled(calls: list[bytes], content: bytes) -> bytes:
    calls.append(content)
    return content * 2


def ask(folder: Path, content: bytes, way: str = "doubled") -> int:
    """Ask for a result and return how often it was computed, now or not."""
    calls: list[bytes] = []
    with Kept(folder / "kept") as kept:
        assert kept.result(way, content, lambda own: doubled(calls, own)) == content * 2
    return len(calls)


def test_what_is_kept_is_not_computed_again(tmp_path: Path) -> None:
    assert [ask(tmp_path, b"a"), ask(tmp_path, b"a"), ask(tmp_path, b"b")] == [1, 0, 1]
    assert ask(tmp_path, b"b", "another way") == 1


def test_what_nobody_asks_for_is_dropped(tmp_path: Path) -> None:
    assert [ask(tmp_path, b"a"), ask(tmp_path, b"b"), ask(tmp_path, b"a")] == [1, 1, 1]


@pytest.mark.parametrize("left", [0, 16, 100, 5000])
def test_what_is_damaged_is_computed_again(tmp_path: Path, left: int) -> None:
    ask(tmp_path, b"a" * 10_000)
    path = tmp_path / "kept"
    path.write_bytes(path.read_bytes()[:left])
    assert [ask(tmp_path, b"a" * 10_000), ask(tmp_path, b"a" * 10_000)] == [1, 0]


def fail(kept: Kept) -> None:
    with kept:
        kept.result("doubled", b"a", lambda own: own * 2)
        raise OSError("full")


def test_what_a_build_that_failed_has_computed_is_kept_and_nothing_is_dropped(tmp_path: Path) -> None:
    ask(tmp_path, b"b")
    with pytest.raises(OSError, match="full"):
        fail(Kept(tmp_path / "kept"))
    assert [ask(tmp_path, b"a"), ask(tmp_path, b"b")] == [0, 1], "dropped by the first that went well"


def test_texts_lie_there_in_their_compressed_forms_too(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with Kept() as kept, Output(site, kept, Progress()) as output:
        output.write("page/index.html", TEXT)
        output.write("assets/page.mjs", TEXT * 10)
        output.write("small.txt", "too small")
        output.write("picture.png", TEXT.encode())
    forms = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.suffix in (".br", ".gz")}
    assert forms == {f"{name}.{form}" for name in ("page/index.html", "assets/page.mjs") for form in ("br", "gz")}
    assert brotli.decompress((site / "page" / "index.html.br").read_bytes()).decode() == TEXT
    assert gzip.decompress((site / "assets" / "page.mjs.gz").read_bytes()).decode() == TEXT * 10


@pytest.mark.parametrize("rest", ["", "<p>short", TEXT, "".join(map(chr, range(0x900, 0x980))) * 3000])
def test_pages_that_begin_alike_are_read_as_they_were(tmp_path: Path, rest: str) -> None:
    beginning = f"<!doctype html>\n<html lang=hi><style>{TEXT}</style>"
    pages = {f"{name}.html": f"{beginning}<title>{name}</title>{rest}" for name in ("a", "b")}
    with Kept() as kept, Output(tmp_path / "site", kept, Progress()) as output:
        for name, text in pages.items():
            output.write(name, text)
    for name, text in pages.items():
        assert brotli.decompress((tmp_path / "site" / f"{name}.br").read_bytes()).decode() == text


def written(folder: Path, old: Path | None, **texts: str) -> dict[str, int]:
    """Write texts into a new folder, and return the inodes of its files by their names."""
    with Kept() as kept, Output(folder, kept, Progress(), old) as output:
        for name, text in texts.items():
            output.write(f"{name}.html", text)
    return {path.name: path.stat().st_ino for path in folder.iterdir()}


def test_what_is_as_it_was_is_the_same_file(tmp_path: Path) -> None:
    old, again = tmp_path / "old", tmp_path / "again"
    before = written(old, None, same=TEXT, other=TEXT)
    after = written(again, old, same=TEXT, other=TEXT.replace("two", "six"))
    assert {name for name in before if before[name] == after[name]} == {f"same.html{one}" for one in ("", ".br", ".gz")}
    assert (old / "other.html").read_text() == TEXT, "nothing is written into the old folder"


def test_a_link_in_the_old_folder_is_not_taken(tmp_path: Path) -> None:
    elsewhere, old = tmp_path / "elsewhere", tmp_path / "old"
    elsewhere.write_text(TEXT)
    old.mkdir()
    (old / "same.html").symlink_to(elsewhere)
    written(tmp_path / "again", old, same=TEXT)
    page = tmp_path / "again" / "same.html"
    assert not page.is_symlink()
    assert page.stat().st_ino != elsewhere.stat().st_ino


def refuse() -> None:
    raise OSError("full")


def test_what_goes_wrong_meanwhile_is_an_error(tmp_path: Path) -> None:
    output = Output(tmp_path / "site", Kept(), Progress())
    output.beside(refuse)
    with pytest.raises(OSError, match="full"), output:
        output.write("page.html", TEXT)


def test_progress_is_a_line_per_stage_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress() as progress:
        for name in ("pages", "files"):
            progress.begin(name, 2)
            progress.step()
            progress.step()
    assert capsys.readouterr().err == "pages: 2\nfiles: 2\n"
