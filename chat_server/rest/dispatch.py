"""From a request to its handler and back: who calls, what was sent, which error it becomes."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiohttp import web
from pydantic import BaseModel

from chat_server.domain.errors import Invalid, NotAllowed, SamtalError, TooLarge
from chat_server.metrics import REQUESTS
from chat_server.services.access import AgentCaller, VisitorCaller
from chat_server.services.rate_limits import REQUESTS as REQUEST_LIMIT
from chat_server.wire.base import dump
from chat_server.wire.errors import checked
from chat_server.wire.rest import Problem

from .call import SAFE, Call, Caller, RestServices, Route
from .figures import figures, settled
from .peer import PEER
from .session import COOKIE

PREFIX = "/api/v1"
_STATUS = {
    "invalid": 422,
    "not_found": 404,
    "not_allowed": 403,
    "conflict": 409,
    "rate_limited": 429,
    "too_large": 413,
    "type_not_allowed": 415,
    "unavailable": 503,
    "internal": 500,
}
_UNAUTHENTICATED = 401
_log = structlog.get_logger(__name__)


class NotSignedIn(NotAllowed):
    """401 instead of 403: signing in would help."""


def handler_for(
    route: Route, services: RestServices
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """What aiohttp calls."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            call = await _call(route, services, request)
            response: web.StreamResponse
            if route.figures:
                response = await figures(route, call)
            else:
                made = await route.handler(call)
                response = _response(made, route.status)
                settled(route, call)
        except SamtalError as error:
            response = problem(error)
        except (web.HTTPException, ConnectionError):
            raise
        except Exception:  # noqa: BLE001 - every failure leaves as problem+json, and is logged
            _log.exception("request_failed", route=route.path, method=route.method)
            response = problem(SamtalError("Something went wrong on our side; try again."))
        REQUESTS.labels(route.method, route.path, response.status).inc()
        return response

    return handle


def problem(error: SamtalError, status: int | None = None) -> web.Response:
    """RFC 9457, with the status that goes with the code unless another one is given."""
    if status is None:
        status = _UNAUTHENTICATED if isinstance(error, NotSignedIn) else _STATUS[error.code]
    body = Problem(
        title=error.code.replace("_", " "),
        status=status,
        detail=error.message,
        code=error.code,
        fields=error.fields,
    )
    return web.json_response(dump(body), status=status, content_type="application/problem+json")


async def _call(route: Route, services: RestServices, request: web.Request) -> Call:
    account, visitor = await _authenticate(route, services, request)
    key = account.agent_id if account else visitor.visitor_id if visitor else None
    services.limits.spend(REQUEST_LIMIT, key or request.app[PEER].of(request))
    query = None
    if route.query is not None:
        given = {name: value for name, value in request.query.items() if value != ""}
        query = checked(route.query, given)
    body = checked(route.body, await _json(request)) if route.body else None
    return Call(services, request, query, body, account, visitor)


async def _authenticate(
    route: Route, services: RestServices, request: web.Request
) -> tuple[AgentCaller | None, VisitorCaller | None]:
    if route.caller is Caller.ANYONE:
        return None, None
    scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
    token = bearer.strip() if scheme.lower() == "bearer" else ""
    try:
        if route.caller is Caller.VISITOR:
            return None, await services.identity.caller(token, request.headers.get("Origin"))
        by_cookie = not token
        token = token or request.cookies.get(COOKIE, "")
        account = await services.accounts.authenticate(token)
    except NotAllowed as error:
        raise NotSignedIn(error.message) from error
    if by_cookie:
        _refuse_forgery(request)
    return account, None


def _refuse_forgery(request: web.Request) -> None:
    """A cookie comes along with requests of other sites; this header and a same-site fetch do not."""
    if request.method in SAFE:
        return
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    if "X-Samtal" not in request.headers or site not in {"same-origin", "none"}:
        raise NotAllowed(
            "Requests with a cookie carry the header X-Samtal.", {"X-Samtal": "required"}
        )


async def _json(request: web.Request) -> Any:
    if request.content_type != "application/json":
        # A form of another site cannot say so without asking first.
        raise Invalid("The body is JSON and says so.", {"Content-Type": "application/json"})
    try:
        return await request.json()
    except web.HTTPRequestEntityTooLarge as error:
        raise TooLarge("The body is larger than allowed.") from error
    except (ValueError, RecursionError) as error:  # also a number of more digits than Python reads
        raise Invalid("The body is not JSON.", {"body": "JSON"}) from error


def _response(made: BaseModel | web.StreamResponse | None, status: int) -> web.StreamResponse:
    if isinstance(made, web.StreamResponse):
        return made
    if made is None:
        return web.Response(status=status)
    return web.json_response(dump(made), status=status)
