"""What time does to dialogues: notices, ends, wake-ups, and word to those who wait in vain."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from chat_server.domain.absence import Idle, idleness
from chat_server.domain.conversation import SYSTEM, Conversation, Status, Step
from chat_server.domain.inbox import Inbox
from chat_server.domain.live import ConversationAssigned
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Clock, Store, Transaction

from .memory import end_with
from .offline import tell_if_nobody_is_there
from .snapshots import changes, snapshot

_AT_ONCE = 50
_Move = Callable[[Transaction, Conversation, Inbox], Awaitable[Step]]


class Lifecycle:
    """Every move is decided again under the conversation's lock, so several hubs make it once."""

    def __init__(self, store: Store, clock: Clock, *, mail: bool = False) -> None:
        self._store = store
        self._clock = clock
        self._mail = mail

    async def next_due(self) -> float | None:
        """Seconds until something may be due; when a desk closes is not foreseen."""
        now = self._clock()
        found: list[datetime | None] = []
        async with self._store.read() as tx:
            inboxes = {inbox.id: inbox for inbox in await tx.inboxes.all()}
            outlooks = await tx.absences.outlook()
            staffed = not any(each.untold for each in outlooks) or await tx.agents.any_online()
            for outlook in outlooks:
                inbox = inboxes[outlook.inbox_id]
                found.append(outlook.next_due(inbox))
                if outlook.untold and not (staffed and inbox.is_open(now)):
                    found.append(now)
        return min(((due - now).total_seconds() for due in found if due is not None), default=None)

    async def sweep(self) -> int:
        """All that is due; how many dialogues were moved."""
        return await self.end_idle() + await self.wake_snoozed() + await self.tell_waiting()

    async def end_idle(self) -> int:
        """Notices to the silent, and ends for those who were given notice and stayed silent."""
        now = self._clock()
        found: list[str] = []
        async with self._store.read() as tx:
            for inbox in await tx.inboxes.all():
                for owner in (OwnerKind.BOT, OwnerKind.AGENT):
                    patience = inbox.idle_patience(owner)
                    if patience is not None:
                        found += await tx.absences.silent(inbox.id, owner, now - patience, _AT_ONCE)
                found += await tx.absences.noticed(inbox.id, now - inbox.idle_close, _AT_ONCE)
        return await self._each(found, self._idle)

    async def wake_snoozed(self) -> int:
        """Those whose time has come are open again, and whoever answers them is told."""
        async with self._store.read() as tx:
            found = await tx.absences.to_wake(self._clock(), _AT_ONCE)
        return await self._each(found, self._wake)

    async def tell_waiting(self) -> int:
        """Those who wait when people close or leave hear of it as those who come too late do."""
        found: list[str] = []
        async with self._store.read() as tx:
            staffed = await tx.agents.any_online()
            for inbox in await tx.inboxes.all():
                if not staffed or not inbox.is_open(self._clock()):
                    found += await tx.absences.untold(inbox.id, _AT_ONCE)
        return await self._each(found, self._tell_offline)

    async def _each(self, conversation_ids: Sequence[str], move: _Move) -> int:
        return sum([await self._change(each, move) for each in conversation_ids])

    async def _change(self, conversation_id: str, move: _Move) -> bool:
        async with self._store.begin() as tx:
            conversation = await tx.conversations.lock(conversation_id)
            inbox = await tx.inboxes.get(conversation.inbox_id) if conversation else None
            if conversation is None or inbox is None:
                return False
            former, before = conversation.owner, conversation.status
            step = await move(tx, conversation, inbox)
            if not step.messages and conversation.status is before:
                return False
            await tx.save(step)
            await tx.flush()
            await end_with(tx, conversation, self._clock())
            tx.tell(*await changes(tx, conversation, former, step.messages))
            if before is Status.SNOOZED and conversation.owner.kind is OwnerKind.AGENT:
                tx.tell(ConversationAssigned(await snapshot(tx, conversation), "woken"))
            return True

    async def _idle(self, _: Transaction, conversation: Conversation, inbox: Inbox) -> Step:
        now = self._clock()
        match idleness(conversation, inbox, now):
            case Idle.NOTICE:
                conversation.idle_noticed_at = now
                minutes = inbox.idle_close_minutes
                text = f"Still there? We'll close this chat in {_minutes(minutes)}."
                client_id = f"idle_notice:{conversation.last_seq + 1}"
                return conversation.tell("idle_notice", text, client_id, now, minutes=minutes)
            case Idle.CLOSE:
                text = "This conversation was closed because it went quiet."
                return conversation.resolve(SYSTEM, now, text, reason="idle")
            case Idle.NOTHING:
                return Step()

    async def _wake(self, _: Transaction, conversation: Conversation, __: Inbox) -> Step:
        due = conversation.snoozed_until
        if conversation.status is Status.SNOOZED and due is not None and due <= self._clock():
            return conversation.reopen(SYSTEM, self._clock())
        return Step()

    async def _tell_offline(self, tx: Transaction, conversation: Conversation, _: Inbox) -> Step:
        staffed, now = await tx.agents.any_online(), self._clock()
        return await tell_if_nobody_is_there(
            tx, conversation, now, staffed=staffed, mail=self._mail
        )


def _minutes(count: int) -> str:
    return "a minute" if count == 1 else f"{count} minutes"
