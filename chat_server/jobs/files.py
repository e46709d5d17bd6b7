"""Bytes without a message are deleted."""

from __future__ import annotations

from chat_server.domain.errors import Unavailable
from chat_server.services.files import FileSweeper

from .claimed import Claim
from .wakened import Delay, Wakened

_SWEEP_EVERY = 3600.0


def sweeping_files() -> Wakened:
    """Every hour; nobody has to tell."""
    return Wakened("files", sweep_every=_SWEEP_EVERY)


async def sweep_files(claim: Claim, sweeper: FileSweeper) -> Delay:
    """All that is old enough not to be on its way."""
    if not await claim.is_held():
        return await claim.look_again()
    try:
        await sweeper.sweep()
    except Unavailable:
        return None
    return None
