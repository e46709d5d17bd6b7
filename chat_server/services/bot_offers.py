"""What the bot may offer in a dialogue, and that it did."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from chat_server.domain import log_lines
from chat_server.domain.agent import Role
from chat_server.domain.bot_turn import Answer, Offered
from chat_server.domain.campaigns.mail import address_digest
from chat_server.domain.consent import Allowance, Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.customers.offering import (
    REFUSED_FOR,
    Situation,
    WhyNot,
    may_be_personal,
    reason_of,
    why_not,
)
from chat_server.domain.errors import Conflict, NotFound
from chat_server.domain.events import Event, EventType
from chat_server.domain.facts.fact import Fact
from chat_server.domain.handoff import HandoffReason
from chat_server.domain.message import Author, AuthorKind, Message, payloads_in
from chat_server.domain.mood import is_complaint_open
from chat_server.domain.ownership import OwnerKind
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.domain.proactive import is_troubled

from .access import AgentCaller, Permission, any_conversation, require
from .customers import Customers, OfferMade
from .memory import allowance_of, allowed_facts
from .memory.recollection import is_held_out

_LATELY = 50
# What somebody means who wants none of it, and how sure of that the bot must be.
_NO = frozenset({"deny", "stop"})
_SURE = 0.5
_UPSET = {HandoffReason.ANGER, HandoffReason.COMPLAINT}


@dataclass(frozen=True)
class _About:
    conversation: Conversation
    contact: Contact
    facts: list[Fact]
    allowance: Allowance


class BotOffers:
    """The next best product for who is talking to the bot; it goes on record with the reply that offers it."""

    def __init__(self, store: Store, clock: Clock, customers: Customers) -> None:
        self._store = store
        self._clock = clock
        self._customers = customers

    async def next(self, caller: AgentCaller, conversation_id: str, *, asked: bool) -> OfferMade:
        """Raises Conflict, whose field `offer` is a `WhyNot`, where nothing is to be offered now."""
        require(caller, Permission.READ_ORDERS)
        async with self._store.read() as tx:
            about = await _about(tx, conversation_id, self._clock())
            refused = await tx.purchases.refused(about.contact.id, self._clock() - REFUSED_FOR)
            now = replace(
                await _situation(tx, about, bot=caller.role is Role.BOT, asked=asked),
                refused=bool(refused),
            )
        reason = why_not(now)
        if reason is not None:
            raise _refused(reason)
        best = await self._customers.best_for(about.contact.id, personal=may_be_personal(now))
        if not best:
            raise _refused(WhyNot.NOTHING)
        return best[0]


async def offered_by_bot(
    tx: Transaction, conversation: Conversation, offer: Offered, now: datetime
) -> list[Event]:
    """The line of a reply that offers something; none for what was offered before or is not sold here."""
    names = await tx.purchases.names()
    if offer.sku not in names:
        return []
    because = offer.because if offer.because in names else None
    made = log_lines.offer_step(
        conversation,
        EventType.OFFER_MADE,
        offer.sku,
        Author(AuthorKind.BOT),
        now,
        {**reason_of(because), "asked": offer.asked},
    )
    return [] if await tx.log.known([made.id]) else [made]


async def refused_by_visitor(
    tx: Transaction, conversation: Conversation, message: Message, answer: Answer, now: datetime
) -> list[Event]:
    """The line of a "not now" that comes right after an offer of the bot's, or by its own button at any time."""
    if answer.intent not in _NO or answer.confidence < _SURE:
        return []
    made = await tx.log.of_conversations([conversation.id], [EventType.OFFER_MADE])
    if not made or made[-1].actor_kind != AuthorKind.BOT.value:
        return []
    lately = await tx.messages.newest(conversation.id, _LATELY, public=True)
    before = sorted((one for one in lately if one.seq < message.seq), key=_seq)
    answered = _picked_on(before, message) or (before[-1] if before else None)
    if (
        answered is None
        or answered.author.kind is not AuthorKind.BOT
        or answered.created_at > made[-1].at
    ):
        return []
    sku = str(made[-1].data["sku"])
    line = log_lines.offer_step(conversation, EventType.OFFER_DECLINED, sku, message.author, now)
    return [] if await tx.log.known([line.id]) else [line]


def _picked_on(before: list[Message], message: Message) -> Message | None:
    """The card whose button it is; none where something said since has the same button."""
    picked = message.content.get("payload")
    theirs = (one for one in reversed(before) if one.author.kind is AuthorKind.BOT)
    newest = next((one for one in theirs if picked in payloads_in(one.content)), None)
    return newest if newest is not None and newest.content["type"] == "card" else None


def _seq(message: Message) -> int:
    return message.seq


async def _about(tx: Transaction, conversation_id: str, now: datetime) -> _About:
    conversation = await any_conversation(tx, conversation_id)
    contact = await tx.contacts.get(conversation.contact_id)
    if contact is None:
        raise NotFound("There is nobody to offer anything to.")
    return _About(
        conversation,
        contact,
        await allowed_facts(tx, contact.id, now),
        await allowance_of(tx, contact),
    )


async def _situation(tx: Transaction, about: _About, *, bot: bool, asked: bool) -> Situation:
    conversation, contact = about.conversation, about.contact
    made = await tx.log.of_conversations([conversation.id], [EventType.OFFER_MADE])
    return Situation(
        asked=asked,
        bot_answers=not bot or conversation.owner.kind is OwnerKind.BOT,
        offered=bool(made),
        troubled=await _is_troubled(tx, about),
        consents=about.allowance.allows(Purpose.MARKETING),
        refuses=await _refuses(tx, about),
        held_out=await is_held_out(tx, contact.id),
    )


async def _is_troubled(tx: Transaction, about: _About) -> bool:
    conversation = about.conversation
    if conversation.handoff_reason in _UPSET or is_troubled(about.facts):
        return True
    if any(
        one.key == "complaint" and one.conversation_id == conversation.id for one in about.facts
    ):
        return True
    lately = await tx.messages.newest(conversation.id, _LATELY, public=True)
    meant = [one for one in lately if one.understood]
    meant.sort(key=lambda one: one.seq)
    return is_complaint_open(str((one.understood or {}).get("intent")) for one in meant)


async def _refuses(tx: Transaction, about: _About) -> bool:
    """Whether an address of theirs wants nothing from us; one that only cannot be reached says nothing of the chat."""
    said = [one.value for one in about.facts if one.key == "email"]
    addresses = [one for one in (about.contact.email, *said) if one]
    digests = {address_digest(one) for one in addresses}
    if not digests:
        return False
    agreed = [
        one.at
        for one in about.allowance.answers
        if one.purpose is Purpose.MARKETING and one.granted
    ]
    known = await tx.campaigns.addresses(digests)
    return any(one.wants_nothing(max(agreed, default=None)) for one in known.values())


def _refused(reason: WhyNot) -> Conflict:
    return Conflict("Nothing is to be offered here now.", {"offer": reason.value})
