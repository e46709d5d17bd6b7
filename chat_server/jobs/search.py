"""Words become findable a moment after they were said, apart from the commit that keeps them."""

from __future__ import annotations

from chat_server.domain.live import LiveEvent, MessageCreated
from chat_server.domain.ports import Store

from .wakened import Delay, Wakened

# What is said in so many seconds is indexed together.
_GATHERED = 1.0
# Words that were said as a hub died are indexed by the first look of the next one.
_SWEEP_EVERY = 60.0


def indexing() -> Wakened:
    """Of what is said."""
    return Wakened("search", sweep_every=_SWEEP_EVERY, concerns=_of)


async def index_words(store: Store) -> Delay:
    """All that were said until now."""
    await store.catch_up()
    return None


def _of(event: LiveEvent) -> Delay:
    return _GATHERED if isinstance(event, MessageCreated) else None
