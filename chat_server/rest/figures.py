"""Answers that are figures alone may have been counted a while ago, and say when."""

from __future__ import annotations

import json
from collections.abc import Hashable

from aiohttp import web

from chat_server.services.access import Permission, rights_of
from chat_server.wire.base import dump, rfc3339

from .call import SAFE, Call, Route

COUNTED_AT = "Counted-At"
# What is read, coded, taught or tried out there changes no figure.
_APART = (
    "/conversations",
    "/desk",
    "/experiments/plan",
    "/learning",
    "/rises",
    "/segments/preview",
)


async def figures(route: Route, call: Call) -> web.Response:
    """Counted now, or kept ready for who asks the same with the same rights."""

    async def count() -> bytes:
        made = await route.handler(call)
        assert not isinstance(made, web.StreamResponse)  # noqa: S101 - the route's declaration says so
        assert made is not None  # noqa: S101 - likewise
        return json.dumps(dump(made)).encode()

    answer = await call.services.ready.get(_asked(route, call), count)
    return web.Response(
        body=answer.body,
        status=route.status,
        content_type="application/json",
        charset="utf-8",
        headers={COUNTED_AT: rfc3339(answer.counted_at)},
    )


def settled(route: Route, call: Call) -> None:
    """Who changes something on the pages that the figures are about finds it there at once."""
    if route.method in SAFE or call.account is None or call.account.session_digest is None:
        return
    if call.account.can(Permission.READ_REPORTS) and not route.path.startswith(_APART):
        call.services.ready.forget()


def _asked(route: Route, call: Call) -> Hashable:
    return (
        route.method,
        route.path,
        tuple(sorted(call.request.match_info.items())),
        call.query.model_dump_json() if call.query else "",
        call.body.model_dump_json() if call.body else "",
        rights_of(call.agent),
    )
