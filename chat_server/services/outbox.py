"""Takes promised deliveries to their end: claim, send outside any transaction, record."""

from __future__ import annotations

import random
from datetime import timedelta

import structlog

from chat_server.domain.conversation import SYSTEM, Conversation
from chat_server.domain.live import DeliveryPromised, LiveEvent
from chat_server.domain.mail import Mail
from chat_server.domain.message import Content
from chat_server.domain.outbox import Delivery, DeliveryKind, DeliveryState
from chat_server.domain.ports import Clock, Mailer, MailError, Store, Transaction
from chat_server.metrics import DELIVERIES

from .campaigns.mailing import Later, Mailing, Needless
from .mails import Unwritten, write
from .rise_mails import try_again, write_rise_mail
from .snapshots import changes

_log = structlog.get_logger(__name__)
# Longer than the longest try: only a hub that died leaves one to end by itself.
LEASE = timedelta(seconds=60)
KEPT = timedelta(days=30)


class Outbox:
    """At least once: a hub killed after sending and before recording sends again, under the same Message-ID."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        mailer: Mailer | None,
        *,
        alone: bool = False,
        mailing: Mailing | None = None,
        site: str = "",
    ) -> None:
        self._store = store
        self._clock = clock
        self._mailer = mailer
        self._domain = mailer.domain if mailer else None
        self._alone = alone
        self._mailing = mailing or Mailing("", "")
        self._site = site.rstrip("/")

    async def begin(self) -> None:
        """A hub that works alone need not wait for the leases of the one that was killed."""
        if self._alone:
            async with self._store.begin() as tx:
                await tx.outbox.end_leases()

    def concerns(self, event: LiveEvent) -> float | None:
        """Seconds until what was promised is due."""
        match event:
            case DeliveryPromised(due_at):
                return (due_at - self._clock()).total_seconds()
            case _:
                return None

    async def next_due(self) -> float | None:
        """Seconds until a delivery is due, of those that nobody has; None when there is none."""
        async with self._store.read() as tx:
            due = await tx.outbox.next_due()
        return None if due is None else (due - self._clock()).total_seconds()

    async def run_next(self) -> bool:
        """Takes one delivery to the end of this try; False when none is due."""
        claimed = await self._claim()
        if claimed is None:
            return False
        delivery, mail = claimed
        if mail is not None:
            await self._send(delivery, mail)
        return True

    async def sweep(self) -> int:
        """Forgets what was finished long ago, addresses with it."""
        async with self._store.begin() as tx:
            return await tx.outbox.sweep(self._clock() - KEPT)

    async def _claim(self) -> tuple[Delivery, Mail | None] | None:
        async with self._store.begin() as tx:
            delivery = await tx.outbox.claim(self._clock(), LEASE)
            if delivery is None:
                return None
            if delivery.kind is DeliveryKind.CAMPAIGN_MAIL:
                return delivery, await self._write_campaign_mail(tx, delivery)
            if delivery.kind is DeliveryKind.RISE_MAIL:
                return delivery, await self._write_rise_mail(tx, delivery)
            written = await write(tx, delivery, self._domain)
            if not isinstance(written, Unwritten):
                return delivery, written
            delivery.finish(DeliveryState.NEEDLESS, self._clock(), written.why)
            if written.tell:
                await self._tell(tx, delivery, "unreachable", f"Not read yet. {written.why}")
            return delivery, None

    async def _write_campaign_mail(self, tx: Transaction, delivery: Delivery) -> Mail | None:
        now = self._clock()
        if self._domain is None:
            delivery.leased_until, delivery.due_at = None, now + LEASE
            return None
        match await self._mailing.write(tx, delivery, now, self._domain):
            case Mail() as mail:
                return mail
            case Later(at):
                delivery.leased_until, delivery.due_at = None, at
            case Needless(why):
                delivery.finish(DeliveryState.NEEDLESS, now, why)
        return None

    async def _write_rise_mail(self, tx: Transaction, delivery: Delivery) -> Mail | None:
        now = self._clock()
        if self._domain is None:
            delivery.finish(DeliveryState.NEEDLESS, now, "This hub has no mail server.")
            return None
        return await write_rise_mail(tx, delivery, now, self._site, self._domain)

    async def _send(self, claimed: Delivery, mail: Mail) -> None:
        error: MailError | None = None
        try:
            assert self._mailer is not None  # noqa: S101 - without one nothing is written
            await self._mailer.send(mail)
        except MailError as failure:
            error = failure
        except Exception as failure:  # noqa: BLE001 - whatever it is, it counts as a failed try
            _log.exception("delivery_failed", delivery_id=claimed.id)
            error = MailError(type(failure).__name__, for_good=False)
        await self._record(claimed, mail, error)

    async def _record(self, claimed: Delivery, mail: Mail, error: MailError | None) -> None:
        async with self._store.begin() as tx:
            delivery = await tx.outbox.lock(claimed.id)
            if delivery is None or delivery.state is not DeliveryState.WAITING:
                return
            # A success counts whoever has it by now; a failure only while it is still ours.
            now = self._clock()
            if delivery.kind is DeliveryKind.CAMPAIGN_MAIL:
                await self._settle_campaign_mail(tx, delivery, mail, error)
            elif delivery.kind is DeliveryKind.RISE_MAIL:
                self._settle_rise_mail(delivery, mail, error)
            elif error is None:
                delivery.finish(DeliveryState.SENT, now)
                await self._tell(tx, delivery, "emailed", "Sent by e-mail.")
            elif delivery.attempts == claimed.attempts and self._fail(delivery, mail, error):
                told = f"The e-mail was not delivered: {delivery.outcome}"
                await self._tell(tx, delivery, "email_failed", told)
        DELIVERIES.labels(delivery.kind.value, _outcome(delivery)).inc()

    async def _settle_campaign_mail(
        self, tx: Transaction, delivery: Delivery, mail: Mail, error: MailError | None
    ) -> None:
        again = await self._mailing.settle(tx, delivery, error, self._clock())
        if error is None:
            delivery.finish(DeliveryState.SENT, self._clock())
        elif not again:
            delivery.finish(
                DeliveryState.DEAD, self._clock(), "unsure" if error.unsure else "bounced"
            )
        elif self._fail(delivery, mail, error):
            await self._mailing.give_up(tx, delivery)

    def _settle_rise_mail(self, delivery: Delivery, mail: Mail, error: MailError | None) -> None:
        """Rather none than two: where the server fell silent, nobody tries again."""
        now = self._clock()
        if error is None:
            delivery.finish(DeliveryState.SENT, now)
        elif error.unsure:
            delivery.finish(DeliveryState.DEAD, now, "unsure")
        else:
            try_again(delivery)
            self._fail(delivery, mail, error)

    def _fail(self, delivery: Delivery, mail: Mail, error: MailError) -> bool:
        """Later again, or never, which is true."""
        luck = random.random()  # noqa: S311 - spreads tries, guards nothing
        # Servers like to repeat the address, which has no place in notes and logs.
        why = str(error).replace(mail.to, "the address")
        return delivery.fail(self._clock(), why, for_good=error.for_good, luck=luck)

    async def _tell(self, tx: Transaction, delivery: Delivery, code: str, text: str) -> None:
        """A note that agents see in the dialogue and visitors do not."""
        if delivery.conversation_id is None:
            return
        conversation = await tx.conversations.lock(delivery.conversation_id)
        if conversation is None:
            return
        client_id = _note_id(conversation, delivery, code)
        if await tx.messages.by_client_id(conversation.id, SYSTEM.sender, client_id):
            return
        content: Content = {"type": "text", "text": text, "code": code}
        step = conversation.note(SYSTEM, content, client_id, self._clock())
        await tx.save(step)
        await tx.flush()
        tx.tell(*await changes(tx, conversation, conversation.owner, step.messages))


def _note_id(conversation: Conversation, delivery: Delivery, code: str) -> str:
    """That nobody can be reached is said once by owner, not once by reply."""
    once = conversation.owner.epoch if code == "unreachable" else delivery.id
    return f"{code}:{once}"


def _outcome(delivery: Delivery) -> str:
    retried = delivery.state is DeliveryState.WAITING
    return "retry" if retried else delivery.state.value
