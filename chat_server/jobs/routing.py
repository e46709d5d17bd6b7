"""Routes whenever something about the queue or the agents has changed, and when a time has run out."""

from __future__ import annotations

import asyncio

from chat_server.services.routing import Routing
from chat_server.services.waits import Waits

from .wakened import Delay, Wakened, soonest

# Each hub routes what its own commits call for; this is for those that died before they could.
_SWEEP_EVERY = 15.0
# Many may change at once; each sweep looks at all who wait.
_BREATH = 0.1


def assigning(routing: Routing) -> Wakened:
    """Of who waits, and of those who answer."""
    return Wakened("routing", sweep_every=_SWEEP_EVERY, concerns=routing.concerns)


async def route(routing: Routing, waits: Waits) -> Delay:
    """Gives and takes back; then tells those who still wait for how long."""
    routed = await routing.sweep()
    await asyncio.sleep(_BREATH)
    return soonest(routed, await waits.refresh())
