"""Built sites, served to a real browser."""

import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from machine import chromium
from playwright.sync_api import Browser, Page, sync_playwright

from helpcenter.deploy.headers import read_headers_file

CHROMIUM_OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


class Handler(SimpleHTTPRequestHandler):
    """Serves a finished site as a good host does: with its headers, its compressed files and its 404 pages.

    It takes feedback too: the fields of a POST to /feedback are kept, one to /broken fails.
    """

    protocol_version = "HTTP/1.1"

    extensions_map = {  # noqa: RUF012  # as in http.server
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".webmanifest": "application/manifest+json",
    }
    encodings: tuple[tuple[str, str], ...] = (("gzip", ".gz"),)
    """What it sends, and what the names of such files end in."""
    received: list[dict[str, str]] = []  # noqa: RUF012  # shared by all requests of the one server

    def send_head(self) -> BytesIO | None:
        """Answer with a file, compressed beforehand where the browser takes that, or with the nearest 404 page."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not urlsplit(self.path).path.endswith("/"):
            self.send_response(301)
            self.send_header("Location", urlsplit(self.path).path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        path = path / "index.html" if path.is_dir() else path
        status = 200 if path.is_file() else 404
        path = path if status == 200 else self._missing_page(path)
        body, encoding = self._encoded(path) if path.is_file() else (b"", "")
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header(
            "Last-Modified", "Wed, 01 Apr 2026 00:00:00 GMT"
        )  # a browser keeps old files for long, unless told
        self.send_header("LinkChecker", "as fast as you like")  # it slows down for hosts that do not say so
        for name, value in self._headers_of(urlsplit(self.path).path).items():
            self.send_header(name, value)
        self.end_headers()
        return BytesIO(body)

    def _missing_page(self, path: Path) -> Path:
        folder = Path(self.directory)
        near = [one for one in path.parents if one.is_relative_to(folder) and (one / "404.html").exists()]
        return near[0] / "404.html" if near else folder / "index.html"

    def _encoded(self, path: Path) -> tuple[bytes, str]:
        for encoding, ending in self.encodings:
            compressed = path.with_name(path.name + ending)
            if encoding in self.headers.get("Accept-Encoding", "") and compressed.exists():
                return compressed.read_bytes(), encoding
        return path.read_bytes(), ""

    def _headers_of(self, address: str) -> dict[str, str]:
        file = Path(self.directory) / "_headers"
        paths = read_headers_file(file.read_text(encoding="utf-8")) if file.exists() else {}
        return {name: value for path, own in paths.items() if fnmatchcase(address, path) for name, value in own.items()}

    def do_POST(self) -> None:  # the name that http.server calls
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.received.append(dict(re.findall(r'name="(\w+)"\r\n\r\n(.*?)\r\n--', body, re.DOTALL)))
        self.send_response(204 if self.path == "/feedback" else 500)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its own name
        """Say nothing: the browser's console is what tests watch."""


class Server(ThreadingHTTPServer):
    """A server to which a browser may hang up."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over connections that the browser has closed; anything else is reported."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # any socket


@contextmanager
def serving(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def built(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Let MkDocs alone build a project."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", *options]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def build_command(project: Path) -> list[str]:
    """Return the command that `make build` runs."""
    return [sys.executable, "-m", "helpcenter.cli", "--root", str(project), "build"]


def built_whole(project: Path) -> subprocess.CompletedProcess[str]:
    """Build a project as `make build` does."""
    return subprocess.run(build_command(project), capture_output=True, text=True, check=False)


def finished(project: Path) -> Path:
    """Build a project as `make build` does, and return its site."""
    result = built_whole(project)
    assert result.returncode == 0, result.stdout + result.stderr
    return project / "site"


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file of a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def launched() -> Iterator[Browser]:
    """Start the browser that `machine.py` has found or installed."""
    path = chromium()
    if path is None:
        pytest.fail("no Chromium on this machine: run python tests/machine.py")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS.split())
        yield browser
        browser.close()


GIVEN_UP = "net::ERR_ABORTED"


def watching(page: Page) -> list[str]:
    """Return a list to which everything is added that goes wrong in a page."""
    seen: list[str] = []
    page.on("console", lambda message: seen.append(message.text))
    page.on("pageerror", lambda error: seen.append(str(error)))
    page.on("response", lambda response: seen.append(response.url) if response.status >= 400 else None)
    # A browser that leaves a page, or closes it, gives up what it is still fetching.
    page.on("requestfailed", lambda request: None if request.failure == GIVEN_UP else seen.append(request.url))
    return seen


Opener = Callable[..., AbstractContextManager[Page]]
