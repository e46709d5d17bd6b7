"""The QR code of a response element: `/q/{code}.svg` for print, `/q/{code}.png` for what takes no drawings."""

from __future__ import annotations

from io import BytesIO

import segno
from aiohttp import web

from chat_server.domain.errors import SamtalError
from chat_server.services.elements import Elements
from chat_server.services.rate_limits import LINKS, RateLimits

from .call import known_id
from .dispatch import problem
from .peer import PEER

# Print: one dot is a millimetre of the drawing, and 20 points of the picture at 300 points an inch (1.7 mm).
_QUIET, _MILLIMETRE, _POINTS, _PER_INCH = 4, 1, 20, 300
_KINDS = {"svg": "image/svg+xml", "png": "image/png"}


def qr_routes(elements: Elements, limits: RateLimits, public_url: str) -> list[web.RouteDef]:
    """Needs no account, as the link in it does not."""

    async def show(request: web.Request) -> web.Response:
        kind = request.match_info["kind"]
        try:
            limits.spend(LINKS, request.app[PEER].of(request))
            element = await elements.link(known_id(request.match_info["code"]))
        except SamtalError as error:
            return problem(error)
        return web.Response(
            body=drawn(f"{public_url.rstrip('/')}/r/{element.code}", kind),
            content_type=_KINDS[kind],
            headers={"Cache-Control": "public, max-age=3600"},
        )

    return [web.get(r"/q/{code:[A-Za-z0-9-]{1,64}}.{kind:svg|png}", show)]


def drawn(address: str, kind: str) -> bytes:
    """A quarter of it may be scratched or stained: level Q. Around it the quiet zone that readers need."""
    code = segno.make(address, error="q", micro=False)
    out = BytesIO()
    if kind == "svg":
        code.save(
            out,
            kind="svg",
            border=_QUIET,
            scale=_MILLIMETRE,
            unit="mm",
            light="white",
            title=address,
        )
    else:
        code.save(out, kind="png", border=_QUIET, scale=_POINTS, dpi=_PER_INCH)
    return out.getvalue()
