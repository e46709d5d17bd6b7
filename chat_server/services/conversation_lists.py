"""The lists agents watch."""

from __future__ import annotations

from chat_server.domain.live import Snapshot
from chat_server.domain.ports import Store

from .access import AgentCaller, Permission, any_conversation, require
from .masking import Masking
from .queue_line import in_turn
from .snapshots import snapshot, snapshots

_RECENT = 200


class ConversationLists:
    """Mine, waiting and all that are not resolved."""

    def __init__(self, store: Store, masking: Masking) -> None:
        self._store = store
        self._masking = masking

    async def view(self, caller: AgentCaller, view: str, inbox_id: str | None) -> list[Snapshot]:
        """`mine`, `queue` or `all`, in the order they are shown; the latter two of one inbox or, with None, of every one."""
        require(caller, Permission.ANSWER)
        async with self._store.read() as tx:
            if view == "mine":
                found = await tx.conversations.owned_by(caller.agent_id)
            elif view == "queue":
                found = await in_turn(tx, await tx.conversations.waiting(inbox_id))
            else:
                found = await tx.conversations.recent(inbox_id, _RECENT)
            return await snapshots(tx, found)

    async def one(self, caller: AgentCaller, conversation_id: str) -> Snapshot:
        """By id."""
        require(caller, Permission.READ_DIALOGUES)
        async with self._store.read() as tx:
            found = await snapshot(tx, await any_conversation(tx, conversation_id))
            return (await self._masking.snapshots(tx, caller, [found]))[0]
