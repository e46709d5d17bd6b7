"""Addresses that no campaign writes to, and what mail servers report of addresses."""

from __future__ import annotations

from chat_server.domain.campaigns.bounce import Bounce, BounceKind, read_report
from chat_server.domain.campaigns.mail import (
    CampaignMail,
    MailAddress,
    MailState,
    Refusal,
    address_digest,
)
from chat_server.domain.desk import AuditLine
from chat_server.domain.errors import Conflict, Invalid, NotFound
from chat_server.domain.events import EventType
from chat_server.domain.facts.kinds import clean_value
from chat_server.domain.ids import event_id
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.services.access import AgentCaller, Permission, require
from chat_server.services.auditing import audit_line

from .mailing import note_mail

ADDED, LIFTED = "do_not_contact_added", "do_not_contact_lifted"
_SHORTEST_REASON = 3
_MOST = 200
_SHOWN = 12


class MailAddresses:
    """Kept by digest: the list names nobody, and whoever knows an address finds it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def refusing(self, caller: AgentCaller, email: str | None = None) -> list[MailAddress]:
        """The newest, or the one asked for."""
        require(caller, Permission.READ_REPORTS)
        digest = address_digest(_address(email)) if email else None
        async with self._store.read() as tx:
            return await tx.campaigns.refusing(digest, _MOST)

    async def add(self, caller: AgentCaller, email: str, reason: str) -> MailAddress:
        """Somebody asked for it by telephone, say; from now on they get no campaign's mail."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        digest, reason = address_digest(_address(email)), _reason(reason)
        async with self._store.begin() as tx:
            held = await tx.campaigns.address(digest)
            if held.refused_at is not None and held.refusal is Refusal.ASKED:
                raise Conflict("This address is on the list already.", {"email": "on_the_list"})
            # Stronger than an unsubscribing, which a later yes takes back.
            held.refused_at, held.refusal = self._clock(), Refusal.ASKED
            tx.add(self._line(caller, ADDED, digest, reason))
        return held

    async def lift(self, caller: AgentCaller, digest: str, reason: str) -> None:
        """Bounces are forgotten with it. It is no yes: who took their consent back is written to by nobody."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        reason = _reason(reason)
        async with self._store.begin() as tx:
            found = await tx.campaigns.refusing(digest, 1)
            if not found:
                raise NotFound("This address is not on the list.")
            held = await tx.campaigns.address(digest)
            held.lift()
            tx.add(self._line(caller, LIFTED, digest, reason))

    async def reported(self, caller: AgentCaller, raw: bytes) -> list[Bounce]:
        """Takes a mail server's report; the same one again changes nothing. Invalid for anything else."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        bounces = read_report(raw)
        async with self._store.begin() as tx:
            for bounce in bounces:
                if bounce.kind is not BounceKind.NONE:
                    await self._take(tx, bounce)
        return bounces

    async def _take(self, tx: Transaction, bounce: Bounce) -> None:
        now = self._clock()
        mail = await _mail_of(tx, bounce)
        digest = mail.address_digest if mail else None
        if digest is None and bounce.recipient is not None:
            digest = address_digest(bounce.recipient)
        if digest is None:
            return
        hard = bounce.kind is BounceKind.HARD
        if mail is not None:
            kind = EventType.MAIL_BOUNCED if hard else EventType.MAIL_DELAYED
            if await tx.campaigns.happened(event_id(kind.value, mail.id)):
                return
            if hard:
                mail.end(MailState.BOUNCED, bounce.status)
            await note_mail(tx, mail, kind, now)
        elif not hard:
            # An answer to a customer, or somebody else's mail: nothing would tell the second report from the first.
            return
        address = await tx.campaigns.address(digest)
        if hard:
            address.refuse_for_good(now)
        else:
            address.soft_bounces += 1

    def _line(self, caller: AgentCaller, action: str, digest: str, reason: str) -> AuditLine:
        told = f"{digest[:_SHOWN]}: {reason}"
        return audit_line(caller, self._clock(), action, told)


async def _mail_of(tx: Transaction, bounce: Bounce) -> CampaignMail | None:
    if bounce.message_id is None:
        return None
    mail_id, _, _ = bounce.message_id.strip("<>").partition("@")
    return await tx.campaigns.mail(mail_id)


def _address(email: str) -> str:
    address = clean_value("email", email)
    if address is None:
        raise Invalid("This is no e-mail address.", {"email": "not_an_address"})
    return address


def _reason(reason: str) -> str:
    reason = " ".join(reason.split())
    if len(reason) < _SHORTEST_REASON:
        raise Invalid("Say in a few words why.", {"reason": "too_short"})
    return reason
