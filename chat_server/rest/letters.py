"""What a newsletter leads to: `/u/{mark}` leaves it, `/m/{mark}.gif` counts an opening that may be counted."""

from __future__ import annotations

import base64
import hashlib

from aiohttp import web

from chat_server.domain.errors import NotFound, SamtalError
from chat_server.services.campaigns import MailAnswers
from chat_server.services.rate_limits import LINKS, RateLimits

from .call import known_id
from .dispatch import problem
from .letters_html import STYLE, ask_page, done_page, gone_page
from .peer import PEER

_STYLE = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_STYLE}'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    # The address is a key: it goes nowhere else.
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}
# One transparent point.
_POINT = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def letter_routes(answers: MailAnswers, limits: RateLimits) -> list[web.RouteDef]:
    """Needs no account: the mark in the address is the proof."""

    async def ask(request: web.Request) -> web.StreamResponse:
        return await _answered(request, leave=False)

    async def leave(request: web.Request) -> web.StreamResponse:
        return await _answered(request, leave=True)

    async def _answered(request: web.Request, *, leave: bool) -> web.StreamResponse:
        try:
            limits.spend(LINKS, request.app[PEER].of(request))
            given = known_id(request.match_info["mark"])
            shop, locale = await answers.sender(given)
            if leave:
                await answers.unsubscribe(given)
        except NotFound:
            return _html(gone_page(request.headers.get("Accept-Language", "")[:2]), 404)
        except SamtalError as error:
            return problem(error)
        return _html(done_page(shop, locale) if leave else ask_page(shop, locale))

    async def opened(request: web.Request) -> web.StreamResponse:
        """The same point whatever it counts, so that it tells nobody anything."""
        try:
            limits.spend(LINKS, request.app[PEER].of(request))
            if request.method == "GET":
                await answers.opened(known_id(request.match_info["mark"]))
        except SamtalError:
            pass
        return web.Response(
            body=_POINT, content_type="image/gif", headers={"Cache-Control": "no-store"}
        )

    return [
        web.get("/u/{mark}", ask),
        web.post("/u/{mark}", leave),
        web.get("/m/{mark}.gif", opened),
    ]


def _html(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status, content_type="text/html", headers=_HEADERS)
