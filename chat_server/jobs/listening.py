"""What is said to people is listened to a moment later, apart from the commit that keeps it."""

from __future__ import annotations

import asyncio

from chat_server.domain.live import LiveEvent, MessageCreated
from chat_server.services.memory import CatchingUp

from .claimed import Claim
from .wakened import Delay, Wakened

# What is said in so many seconds is listened to together.
_GATHERED = 1.0
_SWEEP_EVERY = 60.0
# Between two parts of much that was said: messages go first.
_BREATH = 0.02


def listening() -> Wakened:
    """To what is said."""
    return Wakened("listening", sweep_every=_SWEEP_EVERY, rest=_GATHERED, concerns=_of)


async def listen(claim: Claim, catching_up: CatchingUp) -> Delay:
    """To all until now; by one hub for all."""
    if not await claim.is_held():
        return await claim.look_again()
    while await catching_up.listen_on():
        await asyncio.sleep(_BREATH)
        if not await claim.is_held():
            return await claim.look_again()
    return None


def _of(event: LiveEvent) -> Delay:
    return _GATHERED if isinstance(event, MessageCreated) else None
