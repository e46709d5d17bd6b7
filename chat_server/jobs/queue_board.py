"""Shows the queue after it has moved: once for all moves of a moment."""

from __future__ import annotations

from chat_server.domain.live import QueueMoved
from chat_server.services.snapshots import QueueBoard

from .wakened import Delay, Wakened

# Hundreds may join within a second; each showing costs a look at all of them.
_REST = 0.5
# The last move of a hub that died before it showed it.
_SWEEP_EVERY = 60.0


def showing() -> Wakened:
    """Of who comes and goes."""
    return Wakened("queue_board", sweep_every=_SWEEP_EVERY, rest=_REST, after={QueueMoved: 0.0})


async def show_queue(board: QueueBoard) -> Delay:
    """As it is now."""
    await board.show()
    return None
