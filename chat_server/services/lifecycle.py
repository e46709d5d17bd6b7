"""The end of dialogues that nobody ends: the bot answered and the visitor left."""

from __future__ import annotations

from datetime import timedelta

from chat_server.domain.conversation import SYSTEM, Conversation, Status
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Clock, Store

from .snapshots import changes

_AT_ONCE = 50


class Lifecycle:
    """Only the bot's dialogues end by themselves; a person ends a person's."""

    def __init__(self, store: Store, clock: Clock, idle: timedelta) -> None:
        self._store = store
        self._clock = clock
        self._idle = idle

    async def end_idle(self) -> int:
        """Resolves what has been idle long enough; how many there were."""
        before = self._clock() - self._idle
        async with self._store.read() as tx:
            found = await tx.conversations.idle(before, _AT_ONCE)
        return sum([await self._end(conversation.id) for conversation in found])

    async def _end(self, conversation_id: str) -> bool:
        async with self._store.begin() as tx:
            conversation = await tx.conversations.lock(conversation_id)
            if conversation is None or not self._is_idle(conversation):
                return False
            step = conversation.resolve(SYSTEM, self._clock())
            await tx.save(step)
            await tx.flush()
            tx.tell(*await changes(tx, conversation, conversation.owner, step.messages))
            return True

    def _is_idle(self, conversation: Conversation) -> bool:
        """Asked again under the lock: somebody may have written, or another hub ended it."""
        return (
            conversation.status is Status.OPEN
            and conversation.owner.kind is OwnerKind.BOT
            and conversation.updated_at < self._clock() - self._idle
        )
