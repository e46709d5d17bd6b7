"""One campaign's mail to one contact, and the addresses that mails go to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from chat_server.domain.ids import event_id

if TYPE_CHECKING:
    from datetime import datetime

# An address that refused mails of so many campaigns for good gets no more.
MOST_BOUNCES = 2


class MailState(StrEnum):
    """`SENDING` is written down before the server is asked: whoever finds it later does not know, and leaves it."""

    PLANNED = "planned"
    PROMISED = "promised"
    SENDING = "sending"
    SENT = "sent"
    BOUNCED = "bounced"
    FAILED = "failed"
    UNKNOWN = "unknown"
    SKIPPED = "skipped"
    CANCELLED = "cancelled"


UNDER_WAY = (MailState.PLANNED, MailState.PROMISED, MailState.SENDING)
# What counts as having heard of us.
HEARD = (MailState.SENDING, MailState.SENT, MailState.UNKNOWN)


class Reason(StrEnum):
    """Why somebody of the audience gets nothing."""

    GONE = "gone"
    NO_CONSENT = "no_consent"
    NO_ADDRESS = "no_address"
    DO_NOT_CONTACT = "do_not_contact"
    SAME_ADDRESS = "same_address"
    CAPPED = "capped"
    BUDGET = "budget"


@dataclass
class CampaignMail:
    """Its id is that of the campaign and the contact together, so there is never a second one."""

    id: str
    campaign_id: str
    contact_id: str
    address_digest: str | None
    state: MailState
    due_at: datetime
    reason: str | None = None
    sent_at: datetime | None = None

    def end(self, state: MailState, reason: str | None = None) -> None:
        """No more of it."""
        self.state, self.reason = state, reason


class Refusal(StrEnum):
    """Why an address gets no campaign's mail."""

    UNSUBSCRIBED = "unsubscribed"
    BOUNCED = "bounced"
    ASKED = "asked"


@dataclass
class MailAddress:
    """What is known of an address, by its digest: it outlives the contact, who may be forgotten and come back."""

    digest: str
    bounces: int = 0
    bounced_at: datetime | None = None
    refused_at: datetime | None = None
    refusal: Refusal | None = None
    soft_bounces: int = 0

    def bounce(self, now: datetime) -> None:
        """Refused for good; again and again is too much."""
        self.bounces, self.bounced_at = self.bounces + 1, now
        if self.bounces >= MOST_BOUNCES:
            self.refuse(Refusal.BOUNCED, now)

    def refuse_for_good(self, now: datetime) -> None:
        """The mail server says that there is nobody: once is enough."""
        self.bounces, self.bounced_at = self.bounces + 1, now
        self.refuse(Refusal.BOUNCED, now)

    def lift(self) -> None:
        """As if nothing had been heard of it."""
        self.refused_at = self.refusal = self.bounced_at = None
        self.bounces = self.soft_bounces = 0

    def refuse(self, why: Refusal, now: datetime) -> None:
        """From here on; the first reason stays."""
        if self.refused_at is None:
            self.refused_at, self.refusal = now, why

    def refuses(self, agreed_at: datetime | None) -> bool:
        """A later yes takes an unsubscribing back, and nothing else."""
        if self.refused_at is None:
            return False
        agreed_since = agreed_at is not None and agreed_at > self.refused_at
        return not (self.refusal is Refusal.UNSUBSCRIBED and agreed_since)

    def wants_nothing(self, agreed_at: datetime | None) -> bool:
        """As `refuses`, by somebody's wish and not because mail does not arrive."""
        return self.refusal is not Refusal.BOUNCED and self.refuses(agreed_at)


def mail_id(campaign_id: str, contact_id: str) -> str:
    """The same two give the same."""
    return event_id("campaign_mail", campaign_id, contact_id)


def address_digest(address: str) -> str:
    """However it is written; without a secret, because a changed one would forget who wants no mail."""
    return hashlib.sha256(address.strip().casefold().encode()).hexdigest()
