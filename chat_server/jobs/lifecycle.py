"""Looks for dialogues that time alone must move on."""

from __future__ import annotations

import asyncio

from chat_server.services.lifecycle import Lifecycle

_LOOK_EVERY = 10.0


async def watch_time(lifecycle: Lifecycle) -> None:
    """Runs until cancelled."""
    while True:
        await lifecycle.sweep()
        await asyncio.sleep(_LOOK_EVERY)
