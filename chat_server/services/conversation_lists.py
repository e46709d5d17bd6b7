"""The lists agents watch."""

from __future__ import annotations

from chat_server.domain.errors import NotFound
from chat_server.domain.live import Snapshot
from chat_server.domain.ports import Store

from .access import AgentCaller, Permission, any_conversation, require
from .snapshots import snapshot, snapshots

_RECENT = 200


class ConversationLists:
    """Mine, waiting and all that are not resolved."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def view(self, caller: AgentCaller, view: str, inbox_key: str | None) -> list[Snapshot]:
        """`mine`, `queue` or `all`, in the order they are shown."""
        require(caller, Permission.ANSWER)
        async with self._store.read() as tx:
            inbox_id = None
            if inbox_key is not None:
                inbox = await tx.inboxes.by_key(inbox_key)
                if inbox is None:
                    raise NotFound("There is no such inbox.")
                inbox_id = inbox.id
            if view == "mine":
                found = await tx.conversations.owned_by(caller.agent_id)
            elif view == "queue":
                found = await tx.conversations.waiting(inbox_id)
            else:
                found = await tx.conversations.recent(inbox_id, _RECENT)
            return await snapshots(tx, found)

    async def one(self, caller: AgentCaller, conversation_id: str) -> Snapshot:
        """By id."""
        require(caller, Permission.READ_DIALOGUES)
        async with self._store.read() as tx:
            return await snapshot(tx, await any_conversation(tx, conversation_id))
