"""Canned replies: agents insert them, administrators write them."""

from __future__ import annotations

from chat_server.domain.agent import CannedReply
from chat_server.domain.errors import Conflict, NotFound
from chat_server.domain.ids import new_id
from chat_server.domain.ports import Store, Transaction

from .access import AgentCaller, Permission, require


class CannedReplies:
    """A shortcut is given once."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def all(self, caller: AgentCaller) -> list[CannedReply]:
        """By shortcut."""
        require(caller, Permission.ANSWER)
        async with self._store.read() as tx:
            return await tx.agents.canned_replies()

    async def add(self, caller: AgentCaller, shortcut: str, text: str) -> CannedReply:
        """Conflict for a shortcut that is taken."""
        require(caller, Permission.MANAGE)
        reply = CannedReply(new_id(), shortcut, text)
        async with self._store.begin() as tx:
            await _require_free(tx, shortcut)
            tx.add(reply)
        return reply

    async def change(
        self, caller: AgentCaller, reply_id: str, *, shortcut: str | None, text: str | None
    ) -> CannedReply:
        """Sets what is given."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            reply = await _existing(tx, reply_id)
            if shortcut not in {None, reply.shortcut}:
                await _require_free(tx, shortcut or "")
            reply.shortcut = shortcut or reply.shortcut
            reply.text = text or reply.text
            await tx.flush()
            return reply

    async def remove(self, caller: AgentCaller, reply_id: str) -> None:
        """What was sent with it stays."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            await tx.agents.remove_canned_reply(await _existing(tx, reply_id))


async def _existing(tx: Transaction, reply_id: str) -> CannedReply:
    reply = await tx.agents.canned_reply(reply_id)
    if reply is None:
        raise NotFound("There is no such canned reply.")
    return reply


async def _require_free(tx: Transaction, shortcut: str) -> None:
    if any(known.shortcut == shortcut for known in await tx.agents.canned_replies()):
        raise Conflict("There is a canned reply with this shortcut.", {"shortcut": "taken"})
