"""Forgets everywhere what the database has forgotten."""

from __future__ import annotations

from chat_server.domain.errors import Unavailable
from chat_server.domain.live import ErasureBegun
from chat_server.services.erasures import Erasures

from .wakened import Delay, Wakened

# What another hub began and did not live to end.
_SWEEP_EVERY = 60.0
_AGAIN = 5.0


def forgetting() -> Wakened:
    """As soon as something is forgotten."""
    return Wakened("erasures", sweep_every=_SWEEP_EVERY, rest=0.2, after={ErasureBegun: 0.0})


async def forget_everywhere(erasures: Erasures) -> Delay:
    """Again until all have heard of it."""
    try:
        return await erasures.settle()
    except Unavailable:
        return _AGAIN
