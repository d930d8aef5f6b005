"""The preview over HTTP: pages as they are now, what lies beside them, and a stream of changes for each open tab."""

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from importlib import resources
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from ..deploy.files import language_target
from ..feedback.application import feedback_app
from ..feedback.store import Store as AnswerStore
from .beside import beside
from .live import Live, Tab

OWN = "preview/"
"""Below which address everything lies that only the preview has."""
_NOTHING_YET = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Preview</title>
</head>
<body><p>There is nothing to show until what is wrong is mended.</p></body>
</html>
"""
_HOSTS = ("localhost", "127.0.0.1")
_WAIT = 0.3
"""Seconds after which a stream looks whether the server is closing."""
_TYPES = {
    ".json": "application/json",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
}
_UNSERVED = (".md", ".yml", ".lock")


def application(live: Live, is_closing: Callable[[], bool]) -> Starlette:
    """Return the preview as an ASGI application; its streams end when it `is_closing`."""
    static = StaticFiles(directory=live.store.root / "docs", packages=[("material", "templates")])

    async def answer(request: Request) -> Response:
        path, base = request.url.path, _base(live)
        if not path.startswith(base):
            return RedirectResponse(base)
        address = path.removeprefix(base)
        if address == f"{OWN}events":
            tab = live.open(request.query_params.get("address", ""))
            return StreamingResponse(_stream(live, tab, is_closing), media_type="text/event-stream")
        response = await _answer(live, static, address, request)
        response.headers["Cache-Control"] = "no-cache"
        return response

    return Starlette(
        routes=[Route("/{path:path}", answer, methods=["GET", "HEAD"]), Mount("/", Feedback(live))],
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(_HOSTS))],
    )


class Feedback:
    """Takes the answers of readers as the published site does; they are kept as long as the preview runs."""

    def __init__(self, live: Live) -> None:
        """Take answers at the `feedback_url` of a project."""
        self._live = live
        self._folder = tempfile.TemporaryDirectory(prefix="preview-feedback-")
        self._store = AnswerStore(Path(self._folder.name) / "feedback.sqlite3")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take an answer, if it is sent where answers are."""
        loaded, request = self._live.store.loaded, Request(scope, receive)
        if loaded is None or request.url.path != loaded.pages.settings.feedback_url:
            await Response(status_code=405)(scope, receive, send)
            return
        origins = [f"{request.url.scheme}://{request.url.netloc}"]
        app = feedback_app(loaded.site, loaded.pages.settings, loaded.pages.templates, self._store, origins)
        await app(scope, receive, send)


def _base(live: Live) -> str:
    return live.store.loaded.pages.settings.base_path if live.store.loaded else "/"


async def _answer(live: Live, static: StaticFiles, address: str, request: Request) -> Response:
    if address.startswith(OWN):
        return FileResponse(Path(str(resources.files(__package__))) / Path(address).name)
    loaded, page = live.store.loaded, live.page(address)
    if loaded is None or page is not None or loaded.place(address):
        return HTMLResponse(with_script(page or _NOTHING_YET, _base(live), address))
    indexed = await live.search.file(loaded, address)
    if indexed:
        return FileResponse(indexed)
    text = beside(loaded, address)
    if text is not None:
        return Response(text, media_type=_TYPES.get(Path(address).suffix, "text/plain"))
    if loaded.place(f"{address}/"):
        return RedirectResponse(f"{request.url.path}/")
    if address in loaded.site.redirects:
        key = next(key for old, key in loaded.site.redirects.items() if old == address)
        return RedirectResponse(_base(live) + language_target(loaded.site, address, key))
    if not address.endswith(_UNSERVED):
        with suppress(HTTPException):
            return await static.get_response(address, request.scope)
    language = next((one for one in loaded.site.languages if address.startswith(f"{one}/")), loaded.site.languages[0])
    missing = with_script(loaded.renderer(language).missing_page(), _base(live), address)
    return HTMLResponse(missing, status_code=404)


def with_script(page: str, base: str, address: str) -> str:
    """Return a page with the preview's own script, before all others."""
    script = (
        f'<script type="module" src="{base}{OWN}client.mjs" data-base="{base}" data-address="{address}"></script>\n'
    )
    return page.replace("<head>\n", f"<head>\n{script}", 1)


async def _stream(live: Live, tab: Tab, is_closing: Callable[[], bool]) -> AsyncIterator[str]:
    yield "retry: 200\n\n"
    try:
        while not is_closing():
            try:
                message = await asyncio.wait_for(tab.waiting.get(), _WAIT)
            except TimeoutError:
                yield ": still here\n\n"
            else:
                yield f"data: {json.dumps(message, ensure_ascii=False)}\n\n"
    finally:
        live.tabs.discard(tab)
