"""Gives those who wait to agents, and takes back from agents who do not answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from chat_server.domain.agent import Availability
from chat_server.domain.attention import answer_by, taken_back
from chat_server.domain.conversation import Conversation, Status
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.inbox import Inbox, RoutingMode
from chat_server.domain.live import (
    ConversationAssigned,
    ConversationChanged,
    LiveEvent,
    MessageCreated,
    PresenceChanged,
    QueueMoved,
)
from chat_server.domain.message import AuthorKind
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Clock, Store
from chat_server.domain.routing import Offer, offers
from chat_server.domain.routing_rules import relaxed_at

from .queue_line import desks, line_up
from .snapshots import changes, snapshot


@dataclass
class _Found:
    """What one look at the database shows; `next_due` in seconds."""

    overdue: list[str] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    next_due: float | None = None

    def until(self, due: datetime | None, now: datetime) -> None:
        """A time that is still to come calls for a look."""
        if due is None or due <= now:
            return
        left = (due - now).total_seconds()
        self.next_due = left if self.next_due is None else min(self.next_due, left)


class Routing:
    """Every choice is made from a snapshot and carried out only if the snapshot still holds.

    Two hubs may sweep at once: the row lock and the owner decide, and the later one does nothing.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        # As of the last look, for what plain messages call for.
        self._gone: frozenset[str] = frozenset()
        self._patience: float | None = None

    def concerns(self, event: LiveEvent) -> float | None:
        """How soon to look after something happened; a time that a message begins is looked up when it may be over."""
        match event:
            case ConversationChanged() | PresenceChanged() | QueueMoved():
                return 0.0
            case MessageCreated(message, conversation):
                if message.author.kind is not AuthorKind.VISITOR:
                    return None
                return 0.0 if conversation.owner.agent_id in self._gone else self._patience
            case _:
                return None

    async def sweep(self) -> float | None:
        """Takes back what was not answered, then gives what waits; seconds until time alone changes something."""
        found = await self._look()
        for conversation_id in found.overdue:
            await self._take_back(conversation_id)
        if found.overdue:
            found = await self._look()
        for offer in found.offers:
            await self._give(offer)
        return found.next_due

    async def _look(self) -> _Found:
        now = self._clock()
        async with self._store.read() as tx:
            inboxes = {inbox.id: inbox for inbox in await tx.inboxes.all()}
            agents = {agent.id: agent for agent in await tx.agents.all()}
            automatic = {i.id for i in inboxes.values() if i.routing is RoutingMode.AUTOMATIC}
            gone = frozenset(one.id for one in agents.values() if one.gone_at or one.removed_at)
            self._gone, self._patience = gone, _patience(inboxes[each] for each in automatic)
            found = _Found()
            if automatic or gone:
                for one in await tx.conversations.attended(sorted(automatic), sorted(gone)):
                    inbox = inboxes[one.inbox_id]
                    if taken_back(one, inbox, agents.get(one.owner.agent_id or ""), now):
                        found.overdue.append(one.id)
                    else:
                        found.until(answer_by(one, inbox), now)
            if not automatic:
                return found
            waiting = [one for one in await tx.conversations.waiting() if one.inbox_id in automatic]
            for one in waiting:
                found.until(relaxed_at(one, inboxes[one.inbox_id]), now)
            if waiting:
                found.offers = offers(await line_up(tx, waiting, now), await desks(tx), now)
        return found

    # ------------------------------------------------------------- taking back

    async def _take_back(self, conversation_id: str) -> None:
        now = self._clock()
        async with self._store.begin() as tx:
            conversation = await tx.conversations.lock(conversation_id)
            if conversation is None or conversation.owner.agent_id is None:
                return
            inbox = await tx.inboxes.get(conversation.inbox_id)
            agent = await tx.agents.get(conversation.owner.agent_id)
            reason = taken_back(conversation, inbox, agent, now) if inbox else None
            if reason is None:
                return
            missed = reason is HandoffReason.NOT_ANSWERED and conversation.routed
            former = conversation.owner
            step = conversation.requeue(reason, now, pass_over=True)
            if agent is not None and missed and agent.availability is Availability.ONLINE:
                # Whoever lets a new visitor wait is not there, and says so by coming back.
                agent.availability = Availability.AWAY
                tx.tell(PresenceChanged(agent))
            await tx.save(step)
            await tx.flush()
            tx.tell(*await changes(tx, conversation, former, step.messages))

    # ------------------------------------------------------------------ giving

    async def _give(self, offer: Offer) -> None:
        now = self._clock()
        async with self._store.begin() as tx:
            conversation = await tx.conversations.lock(offer.conversation_id)
            agent = await tx.agents.lock(offer.agent_id)
            if conversation is None or not _waits(conversation) or agent is None:
                return
            room = agent.capacity - (await tx.conversations.loads()).get(agent.id, 0)
            if agent.availability is not Availability.ONLINE or room < 1:
                return
            former = conversation.owner
            step = conversation.route(agent.id, agent.name, now)
            agent.idle_since = now
            await tx.save(step)
            await tx.flush()
            tx.tell(*await changes(tx, conversation, former, step.messages))
            tx.tell(ConversationAssigned(await snapshot(tx, conversation), "routed"))


def _patience(inboxes: Iterable[Inbox]) -> float | None:
    """The shortest time after which a visitor's message is answered or the dialogue goes back."""
    return min(
        (float(inbox.reply_seconds) for inbox in inboxes if inbox.reply_seconds), default=None
    )


def _waits(conversation: Conversation) -> bool:
    return conversation.owner.kind is OwnerKind.QUEUE and conversation.status is Status.OPEN
