"""External links: `make links` asks for each of the built site and for each source of a fact, thrice if need be.

What came of it is in links-report.csv.
"""

import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from browsing import finished, serving
from support import ROOT, load_site, read_data, shipped

from helpcenter.model.site import Site

CONFIGURATION = ROOT / ".ci" / "linkchecker.ini"
ALLOWED = ROOT / ".ci" / "links.yml"
REPORT = ROOT / "links-report.csv"
LINKCHECKER = (
    "from linkcheck.command import linkchecker; linkchecker.drop_privileges = lambda: None; linkchecker.linkchecker()"
)
"""Run by root, LinkChecker becomes nobody, who cannot read its plugins in a private home: then no anchor is checked."""
ATTEMPTS = 3
PAUSE = 10
"""Seconds before links that failed are tried again."""


@dataclass(frozen=True, order=True)
class BrokenLink:
    """A link that leads nowhere, and why."""

    url: str
    page: str
    reason: str


def check(*urls: str, options: Iterable[str] = ()) -> set[BrokenLink]:
    """Return what LinkChecker finds broken from `urls` on: failed requests, and anchors that are not there."""
    return {BrokenLink(row["url"], row["parentname"], _reason(row)) for row in _rows(urls, options)}


def _reason(row: Mapping[str, str]) -> str:
    return row["warningstring"] or row["result"]


def _rows(urls: Iterable[str], options: Iterable[str]) -> list[dict[str, str]]:
    command = [sys.executable, "-c", LINKCHECKER, "--config", str(CONFIGURATION), *options, *urls]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1):
        raise RuntimeError(f"LinkChecker failed: {result.stderr}")
    lines = (line for line in result.stdout.splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="|"))


def sources(site: Site) -> dict[str, str]:
    """Return every address of a source, in each language, and where it stands first in the writers' files."""
    homes = [*site.gateways.values(), *([site.platform] if site.platform else [])]
    places: dict[str, str] = {}
    for home, name, source in ((one, *named) for one in homes for named in one.file.sources.items()):
        addresses = {("url",): source.url} | {("also", language): url for language, url in source.also.items()}
        for path, url in addresses.items():
            places.setdefault(str(url), str(home.place(("sources", name, *path))))
    return places


def unanswered(places: Mapping[str, str]) -> set[BrokenLink]:
    """Return those addresses that do not answer, have moved, or lack the anchor they name, each with its place."""
    rows = _rows(places, ["--recursion-level=0"])
    return {BrokenLink(row["urlname"], places[row["urlname"]], _reason(row)) for row in rows}


def asked_again(ask: Callable[[], set[BrokenLink]]) -> set[BrokenLink]:
    """Return what is broken however often one asks."""
    for _ in range(ATTEMPTS - 1):
        if not ask():
            return set()
        time.sleep(PAUSE)
    return ask()


def sort_out(
    broken: Iterable[BrokenLink], allowed: list[dict[str, object]], today: date
) -> tuple[list[str], list[str]]:
    """Return what blocks and what is merely reported. An entry that has expired, or that nothing needs, blocks too."""
    blocking, reported, needed = list[str](), list[str](), set[str]()
    entries = {str(entry["url"]): entry for entry in allowed}
    for link in sorted(broken):
        entry = entries.get(link.url)
        needed.add(link.url)
        if entry is None:
            blocking.append(f"{link.url} (on {link.page}): {link.reason}")
        elif str(entry["expires"]) <= today.isoformat():
            blocking.append(f"{link.url}: allowed until {entry['expires']} because: {entry['reason']}; look again")
        else:
            reported.append(f"{link.url}: allowed until {entry['expires']}: {entry['reason']}")
    blocking += [f"{url}: works again, remove it from .ci/links.yml" for url in entries if url not in needed]
    return blocking, reported


def main() -> int:
    """Check the sources of the facts, and the external links of the built site."""
    places = sources(load_site(ROOT))
    broken = asked_again(lambda: unanswered(places))
    with tempfile.TemporaryDirectory() as folder, serving(finished(shipped(Path(folder)))) as url:
        broken |= asked_again(lambda: check(url, options=["--check-extern"]))
    blocking, reported = sort_out(broken, read_data(ALLOWED)["allowed"], date.today())
    with REPORT.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["state", "link"])
        writer.writerows([["blocks", one] for one in blocking] + [["allowed", one] for one in reported])
    print("\n".join([*blocking, *reported, f"{len(blocking)} blocking, {len(reported)} allowed; see {REPORT.name}"]))
    return 1 if blocking else 0


if __name__ == "__main__":
    sys.exit(main())
