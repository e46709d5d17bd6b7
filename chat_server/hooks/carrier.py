"""Deliveries by HTTP: one try, within bounds."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from chat_server.domain.webhooks.address import is_literal, is_public
from chat_server.domain.webhooks.delivery import Answer

from .resolver import PublicResolver

# Connecting, sending and the head of the answer together: well within a worker's lease.
DEADLINE: Final = 10.0
# Of an answer's body nobody reads more: it only lets the connection be used again.
_MOST_READ = 16_384
_BODY_WITHIN = 1.0
_MOST_CONNECTIONS = 20


class HttpCarrier:
    """Follows no redirect, sends no cookie, heeds no proxy of the environment; `anywhere` also to private addresses."""

    def __init__(self, *, anywhere: bool, deadline: float = DEADLINE) -> None:
        self._anywhere = anywhere
        self._deadline = deadline
        self._session: aiohttp.ClientSession | None = None

    async def carry(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Never raises for what the other side does."""
        began = time.perf_counter()
        status: int | None = None
        error: str | None = None
        try:
            async with asyncio.timeout(self._deadline):
                status = await self._post(url, body, headers)
        except TimeoutError:
            error = f"no answer within {self._deadline:g} s"
        except (aiohttp.ClientError, OSError, ValueError) as failure:
            error = _said(failure)
        return Answer(status, error, round((time.perf_counter() - began) * 1000))

    async def close(self) -> None:
        """Ends what is open."""
        if self._session is not None:
            await self._session.close()

    async def _post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        host = urlsplit(url).hostname or ""
        # Addresses that need no looking up go past the resolver.
        if not self._anywhere and is_literal(host) and not is_public(host):
            raise OSError("the address is private")
        async with self._opened().post(
            url, data=body, headers=dict(headers), allow_redirects=False
        ) as response:
            await _let_end(response)
            return response.status

    def _opened(self) -> aiohttp.ClientSession:
        """Made where the loop runs."""
        if self._session is None:
            resolver = None if self._anywhere else PublicResolver()
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    resolver=resolver, use_dns_cache=False, limit=_MOST_CONNECTIONS
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                trust_env=False,
            )
        return self._session


async def _let_end(response: aiohttp.ClientResponse) -> None:
    """The status is what counts; a body that is short and soon over leaves a connection that can be used again."""
    left = _MOST_READ
    try:
        async with asyncio.timeout(_BODY_WITHIN):
            while left > 0 and (part := await response.content.read(left)):
                left -= len(part)
    except (TimeoutError, aiohttp.ClientError):
        left = 0
    if left <= 0:
        response.close()


def _said(error: Exception) -> str:
    """Without the address, which is known and may hold a token."""
    match error:
        case aiohttp.ClientConnectorCertificateError():
            return "its certificate is not good"
        case aiohttp.ClientConnectorError():
            return f"no connection: {' '.join(str(error.os_error).split())[:160]}"
        case aiohttp.ServerDisconnectedError():
            return "it hung up before it answered"
        case aiohttp.InvalidURL():
            return "this is no web address"
        case aiohttp.ClientError():
            return type(error).__name__
        case _:
            return " ".join(str(error).split())[:160] or type(error).__name__
