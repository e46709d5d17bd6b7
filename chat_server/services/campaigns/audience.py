"""What decides about each of an audience, read for many at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from datetime import datetime, timedelta

from chat_server.domain.campaigns.mail import Reason, address_digest
from chat_server.domain.campaigns.plan import Plan
from chat_server.domain.campaigns.verdict import Person, why_not
from chat_server.domain.consent import Allowance, Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.errors import Invalid
from chat_server.domain.facts.fact import Fact
from chat_server.domain.facts.turns import holding
from chat_server.domain.hold_out import Arm, arm_of
from chat_server.domain.inbox import Inbox
from chat_server.domain.ports import Transaction
from chat_server.domain.segments.reading import read
from chat_server.domain.segments.rule import Belonging
from chat_server.services.memory.allowance import allowances_of, is_allowed

PIECE = 500


async def audience(tx: Transaction, plan: Plan, at: datetime) -> Belonging:
    """Raises Invalid without a segment, or when it is gone."""
    if plan.segment_id is None:
        raise Invalid("Choose whom the campaign writes to.", {"segment_id": "no_audience"})
    segment = await tx.segments.get(plan.segment_id)
    if segment is None:
        raise Invalid("The segment it writes to is gone.", {"segment_id": "audience_gone"})
    return Belonging(read(segment.rule), at)


async def pieces(tx: Transaction, belonging: Belonging) -> AsyncIterator[list[str]]:
    """Ids of all who belong, a piece at a time."""
    after = ""
    while found := await tx.campaigns.members(belonging, after, PIECE):
        yield found
        after = found[-1]


async def people(
    tx: Transaction, plan: Plan, contact_ids: Collection[str], now: datetime
) -> list[Person]:
    """In the order of their ids; who is gone is absent."""
    found = await tx.contacts.many(contact_ids)
    allowed = await allowances_of(tx, {one.id: one.inbox_id for one in found.values()})
    inboxes = await tx.inboxes.many({one.inbox_id for one in found.values()})
    said = await tx.campaigns.said_addresses([one.id for one in found.values() if not one.email])
    to = {
        one.id: _address(one, said.get(one.id, []), inboxes[one.inbox_id], allowed[one.id], now)
        for one in found.values()
    }
    digests = {who: address_digest(address) if address else None for who, address in to.items()}
    known = await tx.campaigns.addresses({digest for digest in digests.values() if digest})
    had: dict[str, int] = {}
    if plan.cap is not None:
        had = await tx.campaigns.had(digests, now - timedelta(days=plan.cap.days))
    return [
        Person(
            contact_id=who,
            inbox_id=found[who].inbox_id,
            address=to[who],
            consents=allowed[who].allows(Purpose.MARKETING),
            agreed_at=_agreed_at(allowed[who]),
            had=had.get(who, 0),
            known=known.get(digests[who] or ""),
        )
        for who in sorted(found)
    ]


class Judge:
    """Keeps in mind what one mail takes from the next: the budget, and addresses that several contacts share."""

    def __init__(self, plan: Plan, spent: int = 0) -> None:
        self._plan = plan
        self._left = None if plan.affordable is None else plan.affordable - spent
        self._taken: set[str] = set()

    def knows(self, digests: Collection[str]) -> None:
        """Addresses that are written to already."""
        self._taken.update(digests)

    def why_not(self, person: Person) -> Reason | None:
        """None: they get it, and it is counted."""
        reason = why_not(person, self._plan.cap)
        digest = person.digest or ""
        if reason is None and digest in self._taken:
            reason = Reason.SAME_ADDRESS
        if reason is None and self._left is not None and self._left <= 0:
            reason = Reason.BUDGET
        if reason is None:
            self._taken.add(digest)
            self._left = None if self._left is None else self._left - 1
        return reason


def _address(
    contact: Contact, said: list[Fact], inbox: Inbox, allowed: Allowance, now: datetime
) -> str | None:
    """As the shop knows it; else as they said it, if that may be used."""
    if contact.email:
        return contact.email
    if not said or arm_of(contact.id, inbox.memory_holdout) is Arm.HELD_OUT:
        return None
    usable = [fact for fact in holding(said, now) if is_allowed(fact, allowed)]
    newest = max(usable, key=lambda fact: (fact.moment, fact.id), default=None)
    return newest.value if newest else None


def _agreed_at(allowed: Allowance) -> datetime | None:
    yes = [one.at for one in allowed.answers if one.purpose is Purpose.MARKETING and one.granted]
    return yes[-1] if yes else None
