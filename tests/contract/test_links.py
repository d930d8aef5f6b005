"""Every internal link and anchor of the served site leads somewhere, and every page is valid HTML."""

import re
from datetime import date
from pathlib import Path

from browsing import serving
from links import BrokenLink, check, sort_out, sources, unanswered
from machine import invalid_html
from projects import Project
from support import ROOT, load_site


def test_every_internal_link_and_anchor_leads_somewhere(project: Project, project_url: str) -> None:
    homes = [project_url + project.site.address("index", language) for language in project.site.languages]
    assert check(*homes) == set()


def test_planted_faults_are_found(tmp_path: Path) -> None:
    planted = ('<a href="/nowhere/">x</a>', '<a href="/other.html#nothing">x</a>', '<img src="/none.png" alt="">')
    (tmp_path / "index.html").write_text(f"<!doctype html><title>t</title><body>{''.join(planted)}")
    (tmp_path / "other.html").write_text('<!doctype html><title>t</title><body><p id="something">text')
    with serving(tmp_path) as url:
        found = {link.url.removeprefix(url) for link in check(url)}
    assert found == {"nowhere/", "other.html#nothing", "none.png"}


def test_a_source_that_is_gone_or_has_moved_is_named_by_its_place(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "index.html").write_text('<!doctype html><title>t</title><body><p id="a"><a href="/none/">x')
    with serving(tmp_path) as url:
        places = {f"{url}{name}": f"place of {name}" for name in ("folder/#a", "folder/#b", "folder", "gone")}
        found = {(link.url.removeprefix(url), link.page) for link in unanswered(places)}
    assert found == {(name, f"place of {name}") for name in ("folder/#b", "folder", "gone")}


def test_every_source_is_asked_for_in_each_language_and_has_its_place() -> None:
    files = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in ROOT.glob("docs/*/**/rules.yml")}
    places = sources(load_site(ROOT))
    written = {
        url for text in files.values() for url in re.findall(r'\b(?:url|[a-z]{2}): "?(https?://[^\s",}]+)', text)
    }
    assert written
    assert written <= set(places)
    for url, place in places.items():
        file, line, _ = place.split(":")
        assert url in files[file].splitlines()[int(line) - 1]


def test_every_page_is_valid_html(project: Project) -> None:
    pages = sorted(project.folder.rglob("*.html"))
    assert len(pages) > len(project.pages)
    assert invalid_html(pages) == []


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text('<!doctype html><html lang="en"><title>t</title><p id="a"><p id="a"><ul><p></ul>')
    assert len(invalid_html([page])) >= 2


def test_an_allowed_link_needs_a_reason_and_a_day() -> None:
    broken = {BrokenLink("https://a.example/", "page", "404"), BrokenLink("https://b.example/", "page", "timeout")}
    allowed: list[dict[str, object]] = [
        {"url": "https://a.example/", "reason": "moving house", "expires": date(2027, 1, 1)},
        {"url": "https://c.example/", "reason": "gone", "expires": date(2027, 1, 1)},
    ]
    blocking, reported = sort_out(broken, allowed, date(2026, 12, 1))
    assert [line.split(" ")[0].rstrip(":") for line in blocking] == ["https://b.example/", "https://c.example/"]
    assert "moving house" in reported[0]
    later, _ = sort_out(broken, allowed, date(2027, 1, 1))
    assert any("a.example" in line and "look again" in line for line in later)
