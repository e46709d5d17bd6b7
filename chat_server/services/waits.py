"""Estimates for those who wait: worked out again while somebody does, told, and kept in the log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from chat_server.domain.conversation import SYSTEM, Conversation
from chat_server.domain.events import EventType
from chat_server.domain.ids import event_id
from chat_server.domain.live import QueueMoved
from chat_server.domain.log_lines import line
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.domain.routing import slots
from chat_server.domain.stays import ENDS, begun_with, stays_by_team
from chat_server.domain.waiting import RECALL, QueuePace, Stay, pace

from .queue_line import desks, lines

# While somebody waits, the pace is worked out and told again this often.
_FRESH = timedelta(seconds=10)


@dataclass
class _Found:
    """What is new: the pace of each queue, and who began to wait at which place."""

    paces: list[QueuePace] = field(default_factory=list)
    begun: list[tuple[Conversation, dict[str, object]]] = field(default_factory=list)


class Waits:
    """Everyone who begins to wait leaves a line in the log with what they were told."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def refresh(self) -> float | None:
        """Does nothing while nobody waits, and little while nothing is new; seconds until it is stale again."""
        now = self._clock()
        async with self._store.read() as tx:
            waiting = await tx.conversations.waiting()
            if not waiting:
                return None
            new = await _new(tx, waiting)
            fresh = await self._fresh_for(tx)
            if not new and fresh > 0:
                return fresh
            found = await self._work_out(tx, waiting, new, now)
        async with self._store.begin() as tx:
            for known in found.paces:
                await tx.teams.keep(known)
            await self._begin(tx, found.begun, now)
            await tx.flush()
            tx.tell(QueueMoved())
        return _FRESH.total_seconds()

    async def _fresh_for(self, tx: Transaction) -> float:
        """Seconds for which what was worked out still holds."""
        last = max((known.at for known in await tx.teams.paces()), default=None)
        return 0.0 if last is None else (last + _FRESH - self._clock()).total_seconds()

    async def _work_out(
        self, tx: Transaction, waiting: Sequence[Conversation], new: set[str], now: datetime
    ) -> _Found:
        """Off the writer's lock: it reads much and writes nothing."""
        found, staff = _Found(), await desks(tx)
        by_id = {one.id: one for one in waiting}
        for queue in await lines(tx, waiting):
            stays = (await stays_of(tx, queue.inbox_id)).get(queue.team_id, [])
            known = QueuePace(queue.inbox_id, queue.team_id, now)
            known.keep(pace(stays, now), slots(staff, queue.team_id or None), now)
            found.paces.append(known)
            for position, one in enumerate(queue.waiting, start=1):
                if one.conversation_id in new:
                    expected = known.expect(position)
                    data = begun_with(position, known.slots, queue.team_id, expected)
                    found.begun.append((by_id[one.conversation_id], data))
        return found

    @staticmethod
    async def _begin(
        tx: Transaction, begun: Sequence[tuple[Conversation, dict[str, object]]], now: datetime
    ) -> None:
        """Asked again under the lock: they may have been taken, and another hub may have told them."""
        held = await tx.conversations.lock_all([seen.id for seen, _ in begun])
        known = await tx.log.known([_id(seen) for seen, _ in begun])
        made = []
        for seen, data in begun:
            conversation = held.get(seen.id)
            if conversation is None or conversation.owner != seen.owner or _id(seen) in known:
                continue
            epoch = conversation.owner.epoch
            made.append(line(conversation, EventType.WAIT_ESTIMATED, SYSTEM, now, epoch, data))
        await tx.record(made)


async def stays_of(tx: Transaction, inbox_id: str, limit: int = RECALL) -> dict[str, list[Stay]]:
    """The latest stays in an inbox's queues, by team, in the order in which they began."""
    begun = await tx.log.latest(EventType.WAIT_ESTIMATED, inbox_id, limit)
    ids = {event.conversation_id for event in begun if event.conversation_id}
    return stays_by_team(begun, await tx.log.of_conversations(ids, ENDS))


async def _new(tx: Transaction, waiting: Sequence[Conversation]) -> set[str]:
    known = await tx.log.known([_id(one) for one in waiting])
    return {one.id for one in waiting if _id(one) not in known}


def _id(conversation: Conversation) -> str:
    return event_id(conversation.id, EventType.WAIT_ESTIMATED, conversation.owner.epoch)
