"""Looks for dialogues that have gone quiet."""

from __future__ import annotations

import asyncio

from chat_server.services.lifecycle import Lifecycle

_LOOK_EVERY = 30.0


async def end_idle_dialogues(lifecycle: Lifecycle) -> None:
    """Runs until cancelled."""
    while True:
        await lifecycle.end_idle()
        await asyncio.sleep(_LOOK_EVERY)
