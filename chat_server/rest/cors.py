"""Visitors' REST across origins, by the inboxes' own lists."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from aiohttp import web
from aiohttp.typedefs import Middleware

from chat_server.services.inboxes import Inboxes

from .dispatch import PREFIX

_PATHS = f"{PREFIX}/visitor/"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def visitor_cors(inboxes: Inboxes, own_origins: frozenset[str]) -> Middleware:
    """Answers preflights, and lets a page read what its visitor asked for."""

    @web.middleware
    async def middleware(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin")
        if origin is None or not request.path.startswith(_PATHS):
            return await handler(request)
        allowed = origin in own_origins or await inboxes.any_allows(origin)
        if request.method == "OPTIONS":
            response: web.StreamResponse = web.Response(status=204 if allowed else 403)
        elif allowed:
            response = await handler(request)
        else:
            response = web.Response(status=403)
        if allowed:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Allow-Headers"] = "Authorization, Content-Type"
            response.headers["Access-Control-Allow-Methods"] = "GET, POST, PATCH, DELETE, OPTIONS"
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
            response.headers["Vary"] = "Origin"
        return response

    return middleware
