"""Sends what was promised."""

from __future__ import annotations

import asyncio

from chat_server.domain.errors import Unavailable
from chat_server.services.outbox import Outbox

from .wakened import Delay, Wakened

_SIDE_BY_SIDE = 4
# What another hub promised and did not live to send.
_SWEEP_EVERY = 15.0
# What is due and cannot be claimed is being claimed by another hub at this moment.
_REST = 0.2
_FORGET_EVERY = 3600.0


def sending(outbox: Outbox) -> Wakened:
    """Of what this hub promises."""
    return Wakened("outbox", sweep_every=_SWEEP_EVERY, rest=_REST, concerns=outbox.concerns)


async def send_promised(outbox: Outbox) -> Delay:
    """One looks out, several send."""
    due = await outbox.next_due()
    if due is None or due > 0:
        return due
    await asyncio.gather(*(_send_all(outbox) for _ in range(_SIDE_BY_SIDE)))
    return await outbox.next_due()


async def forget_finished(outbox: Outbox) -> None:
    """Runs until cancelled."""
    while True:
        await outbox.sweep()
        await asyncio.sleep(_FORGET_EVERY)


async def _send_all(outbox: Outbox) -> None:
    """A database that is away is tried again at the next look; what was claimed comes back with its lease."""
    try:
        while await outbox.run_next():
            pass
    except Unavailable:
        return
