"""The application that receives answers: one endpoint, for which any other that keeps its contract may stand in."""

import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from jinja2 import Environment
from python_multipart.exceptions import FormParserError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from ..deploy.headers import security_headers
from ..deploy.parsed import parsed
from ..loading.settings import Settings
from ..model.site import Site
from ..pages.feedback import ANSWERED
from ..pages.speech import Speech
from .answer import RefusedError, read_answer
from .limits import Limits
from .private import PRIVATE
from .store import Store, UnkeptError

MOST_BYTES = 4096
MOST_FIELDS = 20
PER_MINUTE = 60
"""How many answers of one page are taken in a minute."""


def feedback_app(
    site: Site,
    settings: Settings,
    templates: Environment,
    store: Store,
    origins: Sequence[str],
    per_minute: int = PER_MINUTE,
) -> Starlette:
    """Return the application that keeps in `store` what pages of `origins` send, such as "https://help.example.org".

    It answers at every path, so that where it is mounted decides: `Route(settings.feedback_url, feedback_app(...))`.
    """
    receiver = _Receiver(store, origins, Limits(per_minute, time.time), _Pages(site, settings, templates))
    return Starlette(routes=[Route("/{path:path}", receiver.receive, methods=["POST"])])


class _Pages:
    """The pages that a browser without our script is shown."""

    def __init__(self, site: Site, settings: Settings, templates: Environment) -> None:
        self._site = site
        self._settings = settings
        self._template = templates.get_template(ANSWERED)

    def page(self, form: Mapping[str, str], code: str, origin: str) -> str:
        """Return a page that thanks, or says why the answer was not kept, and that leads back to where it was given."""
        site, language = self._site, form.get("language", "")
        language = language if language in site.languages else site.languages[0]
        key = form.get("page", "")
        address = site.address(key if key in site.pages else "index", language)
        speech = Speech(site, language)
        return self._template.render(
            language=language,
            title=_said(speech, code),
            site_name=self._settings.languages[language].site_name,
            back=f"{origin}{self._settings.base_path}{address}",
            back_words=speech.say("feedback", "back"),
        )


def _said(speech: Speech, code: str) -> str:
    """Return what a reader is told of an answer: thanks, or by the code why it was not kept."""
    if code in PRIVATE:
        return speech.say("feedback", "refused", {"what": speech.say("feedback", code)})
    others = {"": "thanks", "long": "refused-text", "characters": "refused-text"}
    return speech.say("feedback", others.get(code, "failed"))


@dataclass(frozen=True)
class _Receiver:
    store: Store
    origins: Sequence[str]
    limits: Limits
    pages: _Pages

    async def receive(self, request: Request) -> Response:
        """Keep the answer in a request, or say why it is not kept."""
        form: Mapping[str, str] = {}
        try:
            if request.headers.get("origin") not in self.origins:
                raise HTTPException(403, "origin")
            form = await _form(request)
            await self._keep(form)
        except RefusedError as refused:
            return self._reply(request, form, 422, str(refused))
        except HTTPException as problem:
            return self._reply(request, form, problem.status_code, problem.detail, problem.headers)
        return self._reply(request, form, 204, "")

    async def _keep(self, form: Mapping[str, str]) -> None:
        answer = read_answer(form)
        if not self.limits.takes(answer.page):
            raise HTTPException(429, "many", {"Retry-After": str(self.limits.seconds_left())})
        try:
            await run_in_threadpool(self.store.keep, answer, datetime.now(UTC).date())
        except UnkeptError as problem:
            print(problem, file=sys.stderr, flush=True)
            raise HTTPException(503, "unkept", {"Retry-After": "60"}) from problem

    def _reply(
        self,
        request: Request,
        form: Mapping[str, str],
        status: int,
        code: str,
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        """Return an answer for a script, or a page for a browser without one: it says the same and leads back."""
        origin = request.headers.get("origin", "")
        origin = origin if origin in self.origins else self.origins[0]
        own = {**(headers or {}), "Access-Control-Allow-Origin": origin, "Vary": "Origin", "Cache-Control": "no-store"}
        if "text/html" not in request.headers.get("accept", ""):
            return JSONResponse({"refused": code}, status, own) if code else Response(None, 204, own)
        html = self.pages.page(form, code, origin)
        return HTMLResponse(html, 200 if status == 204 else status, {**security_headers([parsed(html)], ""), **own})


async def _form(request: Request) -> dict[str, str]:
    """Return the fields of a form of either encoding. Raise HTTPException where it is none, or too large."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > MOST_BYTES:
                raise HTTPException(413, "large")
    except ClientDisconnect as problem:
        raise HTTPException(400, "form") from problem

    async def again() -> dict[str, object]:
        return {"type": "http.request", "body": bytes(body)}

    try:
        form = await Request(request.scope, again).form(max_files=0, max_fields=MOST_FIELDS)
    except (HTTPException, FormParserError, ValueError) as problem:
        raise HTTPException(400, "form") from problem
    return {name: value for name, value in form.multi_items() if isinstance(value, str)}
