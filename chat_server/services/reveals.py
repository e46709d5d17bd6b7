"""Seeing who somebody is: with the right, for a reason, and on record."""

from __future__ import annotations

from dataclasses import dataclass

from chat_server.domain.agent import Agent
from chat_server.domain.desk import AuditFilter, AuditLine, RevealGrant
from chat_server.domain.errors import Invalid, NotFound
from chat_server.domain.message import Message
from chat_server.domain.ports import Clock, Slice, Store

from .access import RIGHTS, AgentCaller, Permission, any_conversation, require
from .auditing import audit_line

_MOST_MESSAGES = 500
_SHORTEST_REASON = 8
_ALL, _NEWEST = AuditFilter(), Slice()
REVEALED = "transcript_revealed"
GRANTED, TAKEN_BACK = "reveal_granted", "reveal_taken_back"


@dataclass(frozen=True)
class Reviewer:
    """An account that reads with masks, and whether it may reveal."""

    agent: Agent
    may_reveal: bool


class Reveals:
    """Lines of the audit are written in the same commit as what they record, and before anything is shown."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def reveal(self, caller: AgentCaller, conversation_id: str, reason: str) -> list[Message]:
        """A dialogue as it was written, without notes."""
        require(caller, Permission.REVEAL)
        reason = " ".join(reason.split())
        if len(reason) < _SHORTEST_REASON:
            raise Invalid("Say in a few words why you need to know.", {"reason": "too short"})
        async with self._store.begin() as tx:
            conversation = await any_conversation(tx, conversation_id)
            tx.add(self._line(caller, REVEALED, conversation.id, reason))
            await tx.flush()
            return await tx.messages.after(conversation.id, 0, _MOST_MESSAGES, public=True)

    async def audit(
        self,
        caller: AgentCaller,
        wanted: AuditFilter = _ALL,
        piece: Slice = _NEWEST,
    ) -> list[AuditLine]:
        """A page of those wanted, newest first."""
        require(caller, Permission.MANAGE)
        async with self._store.read() as tx:
            return await tx.desk.audit(wanted, piece)

    async def reviewers(self, caller: AgentCaller) -> list[Reviewer]:
        """Accounts that read with masks."""
        require(caller, Permission.MANAGE)
        async with self._store.read() as tx:
            granted = {one.agent_id for one in await tx.desk.grants()}
            found = [one for one in await tx.agents.all() if _reads_masks(one)]
        return [Reviewer(one, one.id in granted) for one in found]

    async def grant(self, caller: AgentCaller, agent_id: str, *, may_reveal: bool) -> Reviewer:
        """Gives the right or takes it back; again changes nothing."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            agent = await tx.agents.lock(agent_id)
            if agent is None or not _reads_masks(agent):
                raise NotFound("There is no such account.")
            held = await tx.desk.grant(agent.id)
            if may_reveal and held is None:
                tx.add(RevealGrant(agent.id, caller.agent_id, self._clock()))
                tx.add(self._line(caller, GRANTED, None, agent.name))
            elif held is not None and not may_reveal:
                await tx.desk.take_back(held)
                tx.add(self._line(caller, TAKEN_BACK, None, agent.name))
            return Reviewer(agent, may_reveal)

    def _line(
        self, caller: AgentCaller, action: str, conversation_id: str | None, reason: str
    ) -> AuditLine:
        return audit_line(caller, self._clock(), action, reason, conversation_id=conversation_id)


def _reads_masks(agent: Agent) -> bool:
    rights = RIGHTS[agent.role]
    if agent.removed_at is not None:
        return False
    return Permission.READ_DIALOGUES in rights and Permission.READ_CONTACTS not in rights
