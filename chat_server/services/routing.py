"""Gives those who wait to agents, and takes back from agents who do not answer."""

from __future__ import annotations

from chat_server.domain.agent import Availability
from chat_server.domain.attention import taken_back
from chat_server.domain.conversation import Conversation, Status
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.inbox import RoutingMode
from chat_server.domain.live import ConversationAssigned, PresenceChanged
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Clock, Store
from chat_server.domain.routing import Offer, offers

from .queue_line import desks, line_up
from .snapshots import changes, snapshot


class Routing:
    """Every choice is made from a snapshot and carried out only if the snapshot still holds.

    Two hubs may sweep at once: the row lock and the owner decide, and the later one does nothing.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def sweep(self) -> None:
        """Takes back what was not answered, then gives what waits."""
        for conversation_id in await self._overdue():
            await self._take_back(conversation_id)
        for offer in await self._offers():
            await self._give(offer)

    # ------------------------------------------------------------- taking back

    async def _overdue(self) -> list[str]:
        now = self._clock()
        async with self._store.read() as tx:
            inboxes = {inbox.id: inbox for inbox in await tx.inboxes.all()}
            agents = {agent.id: agent for agent in await tx.agents.all()}
            automatic = [i.id for i in inboxes.values() if i.routing is RoutingMode.AUTOMATIC]
            gone = [agent.id for agent in agents.values() if agent.gone_at is not None]
            found = await tx.conversations.attended(automatic, gone)
        return [
            one.id
            for one in found
            if taken_back(one, inboxes[one.inbox_id], agents.get(one.owner.agent_id or ""), now)
        ]

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

    async def _offers(self) -> list[Offer]:
        now = self._clock()
        async with self._store.read() as tx:
            automatic = {i.id for i in await tx.inboxes.all() if i.routing is RoutingMode.AUTOMATIC}
            waiting = [one for one in await tx.conversations.waiting() if one.inbox_id in automatic]
            if not waiting:
                return []
            return offers(await line_up(tx, waiting, now), await desks(tx), now)

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


def _waits(conversation: Conversation) -> bool:
    return conversation.owner.kind is OwnerKind.QUEUE and conversation.status is Status.OPEN
