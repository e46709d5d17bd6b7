"""A bad line: late, uneven, dripping, cut in the middle, half closed, or dead without a word."""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self

from tests.services.proxy import Proxy

_PIECE = 65_536


@dataclass
class LossyLine(Proxy):
    """Every piece is late by `delay` ± `jitter` and keeps its place; one in `1/resets` breaks its line."""

    jitter: float = 0.0
    resets: float = 0.0
    # Bytes a second; 0 is as fast as it goes.
    drip: int = 0
    # A line is cut after so many bytes in one direction; 0 is never.
    cut_after: int = 0
    seed: int = 0
    broken: int = 0
    _dead: set[asyncio.StreamWriter] = field(default_factory=set)
    _dice: random.Random = field(default_factory=random.Random)

    async def __aenter__(self) -> Self:
        self._dice = random.Random(self.seed)
        return await super().__aenter__()

    def half_close(self) -> None:
        """Both ends are told that the other will say no more; what they say still arrives."""
        for writer in list(self._writers):
            with suppress(OSError, RuntimeError):
                writer.write_eof()

    def abandon(self) -> None:
        """Lines that are open now stay open and never bring anything again."""
        self._dead |= set(self._writers)

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        due: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        forward = asyncio.ensure_future(self._forward(due, writer))
        passed = 0
        try:
            while piece := await reader.read(self.drip or _PIECE):
                passed += len(piece)
                late = self.delay + self._dice.uniform(-self.jitter, self.jitter)
                due.put_nowait((time.monotonic() + late, piece))
                if self._dice.random() < self.resets or 0 < self.cut_after < passed:
                    self.broken += 1
                    raise ConnectionResetError
                if self.drip:
                    await asyncio.sleep(1)
            due.put_nowait((0.0, b""))
            await forward
        finally:
            forward.cancel()

    async def _forward(
        self, due: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter
    ) -> None:
        while True:
            at, piece = await due.get()
            await self._open.wait()
            await asyncio.sleep(max(at - time.monotonic(), 0))
            if writer in self._dead:
                continue
            if not piece:
                break
            writer.write(piece)
            await writer.drain()
        with suppress(OSError, RuntimeError):
            writer.write_eof()
