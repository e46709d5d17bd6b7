"""Words become findable a moment after they were said, apart from the commit that keeps them."""

from __future__ import annotations

from chat_server.domain.live import MessageCreated
from chat_server.domain.ports import Store

from .unhurried import Slices, Spare
from .wakened import Delay, Wakened

# What is said in so many seconds is indexed together.
_GATHERED = 1.0
# Words that were said as a hub died are indexed by the first look of the next one.
_SWEEP_EVERY = 60.0


def indexing() -> Wakened:
    """Of what is said."""
    return Wakened("search", sweep_every=_SWEEP_EVERY, after={MessageCreated: _GATHERED})


async def index_words(store: Store, spare: Spare) -> Delay:
    """All that were said until now, in time that is left over: who searches earlier has the rest indexed first."""
    more = True
    while more:
        slices = Slices(spare)
        more = await store.catch_up_some()
        await slices()
    return None
