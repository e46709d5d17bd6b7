"""Sends what was promised."""

from __future__ import annotations

import asyncio

from chat_server.domain.errors import Unavailable
from chat_server.services.outbox import Outbox

_SIDE_BY_SIDE = 4
_LOOK_EVERY = 1.0
_SWEEP_EVERY = 3600.0


async def send_promised(outbox: Outbox) -> None:
    """One looks out, several send; runs until cancelled."""
    while True:
        if await _send_next(outbox):
            await asyncio.gather(*(_send_all(outbox) for _ in range(_SIDE_BY_SIDE)))
        await asyncio.sleep(_LOOK_EVERY)


async def forget_finished(outbox: Outbox) -> None:
    """Runs until cancelled."""
    while True:
        await outbox.sweep()
        await asyncio.sleep(_SWEEP_EVERY)


async def _send_all(outbox: Outbox) -> None:
    while await _send_next(outbox):
        pass


async def _send_next(outbox: Outbox) -> bool:
    """A database that is away is tried again at the next look; what was claimed comes back with its lease."""
    try:
        return await outbox.run_next()
    except Unavailable:
        return False
