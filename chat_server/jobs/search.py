"""Words become findable a moment after they were said, apart from the commit that keeps them."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from chat_server.domain.errors import Unavailable
from chat_server.domain.ports import Store

_EVERY = 1.0


async def index_words(store: Store) -> None:
    """Runs until cancelled."""
    while True:
        with suppress(Unavailable):
            await store.catch_up()
        await asyncio.sleep(_EVERY)
