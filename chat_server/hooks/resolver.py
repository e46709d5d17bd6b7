"""Names are looked up so that none leads into the operator's own network."""

from __future__ import annotations

import socket

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver

from chat_server.domain.webhooks.address import is_public


class NotPublicError(OSError):
    """The name leads to an address that is not one of the internet at large."""


class PublicResolver(AbstractResolver):
    """What it answers is what is connected to: a name cannot change its mind in between."""

    def __init__(self, inner: AbstractResolver | None = None) -> None:
        self._inner = inner or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """Refused where a single one of the addresses is not public."""
        found = await self._inner.resolve(host, port, family)
        if not found or not all(is_public(one["host"]) for one in found):
            raise NotPublicError("the name leads to a private address")
        return found

    async def close(self) -> None:
        """As the one behind it."""
        await self._inner.close()
