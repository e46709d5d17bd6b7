"""Sends what was promised."""

from __future__ import annotations

import asyncio

from chat_server.services.outbox import Outbox

WORKERS = 4
_LOOK_EVERY = 1.0
_SWEEP_EVERY = 3600.0


async def send_promised(outbox: Outbox) -> None:
    """One worker; runs until cancelled."""
    while True:
        while await outbox.run_next():
            pass
        await asyncio.sleep(_LOOK_EVERY)


async def forget_finished(outbox: Outbox) -> None:
    """Runs until cancelled."""
    while True:
        await outbox.sweep()
        await asyncio.sleep(_SWEEP_EVERY)
