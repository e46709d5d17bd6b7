"""Health, readiness, metrics, schemas and the links of response elements."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress

from aiohttp import web
from prometheus_client import generate_latest

from chat_server.domain.errors import NotFound, SamtalError
from chat_server.domain.opener import Opener
from chat_server.services.campaigns import MailAnswers
from chat_server.services.elements import Elements
from chat_server.services.rate_limits import LINKS, RateLimits
from chat_server.wire.schema import events_schema

from .call import Route, known_id
from .dispatch import PREFIX, problem
from .openapi import openapi
from .peer import PEER

Readiness = Callable[[], Awaitable[dict[str, str]]]
_UP = {"ok", "starting", "away"}


def public_routes(
    routes: tuple[Route, ...],
    elements: Elements,
    answers: MailAnswers,
    limits: RateLimits,
    readiness: Readiness,
    public_url: str,
) -> list[web.RouteDef]:
    """What needs no account."""
    document = openapi(routes, PREFIX, public_url)
    events = events_schema()

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(_: web.Request) -> web.Response:
        states = await readiness()
        # Without the bot people are answered by people, and without Redis each hub goes on by itself and clients
        # ask for what other hubs could not tell: were that "not ready", one Redis would stop all hubs.
        decisive = [name for name in states if not name.startswith(("bot", "redis"))]
        ready = all(states[name] == "ok" for name in decisive)
        status = 200 if ready and states["bot"] in _UP else 503
        body = {"status": "ready" if status == 200 else "not_ready", "dependencies": states}  # noqa: PLR2004
        return web.json_response(body, status=status)

    async def metrics(_: web.Request) -> web.Response:
        return web.Response(
            body=generate_latest(), headers={"Content-Type": "text/plain; version=0.0.4"}
        )

    async def api(_: web.Request) -> web.Response:
        return web.json_response(document)

    async def schema(_: web.Request) -> web.Response:
        return web.json_response(events)

    async def follow(request: web.Request) -> web.Response:
        opener = _opener(request)
        if opener.comes_ahead:
            # Asked for before anybody clicked: who is told to come later comes when somebody does.
            return web.Response(status=503, headers={"Cache-Control": "no-store"})
        try:
            limits.spend(LINKS, opener.address)
            target = await elements.open(known_id(request.match_info["code"]), opener)
            if "m" in request.query and not opener.is_robot:
                await _clicked(answers, request.query["m"])
        except SamtalError as error:
            return problem(error)
        return web.Response(status=302, headers={"Location": target, "Cache-Control": "no-store"})

    return [
        web.get("/healthz", healthz),
        web.get("/readyz", readyz),
        web.get("/metrics", metrics),
        web.get(f"{PREFIX}/openapi.json", api),
        web.get(f"{PREFIX}/events.schema.json", schema),
        web.get("/r/{code}", follow),
    ]


async def _clicked(answers: MailAnswers, mark: str) -> None:
    """A mark that was cut off on the way leads there all the same."""
    with suppress(NotFound):
        await answers.clicked(known_id(mark))


def _opener(request: web.Request) -> Opener:
    headers = request.headers
    purposes = (headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"))
    return Opener(
        address=request.app[PEER].of(request),
        agent=headers.get("User-Agent", ""),
        language=headers.get("Accept-Language", ""),
        purpose=" ".join(purposes),
        looks_only=request.method == "HEAD",
    )
