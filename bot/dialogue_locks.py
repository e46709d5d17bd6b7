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
            while not await self._taken(conversation_id):  # noqa: ASYNC110
                await asyncio.sleep(_LOOK_EVERY)
            over = asyncio.Event()
            prolonging = asyncio.create_task(self._prolong(conversation_id, over))
            prolonging.add_done_callback(_looked_at)
            try:
                yield
            finally:
                over.set()
                try:
                    # A lease that is being prolonged would outlive its being given back.
                    await asyncio.wait({prolonging})
                finally:
                    await self._rows.let_go(conversation_id, self._holder)

    async def _taken(self, conversation_id: str) -> bool:
        """Take the lease if it is free.

        Up to Python 3.11 ``asyncio.wait_for``, with which the Redis client sends, loses a cancellation that meets its
        answer: who was told to stop waiting would wait on.
        """
        taken = await self._rows.take(conversation_id, self._holder, LEASE)
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            if taken:
                await self._rows.let_go(conversation_id, self._holder)
            raise asyncio.CancelledError
        return taken

    @asynccontextmanager
    async def hold_here(self, conversation_id: str) -> AsyncIterator[None]:
        """While no turn of it runs in this process."""
        async with self._here.hold(conversation_id):
            yield

    async def _prolong(self, conversation_id: str, over: asyncio.Event) -> None:
        held = True
        while held:
            try:
                async with asyncio.timeout(_PROLONG_EVERY):
                    await over.wait()
            except TimeoutError:
                held = await self._rows.take(conversation_id, self._holder, LEASE)
            else:
                return


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
