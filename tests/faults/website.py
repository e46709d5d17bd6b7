"""A shop's website with the widget on it, and in front of the hub what every deployment has: files and a proxy.

The files stay when the hub is gone, so that a page may be loaded meanwhile.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

_BUILT = Path(__file__).resolve().parents[2] / "frontend" / "dist"
_PAGE = """<!doctype html><html lang="en"><title>Shop</title><h1>Shop</h1>
<script async src="/widget.js" data-inbox="{inbox}"></script>"""

Sockets = aiohttp.ClientWebSocketResponse | web.WebSocketResponse


class Website:
    """Serves from `start` to `stop`; `hub` is where the proxy leads."""

    def __init__(self, hub: str, inbox: str) -> None:
        self._hub, self._inbox = hub, inbox
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def start(self) -> None:
        """Returns once it serves."""
        app = web.Application()
        app.cleanup_ctx.append(self._client)
        app.router.add_get("/", self._page)
        app.router.add_get("/socket.io/", self._socket)
        app.router.add_get("/widget.js", self._loader)
        app.router.add_static("/widget", _BUILT / "widget")
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        await (site := web.TCPSite(self._runner, "127.0.0.1", 0)).start()
        self.url = site.name

    async def stop(self) -> None:
        """Ends it."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _client(self, _: web.Application) -> AsyncIterator[None]:
        async with aiohttp.ClientSession() as self._http:
            yield

    async def _page(self, _: web.Request) -> web.Response:
        return web.Response(text=_PAGE.format(inbox=self._inbox), content_type="text/html")

    async def _loader(self, _: web.Request) -> web.FileResponse:
        return web.FileResponse(_BUILT / "widget.js")

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Upgrade", "").lower() != "websocket":
            raise web.HTTPServiceUnavailable
        address = f"{self._hub}{request.path_qs}"
        try:
            inward = await self._http.ws_connect(address, origin=request.headers["Origin"])
        except aiohttp.ClientError:
            raise web.HTTPBadGateway from None
        outward = web.WebSocketResponse()
        await outward.prepare(request)
        ways = [
            asyncio.ensure_future(_carry(outward, inward.send_str)),
            asyncio.ensure_future(_carry(inward, outward.send_str)),
        ]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        await asyncio.gather(inward.close(), outward.close(), return_exceptions=True)
        return outward


async def _carry(source: Sockets, send: Callable[[str], object]) -> None:
    with suppress(aiohttp.ClientError, ConnectionError):
        async for frame in source:
            if frame.type is aiohttp.WSMsgType.TEXT:
                await send(frame.data)  # type: ignore[misc]
