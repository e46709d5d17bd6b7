"""Who answers: accept, assign, transfer, back to the bot; and the end of a dialogue."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from chat_server.domain.absence import wake_time
from chat_server.domain.conversation import Conversation, Step
from chat_server.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from chat_server.domain.facts.fact import FactSource
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.facts.statement import Statement
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.ids import new_id
from chat_server.domain.live import ConversationAssigned, Snapshot
from chat_server.domain.message import Author, AuthorKind, Content
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Clock, Store, Transaction

from .access import AgentCaller, Permission, any_conversation, may_answer, require
from .memory import end_with, remember
from .snapshots import changes, snapshot


class Assignments:
    """Every change of owner or status that an agent makes."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def accept(self, caller: AgentCaller, conversation_id: str) -> Snapshot:
        """The first to accept has it; the second is refused with Conflict."""

        async def move(tx: Transaction, conversation: Conversation) -> Step:
            agent = await tx.agents.get(caller.agent_id)
            if agent is not None and agent.removed_at is not None:
                raise NotAllowed("This account was taken away.")
            if agent is not None:
                agent.idle_since = self._clock()
            return conversation.accept(caller.agent_id, caller.name, self._clock())

        return await self._change(caller, conversation_id, move, assigned="accepted")

    async def assign(
        self,
        caller: AgentCaller,
        conversation_id: str,
        agent_id: str | None,
        *,
        team_id: str | None = None,
        note: str | None = None,
    ) -> Snapshot:
        """To a colleague, to a team's queue, or back to those waiting, where its place is kept.

        What a colleague answers is theirs to give away; supervisors may.
        """

        async def move(tx: Transaction, conversation: Conversation) -> Step:
            _require_to_give_away(caller, conversation)
            now = self._clock()
            noted = _noted(conversation, caller, note, now)
            if team_id is not None and await tx.teams.get(team_id) is None:
                raise NotFound("There is no such team.")
            if agent_id is None:
                to_team = team_id or conversation.team_id
                return noted.then(
                    conversation.to_team(to_team, now)
                    if to_team
                    else conversation.requeue(HandoffReason.TRANSFER, now)
                )
            agent = await tx.agents.get(agent_id)
            if agent is None or not may_answer(agent):
                raise NotFound("There is no such agent.")
            agent.idle_since = now
            conversation.team_id = team_id or conversation.team_id
            return noted.then(conversation.transfer(agent.id, agent.name, now))

        return await self._change(caller, conversation_id, move, assigned="transferred")

    async def take_over(self, caller: AgentCaller, conversation_id: str, epoch: int) -> Snapshot:
        """A supervisor answers instead of a colleague; refused when it has changed hands since."""
        require(caller, Permission.SUPERVISE)

        async def move(_: Transaction, conversation: Conversation) -> Step:
            conversation.require_epoch(epoch)
            return conversation.transfer(caller.agent_id, caller.name, self._clock())

        return await self._change(caller, conversation_id, move, assigned="taken_over")

    async def return_to_bot(
        self,
        caller: AgentCaller,
        conversation_id: str,
        note: str | None,
        learned: Sequence[Statement] = (),
    ) -> Snapshot:
        """With what the human learned: facts for the bot to use, and a note for it and for colleagues."""

        async def move(tx: Transaction, conversation: Conversation) -> Step:
            inbox = await tx.inboxes.get(conversation.inbox_id)
            contact = await tx.contacts.get(conversation.contact_id)
            name, now = inbox.bot_name if inbox else "Bot", self._clock()
            if conversation.owner.kind is OwnerKind.BOT:
                return conversation.return_to_bot(_author(caller), name, note, now)
            noted = _noted(conversation, caller, note, now)
            _require_facts(learned)
            if contact is not None:
                await remember(
                    tx,
                    contact,
                    learned,
                    source=FactSource.AGENT,
                    by=_author(caller),
                    clock=self._clock,
                    conversation=conversation,
                )
            return noted.then(conversation.return_to_bot(_author(caller), name, note, now))

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
            await end_with(tx, conversation, self._clock())
            tx.tell(*await changes(tx, conversation, former, step.messages))
            now = await snapshot(tx, conversation)
            moved = conversation.owner.epoch != former.epoch
            if assigned and moved and conversation.owner.kind is OwnerKind.AGENT:
                tx.tell(ConversationAssigned(now, assigned))
            return now


def _author(caller: AgentCaller) -> Author:
    return Author(AuthorKind.AGENT, caller.agent_id, caller.name)


def _require_to_give_away(caller: AgentCaller, conversation: Conversation) -> None:
    owner = conversation.owner
    if owner.agent_id not in {None, caller.agent_id} and not caller.can(Permission.SUPERVISE):
        raise Conflict(f"{owner.name} is answering this conversation.")


def _require_facts(learned: Sequence[Statement]) -> None:
    for one in learned:
        kind = FACT_KINDS.get(one.key)
        if kind is None:
            raise Invalid("There is no such kind of fact.", {"key": ", ".join(FACT_KINDS)})
        if one.value is not None and kind.clean(one.value) is None:
            raise Invalid(f"This is no {kind.label}.", {one.key: one.value})


def _noted(
    conversation: Conversation, caller: AgentCaller, note: str | None, now: datetime
) -> Step:
    if not note:
        return Step()
    content: Content = {"type": "text", "text": note}
    return conversation.note(_author(caller), content, f"transfer:{new_id()}", now)
