"""Connections that end leave nothing in memory, without the collector having to look through everything."""

from __future__ import annotations

import asyncio
import gc
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.hub.running import LocalHub

_MANY = 20
_WITHIN = 20.0
_HELLO = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)


@pytest.fixture(autouse=True)
def _nothing_is_collected() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def kept() -> int:
    return sum(isinstance(one, web.WebSocketResponse) for one in gc.get_objects())


async def vanishing(hub: LocalHub) -> asyncio.StreamWriter:
    """Connected; it will go without a word."""
    reader, writer = await asyncio.open_connection("127.0.0.1", hub.port)
    writer.write(_HELLO.encode())
    answer = await reader.readuntil(b"\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 101")
    await reader.readuntil(b"{")
    return writer


@pytest.mark.parametrize("how", ["close", "abort"])
async def test_who_goes_without_a_word_is_not_kept(sqlite_hub: LocalHub, how: str) -> None:
    before = kept()
    writers = [await vanishing(sqlite_hub) for _ in range(_MANY)]
    assert kept() == before + _MANY
    for writer in writers:
        getattr(writer.transport, how)()
    async with asyncio.timeout(_WITHIN):
        while kept() > before:
            await asyncio.sleep(0.05)
