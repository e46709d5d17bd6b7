"""Writes campaigns' mails when they are sent, by what holds then, and keeps what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from chat_server.domain.campaigns.campaign import Campaign, CampaignState
from chat_server.domain.campaigns.mail import CampaignMail, MailState, Reason
from chat_server.domain.campaigns.marks import mark
from chat_server.domain.campaigns.newsletter import Envelope, Sender, newsletter_mail
from chat_server.domain.campaigns.quiet import quiet_until
from chat_server.domain.campaigns.verdict import Person, why_not
from chat_server.domain.consent import Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id
from chat_server.domain.inbox import Inbox
from chat_server.domain.mail import Mail
from chat_server.domain.outbox import Delivery
from chat_server.domain.ports import MailError, Transaction
from chat_server.services.memory.allowance import allowance_of

from .audience import people

_PAUSED_FOR = timedelta(minutes=1)


@dataclass(frozen=True)
class Needless:
    """It is not sent, and will not be."""

    why: str


@dataclass(frozen=True)
class Later:
    """It is tried again then."""

    at: datetime


class Mailing:
    """`site` is where links lead, `secret` signs them."""

    def __init__(self, site: str, secret: str) -> None:
        self._site = site.rstrip("/")
        self._secret = secret

    async def write(
        self, tx: Transaction, delivery: Delivery, now: datetime, domain: str
    ) -> Mail | Needless | Later:
        """Everything is asked again: a yes may have been taken back, and another campaign may have been first."""
        mail = await tx.campaigns.mail(delivery.id)
        campaign = await tx.elements.campaign(mail.campaign_id) if mail else None
        if mail is None or campaign is None:
            return Needless("the campaign is gone")
        if mail.state is MailState.SENDING:
            # Whoever had it died between asking the server and writing down what it said.
            mail.end(MailState.UNKNOWN, "hub_died")
            return Needless("nobody knows whether it was sent")
        if campaign.state is not CampaignState.RUNNING:
            return Later(now + _PAUSED_FOR)
        return await self._ask_again(tx, campaign, mail, now, domain)

    async def _ask_again(
        self, tx: Transaction, campaign: Campaign, mail: CampaignMail, now: datetime, domain: str
    ) -> Mail | Needless | Later:
        await tx.contacts.lock(mail.contact_id)
        contact = await tx.contacts.get(mail.contact_id)
        inbox = await tx.inboxes.get(contact.inbox_id) if contact else None
        if contact is None or inbox is None:
            return _skipped(mail, Reason.GONE)
        plan = campaign.reading
        until = quiet_until(plan.quiet, inbox.timezone, now)
        if until is not None:
            return Later(until)
        (person,) = await people(tx, plan, [contact.id], now)
        reason = why_not(person, plan.cap)
        if reason is not None or person.address is None:
            return _skipped(mail, reason or Reason.NO_ADDRESS)
        mail.state, mail.sent_at, mail.address_digest = MailState.SENDING, now, person.digest
        return await self._written(tx, campaign, contact, inbox, person, mail, domain)

    async def settle(
        self, tx: Transaction, delivery: Delivery, error: MailError | None, now: datetime
    ) -> bool:
        """What became of a try; whether there is to be another one."""
        mail = await tx.campaigns.mail(delivery.id)
        if mail is None:
            return False
        if mail.state is not MailState.SENDING:
            return False
        if error is None:
            mail.end(MailState.SENT)
            await note_mail(tx, mail, EventType.MAIL_SENT, now)
            return False
        if error.unsure:
            mail.end(MailState.UNKNOWN, "no_answer")
            return False
        mail.sent_at = None
        if error.for_good:
            mail.end(MailState.BOUNCED)
            await self.bounced(tx, mail, now)
            return False
        mail.state = MailState.PROMISED
        return True

    async def give_up(self, tx: Transaction, delivery: Delivery) -> None:
        """No server took it, as often as it was tried."""
        mail = await tx.campaigns.mail(delivery.id)
        if mail is not None:
            mail.end(MailState.FAILED)

    async def bounced(self, tx: Transaction, mail: CampaignMail, now: datetime) -> None:
        """The address is marked, and after some more written to no more."""
        if mail.address_digest is not None:
            (await tx.campaigns.address(mail.address_digest)).bounce(now)
        await note_mail(tx, mail, EventType.MAIL_BOUNCED, now)

    async def _written(
        self,
        tx: Transaction,
        campaign: Campaign,
        contact: Contact,
        inbox: Inbox,
        person: Person,
        mail: CampaignMail,
        domain: str,
    ) -> Mail:
        plan = campaign.reading
        measured = (await allowance_of(tx, contact)).allows(Purpose.ANALYTICS)
        link = f"{self._site}/r/{plan.element}" if plan.element else None
        pixel = None
        if measured:
            pixel = f"{self._site}/m/{mark('open', mail.id, self._secret)}.gif"
            link = f"{link}?m={mark('click', mail.id, self._secret)}" if link else None
        envelope = Envelope(
            mail_id=mail.id,
            to=person.address or "",
            name=contact.name,
            locale=contact.locale,
            link=link,
            unsubscribe=f"{self._site}/u/{mark('unsubscribe', mail.id, self._secret)}",
            pixel=pixel,
        )
        sender = Sender(inbox.name, inbox.locale, inbox.reply_email, domain)
        return newsletter_mail(plan.newsletter, envelope, sender)


async def note_mail(tx: Transaction, mail: CampaignMail, kind: EventType, now: datetime) -> None:
    """The line of the log about a mail; its id is made of the mail's, so there is one."""
    contact = await tx.contacts.get(mail.contact_id)
    campaign = await tx.elements.campaign(mail.campaign_id)
    inbox_id = contact.inbox_id if contact else (await tx.inboxes.all())[0].id
    element = campaign.reading.element if campaign else None
    await tx.flush()
    await tx.record(
        [
            Event(
                id=event_id(kind.value, mail.id),
                type=kind,
                at=now,
                inbox_id=inbox_id,
                actor_kind="system",
                contact_id=mail.contact_id,
                data={"campaign": mail.campaign_id, "element": element},
            )
        ]
    )


def _skipped(mail: CampaignMail, reason: Reason) -> Needless:
    mail.end(MailState.SKIPPED, reason.value)
    return Needless(reason.value)
