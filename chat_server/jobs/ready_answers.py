"""Figures that marketers looked at lately are counted anew before they are too old to be shown."""

from __future__ import annotations

import asyncio

from chat_server.services.ready_answers import ReadyAnswers

# No answer is kept for a shorter time than some of these.
_EVERY = 10.0


async def keep_ready(ready: ReadyAnswers) -> None:
    """Until cancelled; each hub its own."""
    while True:
        await ready.keep_up()
        await asyncio.sleep(_EVERY)
