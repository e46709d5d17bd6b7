"""Whose request it is: the peer's address, or what a trusted proxy says it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web


@dataclass(frozen=True)
class Peers:
    """`X-Forwarded-For` counts only when the request itself comes from one of `trusted_proxies`."""

    trusted_proxies: frozenset[str]

    def of(self, request: web.Request) -> str:
        """An address."""
        peer = request.remote or "unknown"
        if peer not in self.trusted_proxies and "*" not in self.trusted_proxies:
            return peer
        forwarded = request.headers.get("X-Forwarded-For", "")
        return forwarded.rsplit(",", 1)[-1].strip() or peer

    def __call__(self, environ: Mapping[str, Any]) -> str:
        """Of a Socket.IO connection; its own REMOTE_ADDR is always 127.0.0.1."""
        request: web.Request = environ["aiohttp.request"]
        return self.of(request)


PEER = web.AppKey("peer", Peers)
