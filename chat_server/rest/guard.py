"""What every answer carries, streams and errors too; and errors of the API as problem+json, whoever raised them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web

from chat_server.domain.errors import Invalid, NotFound, SamtalError, TooLarge

from .dispatch import PREFIX, problem
from .session import SECURE

_POLICY = "default-src 'none'; frame-ancestors 'none'"
_YEAR = "max-age=31536000"
_ERRORS: dict[int, SamtalError] = {
    404: NotFound("There is nothing at this address."),
    405: Invalid("This address takes other methods."),
    413: TooLarge("The body is larger than allowed."),
}
_log = structlog.get_logger(__name__)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


async def guarded(request: web.Request, response: web.StreamResponse) -> None:
    """Just before an answer leaves; what a handler has set stays."""
    headers = response.headers
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
    if not response.content_type.startswith("image/"):
        headers.setdefault("Content-Security-Policy", _POLICY)
    if request.path.startswith(PREFIX):
        headers.setdefault("Cache-Control", "no-store")
    if request.app[SECURE]:
        headers.setdefault("Strict-Transport-Security", _YEAR)


@web.middleware
async def problems(request: web.Request, handler: Handler) -> web.StreamResponse:
    """No error leaves without a sentence of ours, and none with a traceback."""
    try:
        return await handler(request)
    except web.HTTPException as error:
        if error.status < 400 or not request.path.startswith(PREFIX):  # noqa: PLR2004 - redirects
            raise
        told = _ERRORS.get(error.status, Invalid("This request cannot be answered."))
        answer = problem(told, error.status)
        answer.headers.update({"Allow": error.headers["Allow"]} if "Allow" in error.headers else {})
        return answer
    except (SamtalError, ConnectionError):
        raise
    except Exception:  # noqa: BLE001 - logged, and told to nobody
        _log.exception("request_failed", route=request.match_info.route.name)
        return problem(SamtalError("Something went wrong on our side; try again."))
