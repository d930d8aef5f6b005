"""The process that serves a project: a port, a server, and this package anew whenever its own files change."""

import asyncio
import gc
import importlib
import socket
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from .watch import Watch

PACKAGE = str(__package__).partition(".")[0]
HOST = "127.0.0.1"
_MOST_PORTS = 100


def listening(port: int) -> socket.socket:
    """Return a socket that listens at a port, or at the next one that is free."""
    for one in range(port, port + _MOST_PORTS):
        own = socket.socket()
        own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            own.bind((HOST, one))
        except OSError:
            own.close()
        else:
            return own
    raise OSError(f"no free port from {port} to {port + _MOST_PORTS - 1}")


class Server:
    """A running preview: the application that answers is replaced when the package's own files change."""

    def __init__(self, root: Path, editor: str, say: Callable[[str], None]) -> None:
        """Prepare the preview of the project at `root`; `say` is told what cannot be shown in a tab."""
        self._root, self._editor, self._say = root, editor, say
        self._watch = Watch(root)
        self._server: uvicorn.Server | None = None
        self._live: Any = None
        self._app: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request with the application of the moment."""
        assert self._app
        await self._app(scope, receive, send)

    async def serve(self, own: socket.socket) -> None:
        """Serve until interrupted."""
        config = uvicorn.Config(self, lifespan="off", log_level="warning", timeout_graceful_shutdown=1)
        self._server = uvicorn.Server(config)
        self._renew()
        watching, following = asyncio.create_task(self._watch.run()), asyncio.create_task(self._follow())
        try:
            await self._server.serve(sockets=[own])
        finally:
            self._watch.stop()
            following.cancel()
            await watching
            gc.freeze()  # nobody waits at the end until all that was read is taken apart

    async def _follow(self) -> None:
        """Follow changes; when the package itself is another one, begin anew with that."""
        while True:
            await self._live.run()
            try:
                self._renew()
            except Exception as error:  # whatever is wrong with edited code is said, and the old one stays
                self._say(traceback.format_exc())
                self._live.fail(error)

    def _renew(self) -> None:
        """Import the package as its files are now, and read the project with it."""
        old = {name: one for name, one in sys.modules.items() if name.split(".")[0] == PACKAGE and self._live}
        for name in old:
            del sys.modules[name]
        importlib.invalidate_caches()
        try:
            module = importlib.import_module(f"{__package__}.app")
            live = module.Live(self._root, self._editor, self._watch)
            app = module.application(live, lambda: self._is_closing(live))
        except BaseException:
            sys.modules.update(old)
            raise
        self._live, self._app = live, app

    def _is_closing(self, live: Any) -> bool:
        return live is not self._live or (self._server is not None and self._server.should_exit)
