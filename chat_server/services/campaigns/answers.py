"""What comes back from mails: people who want no more, and openings and clicks of those who allow to be counted."""

from __future__ import annotations

from chat_server.domain.campaigns.campaign import Campaign
from chat_server.domain.campaigns.mail import CampaignMail, Refusal
from chat_server.domain.campaigns.marks import MarkKind, marked
from chat_server.domain.consent import Consent, Purpose
from chat_server.domain.errors import NotFound
from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.services.memory import withdraw
from chat_server.services.memory.allowance import allowance_of


class MailAnswers:
    """For everyone who has a mail of ours; what we never signed is unknown."""

    def __init__(self, store: Store, clock: Clock, secret: str) -> None:
        self._store = store
        self._clock = clock
        self._secret = secret

    async def sender(self, given: str) -> tuple[str, str]:
        """Whose newsletter somebody is about to leave, and in which language they read it."""
        async with self._store.read() as tx:
            mail = await self._mail(tx, "unsubscribe", given)
            contact = await tx.contacts.get(mail.contact_id) if mail else None
            inbox = await tx.inboxes.get(contact.inbox_id) if contact else None
            inbox = inbox or (await tx.inboxes.all())[0]
            return inbox.name, (contact.locale if contact else None) or inbox.locale

    async def unsubscribe(self, given: str) -> None:
        """At once, and again changes nothing; who was forgotten meanwhile is written to by nobody."""
        now = self._clock()
        async with self._store.begin() as tx:
            mail = await self._mail(tx, "unsubscribe", given)
            if mail is None:
                return
            if mail.address_digest is not None:
                known = await tx.campaigns.address(mail.address_digest)
                known.refuse(Refusal.UNSUBSCRIBED, now)
            contact = await tx.contacts.get(mail.contact_id)
            if contact is not None:
                await tx.contacts.lock(contact.id)
                if (await allowance_of(tx, contact)).allows(Purpose.MARKETING):
                    tx.add(Consent(new_id(), contact.id, Purpose.MARKETING, granted=False, at=now))
                    await tx.flush()
                    await withdraw(tx, contact, Purpose.MARKETING, now)
            campaign = await self._count(tx, mail, EventType.UNSUBSCRIBED, named=True)
            if campaign is not None:
                campaign.unsubscribed += 1

    async def opened(self, given: str) -> None:
        """Once a mail, if whoever it went to still allows it."""
        async with self._store.begin() as tx:
            campaign = await self._measured(tx, "open", given, EventType.MAIL_OPENED)
            if campaign is not None:
                campaign.mail_opened += 1

    async def clicked(self, given: str) -> None:
        """As `opened`."""
        async with self._store.begin() as tx:
            campaign = await self._measured(tx, "click", given, EventType.MAIL_CLICKED)
            if campaign is not None:
                campaign.mail_clicked += 1

    async def _measured(
        self, tx: Transaction, kind: MarkKind, given: str, event: EventType
    ) -> Campaign | None:
        mail = await self._mail(tx, kind, given)
        contact = await tx.contacts.get(mail.contact_id) if mail else None
        if mail is None or contact is None:
            return None
        if not (await allowance_of(tx, contact)).allows(Purpose.ANALYTICS):
            return None
        return await self._count(tx, mail, event)

    async def _count(
        self, tx: Transaction, mail: CampaignMail, kind: EventType, *, named: bool = False
    ) -> Campaign | None:
        """The campaign, locked, the first time it happens; a line that is not `named` tells of nobody."""
        campaign, line = await tx.campaigns.lock(mail.campaign_id), event_id(kind.value, mail.id)
        if campaign is None or await tx.campaigns.happened(line):
            return None
        contact = await tx.contacts.get(mail.contact_id)
        event = Event(
            id=line,
            type=kind,
            at=self._clock(),
            inbox_id=contact.inbox_id if contact else (await tx.inboxes.all())[0].id,
            actor_kind="visitor",
            contact_id=mail.contact_id if named else None,
            data={"campaign": campaign.id, "element": campaign.reading.element},
        )
        await tx.flush()
        await tx.record([event])
        return campaign

    async def _mail(self, tx: Transaction, kind: MarkKind, given: str) -> CampaignMail | None:
        mail_id = marked(kind, given, self._secret)
        if mail_id is None:
            raise NotFound("There is no such link.")
        return await tx.campaigns.mail_of(mail_id)
