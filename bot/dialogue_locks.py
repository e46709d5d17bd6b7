"""One turn of a conversation at a time, whichever process it is given to.

Within a process turns queue in the order they came. Between processes it is a lease, short and prolonged while the turn
runs: a process that is killed or frozen holds the dialogue up for less than a visitor's patience. A lease is no promise,
so who was overtaken writes nothing either (``DialogueMoved``).
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from uuid import uuid4

if TYPE_CHECKING:
    from dialogue_rows import DialogueRows

# Of the hub's deadline of two seconds, this much may pass until another process has the dialogue of one that died.
LEASE = 0.8
_PROLONG_EVERY = 0.25
_LOOK_EVERY = 0.02


class DialogueLocks:
    """Of this process, among those that share ``rows``."""

    def __init__(self, rows: DialogueRows) -> None:
        self._rows = rows
        self._holder = uuid4().hex
        self._here = ConversationLocks()

    @asynccontextmanager
    async def hold(self, conversation_id: str) -> AsyncIterator[None]:
        """Be alone with a conversation; waits as long as the caller lets it."""
        async with self._here.hold(conversation_id):
            # Another process has it, which tells nobody when it is done.
            while not await self._rows.take(conversation_id, self._holder, LEASE):  # noqa: ASYNC110
                await asyncio.sleep(_LOOK_EVERY)
            prolonging = asyncio.create_task(self._prolong(conversation_id))
            prolonging.add_done_callback(_looked_at)
            try:
                yield
            finally:
                prolonging.cancel()
                await self._rows.let_go(conversation_id, self._holder)

    @asynccontextmanager
    async def hold_here(self, conversation_id: str) -> AsyncIterator[None]:
        """While no turn of it runs in this process."""
        async with self._here.hold(conversation_id):
            yield

    async def _prolong(self, conversation_id: str) -> None:
        held = True
        while held:
            await asyncio.sleep(_PROLONG_EVERY)
            held = await self._rows.take(conversation_id, self._holder, LEASE)


def _looked_at(task: asyncio.Task[None]) -> None:
    """A lease that could not be prolonged ends, and then it counts who writes first."""
    if not task.cancelled():
        task.exception()


class ConversationLocks:
    """One lock per conversation, kept only while somebody holds or awaits it."""

    def __init__(self) -> None:
        self._locks: dict[str, tuple[asyncio.Lock, int]] = {}

    @asynccontextmanager
    async def hold(self, conversation_id: str) -> AsyncIterator[None]:
        """Be alone with a conversation; first come, first served."""
        lock, holders = self._locks.get(conversation_id, (asyncio.Lock(), 0))
        self._locks[conversation_id] = (lock, holders + 1)
        try:
            async with lock:
                yield
        finally:
            lock, holders = self._locks[conversation_id]
            if holders == 1:
                del self._locks[conversation_id]
            else:
                self._locks[conversation_id] = (lock, holders - 1)
