"""The real process: pages reach it, and what it has acknowledged is stored through kills, a full disk and locks."""

import asyncio
import random
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import httpx
import pytest
from browsing import Opener, finished, serving
from support import SPECIMEN, laid_out, specimen

from helpcenter.feedback.answer import Answer
from helpcenter.feedback.store import read_answers
from helpcenter.loading.settings import read_settings

ANSWERS, CLIENTS, KILLS, FAILED = 10_000, 50, 10, 0.3
ORIGIN = read_settings(SPECIMEN).origin
SEED = 17


@dataclass
class Endpoint:
    """`helpcenter feedback serve` as a process that can be killed and started again."""

    database: Path
    log: Path
    origin: str = ORIGIN
    port: int = field(default_factory=lambda: free_port())
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/feedback"

    def start(self) -> None:
        serve = ["feedback", "serve", "--database", str(self.database), "--port", str(self.port)]
        serve += ["--origin", self.origin, "--per-minute", "1000000"]
        command = [sys.executable, "-m", "helpcenter.cli", "--root", str(laid_out()), *serve]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        for _ in range(600):
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        pytest.fail(self.log.read_text(encoding="utf-8"))

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        assert self.process
        self.process.send_signal(how)
        self.process.wait()

    def answers(self) -> list[Answer]:
        return [one.answer for one in read_answers(self.database, date.min)]

    def post(self, form: dict[str, str]) -> httpx.Response:
        return httpx.post(self.url, data=form, headers={"Origin": ORIGIN}, timeout=30)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@contextmanager
def running(endpoint: Endpoint) -> Iterator[Endpoint]:
    """Run it as long as the block; whatever happens in it, the process ends, and has had nothing to complain of."""
    endpoint.start()
    try:
        yield endpoint
    finally:
        endpoint.kill(signal.SIGTERM)
    assert "Traceback" not in endpoint.log.read_text(encoding="utf-8")


@pytest.fixture
def endpoint(tmp_path: Path) -> Iterator[Endpoint]:
    with running(Endpoint(tmp_path / "feedback.sqlite3", tmp_path / "log")) as endpoint:
        yield endpoint


def form(number: int, text: str = "") -> dict[str, str]:
    """Return the answer with a number; its text says the number again, so that a mix-up shows."""
    page = f"guides/page-{number % 40}"
    return {"id": f"{number:032x}", "page": page, "language": "en", "helped": "no", "text": text or f"no. {number}"}


def request(number: int) -> bytes:
    body = "&".join(f"{name}={value.replace(' ', '+')}" for name, value in form(number).items())
    head = f"POST /feedback HTTP/1.1\r\nHost: localhost\r\nOrigin: {ORIGIN}\r\nConnection: close\r\n"
    kind = "Content-Type: application/x-www-form-urlencoded"
    return f"{head}{kind}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


async def attempt(port: int, number: int, chance: random.Random) -> str:
    """Send an answer once. A failing connection ends within the request, or before its answer is read."""
    content, fate = request(number), chance.random()
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        return "nobody there"
    try:
        cut = fate < FAILED / 2
        writer.write(content[: chance.randrange(len(content))] if cut else content)
        await writer.drain()
        if cut:
            return "cut off"
        if fate < FAILED:
            await asyncio.sleep(chance.random() / 50)
            return "answer lost"
        status = await reader.readline()
        return "acknowledged" if b" 204 " in status else status.decode().strip() or "killed meanwhile"
    except OSError:
        return "killed meanwhile"
    finally:
        writer.close()


async def client(port: int, numbers: range, seen: Counter[str], acknowledged: set[int], chance: random.Random) -> None:
    """Send answers one after the other, each until it is acknowledged; some are then sent again all the same."""
    for number in numbers:
        while number not in acknowledged or chance.random() < 0.05:
            outcome = await attempt(port, number, chance)
            seen[outcome] += 1
            if outcome == "acknowledged":
                acknowledged.add(number)
            elif outcome == "nobody there":
                await asyncio.sleep(0.2)


def test_each_acknowledged_answer_is_stored_once_through_lost_connections_and_kills(
    endpoint: Endpoint, record_property: Callable[[str, object], None]
) -> None:
    seen, acknowledged, chance = Counter[str](), set[int](), random.Random(SEED)
    each = ANSWERS // CLIENTS

    async def clients() -> None:
        ranges = [range(start, start + each) for start in range(0, ANSWERS, each)]
        await asyncio.gather(*(client(endpoint.port, one, seen, acknowledged, chance) for one in ranges))

    began = time.monotonic()
    sending = threading.Thread(target=asyncio.run, args=[clients()])
    sending.start()
    for kill in range(1, KILLS + 1):
        while len(acknowledged) < kill * ANSWERS // (KILLS + 1):
            time.sleep(0.01)
        endpoint.kill()
        endpoint.start()
    sending.join()
    stored = endpoint.answers()
    sent = seen.total() - seen["nobody there"]
    share = 1 - seen["acknowledged"] / sent
    outcomes = ", ".join(f"{count} {outcome}" for outcome, count in seen.most_common())
    record_property(
        "figures",
        f"{ANSWERS} answers of {CLIENTS} clients, {KILLS} kills, {time.monotonic() - began:.0f} s: {outcomes}; "
        f"{share:.0%} of requests sent failed; {len(acknowledged)} answers acknowledged, {len(stored)} stored",
    )
    assert len(acknowledged) == ANSWERS
    assert share >= FAILED - 0.03  # by chance, a little less
    assert {one.id: one.text for one in stored} == {form(one)["id"]: form(one)["text"] for one in acknowledged}
    assert len(stored) == ANSWERS
    assert sqlite3.connect(endpoint.database).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_full_disk_is_no_success_and_what_was_acknowledged_stays(endpoint: Endpoint) -> None:
    assert endpoint.process
    pid, largest = endpoint.process.pid, 100_000
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))  # the kernel refuses to write more
    statuses = [endpoint.post(form(number, "long " * 90)).status_code for number in range(100)]
    assert set(statuses) == {204, 503}
    assert len(endpoint.answers()) == statuses.count(204)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert endpoint.post(form(100)).status_code == 204
    assert {one.id for one in endpoint.answers()} >= {form(100)["id"]}
    assert str(endpoint.database) in endpoint.log.read_text(encoding="utf-8")  # the operator is told


def test_a_locked_database_is_no_success_and_the_repeat_is_stored(endpoint: Endpoint) -> None:
    other = sqlite3.connect(endpoint.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    answer = endpoint.post(form(1))
    assert (answer.status_code, answer.json()) == (503, {"refused": "unkept"})
    assert int(answer.headers["retry-after"]) > 0
    other.execute("ROLLBACK")
    assert endpoint.post(form(1)).status_code == 204
    assert [one.id for one in endpoint.answers()] == [form(1)["id"]]


def test_pages_on_another_host_reach_the_endpoint_with_and_without_a_script(opened: Opener, tmp_path: Path) -> None:
    """With the policy of the finished site, and across origins."""
    endpoint = Endpoint(tmp_path / "feedback.sqlite3", tmp_path / "log")
    project = specimen(tmp_path / "project")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    set_to = settings.replace("feedback_url: /feedback", f"feedback_url: {endpoint.url}")
    (project / "mkdocs.yml").write_text(set_to, encoding="utf-8")
    with serving(finished(project)) as site_url:
        endpoint.origin, guide = site_url.rstrip("/"), f"{site_url}en/guides/intervals/"
        with running(endpoint), opened(guide) as page:
            page.locator(".hc-feedback [value=yes]").click()
            page.locator(".hc-feedback fieldset").first.wait_for(state="hidden")
        # The endpoint's host has no icon: 405.
        with running(endpoint), opened(guide, expected=("405",), java_script_enabled=False) as page:
            page.locator(".hc-feedback textarea").fill("ग" * 500)
            page.locator(".hc-feedback .hc-why button").click()
            page.wait_for_url(endpoint.url)
            page.locator("a").click()
            page.wait_for_url(guide)
    assert sorted((one.page, one.helped, len(one.text)) for one in endpoint.answers()) == [
        ("guides/intervals", "no", 500),
        ("guides/intervals", "yes", 0),
    ]


def test_a_process_stops_where_nothing_can_be_kept(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "helpcenter.cli", "--root", str(laid_out()), "feedback", "serve"]
    result = subprocess.run([*command, "--database", str(tmp_path)], capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr.strip() == f"{tmp_path}: unable to open database file"
    assert list(tmp_path.iterdir()) == []
