"""Built sites, served to a real browser."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page
from support import ROOT

CHROMIUM_OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
PROJECT = ("docs", "hooks", "overrides", "mkdocs.yml")


class Handler(SimpleHTTPRequestHandler):
    """Serves a built site and takes feedback: a POST to /feedback is kept, one to /broken fails."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012  # as in http.server
    received: list[str] = []  # noqa: RUF012  # shared by all requests of the one server

    def do_POST(self) -> None:  # the name that http.server calls
        self.received.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.send_response(204 if self.path == "/feedback" else 500)
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
def serving(folder: Path) -> Iterator[str]:
    server = Server(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def copy_all(folder: Path) -> Path:
    """Copy what MkDocs builds from to `folder`."""
    for name in PROJECT:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(source, folder / name)
    return folder


def build(project: Path, target: Path, strictness: str = "--strict") -> Path:
    command = [sys.executable, "-m", "mkdocs", "build", strictness, "--quiet", "--site-dir", str(target)]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return target


Opener = Callable[..., AbstractContextManager[Page]]
