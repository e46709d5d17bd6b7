"""Who answers: accept, assign, transfer, back to the bot; and the end of a dialogue."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime

from chat_server.domain.absence import wake_time
from chat_server.domain.conversation import Conversation, Step
from chat_server.domain.errors import NotFound
from chat_server.domain.fact import FactSource, Statement
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.live import ConversationAssigned, Snapshot
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Clock, Store, Transaction

from .access import AgentCaller, Permission, any_conversation, require
from .memory import remember
from .snapshots import changes, snapshot


class Assignments:
    """Every change of owner or status that an agent makes."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def accept(self, caller: AgentCaller, conversation_id: str) -> Snapshot:
        """The first to accept has it; the second is refused with Conflict."""

        async def move(_: Transaction, conversation: Conversation) -> Step:
            return conversation.accept(caller.agent_id, caller.name, self._clock())

        return await self._change(caller, conversation_id, move, assigned="accepted")

    async def assign(
        self, caller: AgentCaller, conversation_id: str, agent_id: str | None
    ) -> Snapshot:
        """To a colleague, or without one to those waiting."""

        async def move(tx: Transaction, conversation: Conversation) -> Step:
            if agent_id is None:
                return conversation.requeue(HandoffReason.TRANSFER, self._clock())
            agent = await tx.agents.get(agent_id)
            if agent is None or not AgentCaller(agent.id, agent.name, agent.role).can(
                Permission.ANSWER
            ):
                raise NotFound("There is no such agent.")
            return conversation.transfer(agent.id, agent.name, self._clock())

        return await self._change(caller, conversation_id, move, assigned="transferred")

    async def return_to_bot(
        self, caller: AgentCaller, conversation_id: str, note: str | None
    ) -> Snapshot:
        """With what the human learned."""

        async def move(tx: Transaction, conversation: Conversation) -> Step:
            inbox = await tx.inboxes.get(conversation.inbox_id)
            name = inbox.bot_name if inbox else "Bot"
            return conversation.return_to_bot(_author(caller), name, note, self._clock())

        return await self._change(caller, conversation_id, move)

    async def resolve(self, caller: AgentCaller, conversation_id: str, *, solved: bool) -> Snapshot:
        """Ends it; a solved problem is no longer kept as open."""

        async def move(tx: Transaction, conversation: Conversation) -> Step:
            contact = await tx.contacts.get(conversation.contact_id)
            if solved and contact is not None:
                await remember(
                    tx,
                    contact,
                    [Statement("open_problem", None, 1.0)],
                    source=FactSource.AGENT,
                    by=_author(caller),
                    clock=self._clock,
                )
            return conversation.resolve(_author(caller), self._clock())

        return await self._change(caller, conversation_id, move)

    async def reopen(self, caller: AgentCaller, conversation_id: str) -> Snapshot:
        """Takes it up again."""

        async def move(_: Transaction, conversation: Conversation) -> Step:
            return conversation.reopen(_author(caller), self._clock())

        return await self._change(caller, conversation_id, move)

    async def snooze(
        self, caller: AgentCaller, conversation_id: str, until: datetime | None = None
    ) -> Snapshot:
        """Sets it aside until somebody writes or the time has come."""

        async def move(_: Transaction, conversation: Conversation) -> Step:
            conversation.snooze(wake_time(until, self._clock()))
            return Step()

        return await self._change(caller, conversation_id, move)

    async def tag(self, caller: AgentCaller, conversation_id: str, tags: list[str]) -> Snapshot:
        """Replaces the tags."""

        async def move(_: Transaction, conversation: Conversation) -> Step:
            conversation.tags = list(dict.fromkeys(tags))
            return Step()

        return await self._change(caller, conversation_id, move)

    async def _change(
        self,
        caller: AgentCaller,
        conversation_id: str,
        move: Callable[[Transaction, Conversation], Awaitable[Step]],
        *,
        assigned: str | None = None,
    ) -> Snapshot:
        require(caller, Permission.ANSWER)
        async with self._store.begin() as tx:
            conversation = await any_conversation(tx, conversation_id, lock=True)
            former = conversation.owner
            step = await move(tx, conversation)
            await tx.save(step)
            await tx.flush()
            tx.tell(*await changes(tx, conversation, former, step.messages))
            now = await snapshot(tx, conversation)
            moved = conversation.owner.epoch != former.epoch
            if assigned and moved and conversation.owner.kind is OwnerKind.AGENT:
                tx.tell(ConversationAssigned(now, assigned))
            return now


def _author(caller: AgentCaller) -> Author:
    return Author(AuthorKind.AGENT, caller.agent_id, caller.name)
