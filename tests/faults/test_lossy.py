"""The bad line is as bad as it says."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import pytest

from tests.faults.lossy import LossyLine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


@pytest.fixture
async def echo() -> AsyncIterator[int]:
    """A server that sends back what it gets, and says goodbye when it is told."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while piece := await reader.read(1000):
            writer.write(piece)
        writer.write(b"bye")
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    yield server.sockets[0].getsockname()[1]
    server.close()


async def joined(line: LossyLine) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    return await asyncio.open_connection("127.0.0.1", line.port)


async def test_everything_is_late_and_in_order(echo: int) -> None:
    async with LossyLine(echo, delay=0.1, jitter=0.05) as line:
        reader, writer = await joined(line)
        began = time.monotonic()
        for number in range(10):
            writer.write(bytes([number]))
            await writer.drain()
            await asyncio.sleep(0.005)
        assert await reader.readexactly(10) == bytes(range(10))
        assert time.monotonic() - began >= 0.1
        writer.close()


async def test_a_line_is_cut_after_so_many_bytes(echo: int) -> None:
    async with LossyLine(echo, cut_after=50) as line:
        reader, writer = await joined(line)
        writer.write(b"x" * 40)
        assert len(await reader.readexactly(40)) == 40
        writer.write(b"x" * 40)
        with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
            await reader.readexactly(40)
        assert line.broken > 0
        writer.close()


async def test_a_dripping_line_takes_its_time(echo: int) -> None:
    async with LossyLine(echo, drip=2) as line:
        reader, writer = await joined(line)
        began = time.monotonic()
        writer.write(b"1234")
        assert await reader.readexactly(4) == b"1234"
        assert time.monotonic() - began > 0.9
        writer.close()


async def test_a_half_closed_line_still_brings_the_answer(echo: int) -> None:
    async with LossyLine(echo) as line:
        reader, writer = await joined(line)
        writer.write(b"hello")
        assert await reader.readexactly(5) == b"hello"
        line.half_close()
        assert await asyncio.wait_for(reader.read(), 3) in {b"", b"bye"}
        writer.close()
