"""What contacts say can be found again a moment later."""

from __future__ import annotations

import asyncio

from chat_server.domain.live import LiveEvent, MessageCreated
from chat_server.services.memory import Recall

from .claimed import Claim
from .wakened import Delay, Wakened

# What is said in so many seconds is read together.
_GATHERED = 2.0
_SWEEP_EVERY = 60.0
# Between two parts of much that is to be read: messages go first.
_BREATH = 0.02


def reading() -> Wakened:
    """Of what is said."""
    return Wakened("recall", sweep_every=_SWEEP_EVERY, rest=_GATHERED, concerns=_of)


async def read_what_was_said(claim: Claim, recall: Recall) -> Delay:
    """All until now; by one hub for all."""
    if not await claim.is_held():
        return await claim.look_again()
    while await recall.read_on():
        await asyncio.sleep(_BREATH)
        if not await claim.is_held():
            return await claim.look_again()
    return None


def _of(event: LiveEvent) -> Delay:
    return _GATHERED if isinstance(event, MessageCreated) else None
