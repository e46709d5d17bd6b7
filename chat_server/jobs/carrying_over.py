"""What was committed goes from SQLite's journal into its file a moment later, so that no commit has to."""

from __future__ import annotations

from chat_server.domain.ports import Store

from .wakened import Delay, Wakened

# What is committed in so many seconds is carried over together; a page that changed often goes once.
_GATHERED = 1.0
# Chores and other hubs write too, and tell nobody here.
_SWEEP_EVERY = 60.0


def carrying_over() -> Wakened:
    """After every commit that somebody is told of."""
    return Wakened(
        "carrying_over", sweep_every=_SWEEP_EVERY, rest=_GATHERED, concerns=lambda _: _GATHERED
    )


async def carry_over(store: Store) -> Delay:
    """Until nothing new came: jobs write more after a message than they tell of."""
    return _GATHERED if await store.carry_over() else None
