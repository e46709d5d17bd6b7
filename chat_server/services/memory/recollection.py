"""What is remembered, for use and for show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.consent import Allowance
from chat_server.domain.facts.fact import Fact
from chat_server.domain.facts.kinds import waits
from chat_server.domain.facts.turns import holding
from chat_server.domain.hold_out import Arm, arm_of
from chat_server.domain.message import Message
from chat_server.domain.ports import Transaction

from .allowance import allowance_of, is_allowed

_QUOTE = 160


@dataclass(frozen=True)
class RememberedFact:
    """A fact with the words it came from, and the language of the person it is about."""

    fact: Fact
    quote: str | None
    locale: str | None = None


async def usable_facts(
    tx: Transaction, contact_id: str, now: datetime, dialogue: str | None = None
) -> list[Fact]:
    """The one door to facts that may be used: confirmed, not past, allowed by the contact, who is not held out.

    Who is held out is spoken to as a stranger is: by what was said in this `dialogue` only.
    """
    found = await allowed_facts(tx, contact_id, now)
    return await _in_use(tx, contact_id, found, dialogue)


async def allowed_facts(tx: Transaction, contact_id: str, now: datetime) -> list[Fact]:
    """As `usable_facts`, also of those held out: what people who answer are shown.

    What was said last comes last: of several orders it is the one that is meant.
    """
    held = holding(await tx.facts.current(contact_id), now)
    held.sort(key=lambda fact: (fact.moment, fact.id))
    if not held:
        return []
    allowed = await _allowed(tx, contact_id)
    return [fact for fact in held if is_allowed(fact, allowed)]


async def doubtful_facts(tx: Transaction, contact_id: str, now: datetime) -> list[Fact]:
    """What waits to be confirmed and may be asked: never used before it is."""
    found = [fact for fact in await tx.facts.open(contact_id) if waits(fact, now)]
    allowed = await _allowed(tx, contact_id) if found else Allowance()
    return [fact for fact in found if is_allowed(fact, allowed)]


async def facts_at_hand(
    tx: Transaction,
    contact_id: str,
    now: datetime,
    dialogue: str | None = None,
    allowed: Allowance | None = None,
) -> tuple[list[Fact], list[Fact]]:
    """`usable_facts` and `doubtful_facts` at once, both without what a held-out contact said elsewhere."""
    found = await _in_use(tx, contact_id, await tx.facts.open(contact_id), dialogue)
    allowed = allowed or await _allowed(tx, contact_id)
    mine = [fact for fact in found if is_allowed(fact, allowed)]
    usable = holding(mine, now)
    usable.sort(key=lambda fact: (fact.moment, fact.id))
    return usable, [fact for fact in mine if waits(fact, now)]


async def held_facts(tx: Transaction, contact_id: str, now: datetime) -> list[Fact]:
    """What is remembered whether it may be used or not, and what waits to be confirmed."""
    found = await tx.facts.open(contact_id)
    held = {fact.id for fact in holding(found, now)}
    return [fact for fact in found if fact.id in held or waits(fact, now)]


async def with_quotes(
    tx: Transaction, facts: Sequence[Fact], locale: str | None = None
) -> list[RememberedFact]:
    """Each fact with the part of the message that states it, or the message's beginning."""
    sources = await tx.messages.by_ids([fact.message_id for fact in facts if fact.message_id])
    return [RememberedFact(fact, _quote(fact, sources), locale) for fact in facts]


async def _in_use(
    tx: Transaction, contact_id: str, found: list[Fact], dialogue: str | None
) -> list[Fact]:
    if not found:
        return []
    if not await is_held_out(tx, contact_id):
        return found
    return [fact for fact in found if dialogue is not None and fact.conversation_id == dialogue]


async def is_held_out(tx: Transaction, contact_id: str) -> bool:
    """Whether the bot and the greeting know them by what they say in the same dialogue only."""
    contact = await tx.contacts.get(contact_id)
    inbox = await tx.inboxes.get(contact.inbox_id) if contact else None
    return inbox is not None and arm_of(contact_id, inbox.memory_holdout) is Arm.HELD_OUT


async def _allowed(tx: Transaction, contact_id: str) -> Allowance:
    return await allowance_of(tx, await tx.contacts.get(contact_id))


def _quote(fact: Fact, sources: dict[str, Message]) -> str | None:
    source = sources.get(fact.message_id or "")
    if source is None:
        return None
    text = source.text
    if len(text) <= _QUOTE or fact.start is None or fact.end is None or fact.end <= _QUOTE:
        return text[:_QUOTE]
    # So that the words themselves are in it, with as much on either side.
    margin = max(_QUOTE - (fact.end - fact.start), 0) // 2
    begin = max(min(fact.start - margin, len(text) - _QUOTE), 0)
    return text[begin : begin + _QUOTE]
