"""Facts that are past are marked so, once a day."""

from __future__ import annotations

import asyncio

from chat_server.services.memory import Tidying

from .claimed import Claim

_EVERY = 24 * 3600.0


async def tidy_facts(claim: Claim, tidying: Tidying) -> None:
    """By one hub, soon after it starts and every day from then on, until cancelled."""
    while True:
        if await claim.is_held():
            await tidying.sweep()
        await asyncio.sleep(_EVERY)
