"""Looks for sudden rises."""

from __future__ import annotations

from chat_server.services.rises import Rises

from .claimed import Claim
from .wakened import Delay, Wakened

# What is heard of a day that is over comes in the hours after it.
_LOOK_EVERY = 900.0


def watching() -> Wakened:
    """Now and then; nobody has to tell."""
    return Wakened("rises", sweep_every=_LOOK_EVERY)


async def watch(claim: Claim, rises: Rises) -> Delay:
    """One hub for all of them."""
    if not await claim.is_held():
        return await claim.look_again()
    await rises.look()
    return None
