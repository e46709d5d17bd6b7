"""The built frontends: widget, console, marketing pages, demo shop, API reference."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

_CSP = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self' data: https:; "
    "connect-src 'self' ws: wss:; "
    "font-src 'self'; "
    "form-action 'self'; "
    "manifest-src 'self'; "
    "base-uri 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _CSP,
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
_SHOP_PATHS = ("shop", "product", "shipping", "returns", "sizes", "about", "account", "cart")
_NOT_BUILT = (
    "<!doctype html><meta charset=utf-8><title>Samtal</title>"
    "<p>The frontend is not built yet. Run <code>make run</code>."
)


def page_routes(frontend: Path, *, demo: bool) -> list[web.RouteDef]:
    """Fixed names are revalidated each time; hashed ones under /assets never change."""
    routes = [
        web.get("/widget.js", _file(frontend / "widget.js", cors=True)),
        web.get("/help.css", _file(frontend / "help.css", cors=False)),
        web.get("/widget/{path:.+}", _folder(frontend / "widget", cors=True)),
        web.get("/assets/{path:.+}", _folder(frontend / "assets", immutable=True)),
        web.get("/api/docs", _page(frontend / "reference" / "index.html")),
    ]
    for app in ("console", "marketing"):
        page = _page(frontend / app / "index.html")
        routes += [web.get(f"/{app}", page), web.get(f"/{app}/{{path:.*}}", page)]
    if demo:
        shop = _page(frontend / "shop" / "index.html")
        routes.append(web.get("/", shop))
        for path in _SHOP_PATHS:
            routes += [web.get(f"/{path}", shop), web.get(f"/{path}/{{path:.*}}", shop)]
    return routes


def _page(path: Path) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def serve(_: web.Request) -> web.StreamResponse:
        if not await asyncio.to_thread(path.is_file):
            return web.Response(
                text=_NOT_BUILT, content_type="text/html", status=503, headers=_HEADERS
            )
        return web.FileResponse(path, headers={**_HEADERS, "Cache-Control": "no-cache"})

    return serve


def _file(path: Path, *, cors: bool) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def serve(_: web.Request) -> web.StreamResponse:
        if not await asyncio.to_thread(path.is_file):
            raise web.HTTPNotFound
        return web.FileResponse(path, headers=_asset_headers(cors=cors, immutable=False))

    return serve


def _folder(
    folder: Path, *, cors: bool = False, immutable: bool = False
) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    root = folder.resolve()

    async def serve(request: web.Request) -> web.StreamResponse:
        try:
            path = (root / request.match_info["path"]).resolve()
            found = path.is_relative_to(root) and path.is_file()
        except (ValueError, OSError) as error:
            # NUL in the name, or longer than names may be.
            raise web.HTTPNotFound from error
        if not found:
            raise web.HTTPNotFound
        return web.FileResponse(path, headers=_asset_headers(cors=cors, immutable=immutable))

    return serve


def _asset_headers(*, cors: bool, immutable: bool) -> dict[str, str]:
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable" if immutable else "no-cache",
        "Cross-Origin-Resource-Policy": "cross-origin" if cors else "same-origin",
    }
    if cors:
        headers["Access-Control-Allow-Origin"] = "*"
    return headers
