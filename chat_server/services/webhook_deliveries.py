"""What happens goes to webhooks: read from the log, promised by id, sent outside any transaction, recorded."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import structlog

from chat_server.domain.desk import AuditLine
from chat_server.domain.errors import Unavailable
from chat_server.domain.events import Event
from chat_server.domain.ids import new_id
from chat_server.domain.ports import Carrier, Clock, Store
from chat_server.domain.webhooks.body import body_of
from chat_server.domain.webhooks.delivery import Answer, HookDelivery, HookState
from chat_server.domain.webhooks.events import OF_LINES, WebhookEvent
from chat_server.domain.webhooks.webhook import Texts, Webhook
from chat_server.metrics import DELIVERIES

from .masking import Masking, beside
from .secret_box import SecretBox
from .webhook_headers import headers_of

_log = structlog.get_logger(__name__)
# Longer than the longest try: only a hub that died leaves one to end by itself.
LEASE = timedelta(seconds=60)
KEPT = timedelta(days=30)
# Lines of the log looked at together, and deliveries sent under one lease.
_LINES, _AT_ONCE = 200, 20
# By this a receiver says that it wants no more.
_GONE = 410


class WebhookDeliveries:
    """At least once: a hub killed after sending and before recording sends again, under the same event id."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        box: SecretBox,
        carrier: Carrier,
        masking: Masking,
        *,
        alone: bool = False,
    ) -> None:
        self._store = store
        self._clock = clock
        self._box = box
        self._carrier = carrier
        self._masking = masking
        self._alone = alone

    async def begin(self) -> None:
        """A hub that works alone need not wait for the leases of the one that was killed."""
        if self._alone:
            async with self._store.begin() as tx:
                await tx.webhooks.end_leases()

    async def any(self) -> bool:
        """Whether anybody is to be told anything."""
        async with self._store.read() as tx:
            return bool(await tx.webhooks.all())

    async def promise(self) -> bool:
        """The next lines of the log; whether there may be more.

        How far it came is kept in the commit of what it promises: nothing is passed by, and nothing promised twice.
        """
        async with self._store.read() as tx:
            reached = await tx.webhooks.reached()
            head = await tx.log.head(reached, _LINES)
            if head <= reached:
                return False
            lines = await tx.webhooks.lines(reached, head)
        async with self._store.begin() as tx:
            if await tx.webhooks.reached(lock=True) != reached:
                return True  # another hub was first
            hooks = await tx.webhooks.all()
            about = {line.conversation_id for line in lines if line.conversation_id}
            living = await tx.webhooks.living(about) if hooks else set()
            for line in lines:
                if line.conversation_id is None or line.conversation_id in living:
                    tx.add(*(self._promised(hook, line) for hook in hooks if _concerns(hook, line)))
            await tx.webhooks.reach(head)
        return True

    async def next_due(self) -> float | None:
        """Seconds until the next try; None when nothing waits."""
        now = self._clock()
        async with self._store.read() as tx:
            due = await tx.webhooks.next_due()
        return None if due is None else (due - now).total_seconds()

    async def send_some(self) -> bool:
        """Some of one webhook's, in their order, until one is not taken; False when nothing is due."""
        holder = new_id()
        async with self._store.begin() as tx:
            claimed = await tx.webhooks.claim(holder, self._clock(), LEASE, _AT_ONCE)
        if claimed is None:
            return False
        webhook, due = claimed
        for delivery in due:
            if not await self._send(webhook, delivery, holder):
                break
        async with self._store.begin() as tx:
            held = await tx.webhooks.lock(webhook.id)
            if held is not None and held.holder == holder:
                held.let_go()
        return True

    async def sweep(self) -> int:
        """Forgets what was promised long ago."""
        async with self._store.begin() as tx:
            return await tx.webhooks.sweep(self._clock() - KEPT)

    def _promised(self, webhook: Webhook, line: Event) -> HookDelivery:
        now = self._clock()
        return HookDelivery(
            id=new_id(),
            webhook_id=webhook.id,
            event_id=line.id,
            type=OF_LINES[line.type],
            sequence=line.position,
            conversation_id=line.conversation_id,
            created_at=now,
            due_at=now,
        )

    async def _send(self, webhook: Webhook, delivery: HookDelivery, holder: str) -> bool:
        """Whether to go on with the next one."""
        try:
            body = await self._body(webhook, delivery)
            if body is None:
                return await self._give_up(delivery)
            secret = self._box.open(webhook.secret)
            headers = headers_of(delivery, body, secret, self._clock())
            answer = await self._carrier.carry(webhook.url, body, headers)
        except Unavailable:
            raise  # our own database: that is no fault of theirs
        except Exception as failure:  # noqa: BLE001 - whatever it is, it counts as a failed try
            _log.exception("webhook_failed", webhook_id=webhook.id)
            answer = Answer(None, type(failure).__name__, 0)
        return await self._record(webhook, delivery, answer, holder)

    async def _give_up(self, delivery: HookDelivery) -> bool:
        async with self._store.begin() as tx:
            gone = await tx.webhooks.delivery(delivery.id)
            if gone is not None:
                gone.give_up(self._clock(), "What it was about is not there any more.")
        return True

    async def _record(
        self, webhook: Webhook, tried: HookDelivery, answer: Answer, holder: str
    ) -> bool:
        now, luck = self._clock(), random.random()  # noqa: S311 - spreads tries, guards nothing
        outcome = "delivered" if answer.taken else "retry"
        DELIVERIES.labels("webhook", outcome).inc()
        async with self._store.begin() as tx:
            hook = await tx.webhooks.lock(webhook.id)
            delivery = await tx.webhooks.delivery(tried.id)
            if hook is None or delivery is None:
                return False
            ours = hook.holder == holder
            # A success counts whoever has it by now; a failure only while it is still ours.
            if delivery.state is HookState.WAITING and (ours or answer.taken):
                delivery.tried(answer, now, luck)
            if not ours:
                return False
            if not answer.taken:
                if hook.refused_one(now, answer.why, for_good=answer.status == _GONE, luck=luck):
                    tx.add(_paused(hook, now))
                return False
            hook.took_one()
            hook.claim(holder, now, LEASE)
            return hook.paused_at is None and hook.url == webhook.url

    async def _body(self, webhook: Webhook, delivery: HookDelivery) -> bytes | None:
        async with self._store.read() as tx:
            line = await tx.webhooks.line(delivery.event_id)
            if line is None:
                return None
            inbox = await tx.inboxes.get(line.inbox_id)
            message = None
            if delivery.type == WebhookEvent.MESSAGE_CREATED:
                message = await tx.messages.get(line.id)
                if message is None:
                    return None
            key = inbox.key if inbox is not None else None
            if message is None or webhook.texts is not Texts.MASKED or line.contact_id is None:
                return body_of(line, key, message, words=webhook.texts is not Texts.NONE)
            contact_id = line.contact_id
            masks = await self._masking.of(tx, {contact_id})
        masked = await beside(lambda: masks.message(message, contact_id))
        return body_of(line, key, masked, words=True)


def _concerns(webhook: Webhook, line: Event) -> bool:
    return OF_LINES[line.type] in webhook.events and line.at >= webhook.created_at


def _paused(webhook: Webhook, now: datetime) -> AuditLine:
    which = f"{webhook.name} ({webhook.id}): {webhook.pause_reason}"
    return AuditLine(new_id(), now, "system", "Samtal", "webhook_paused", None, which[:300])
