"""Who wrote in the past: some signed in, some anonymous, some of them more than once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chat_server.domain.consent import Consent, Purpose
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.ids import new_id, new_token, token_digest

if TYPE_CHECKING:
    from random import Random

    from chat_server.domain.facts.fact import Fact
    from chat_server.domain.shop import Customer

_SIGNED_IN_SHARE = 0.5
_CONSENT_SHARES = ((Purpose.ANALYTICS, 0.3), (Purpose.MARKETING, 0.15))
_REST = timedelta(hours=8)


@dataclass
class Person:
    """A contact with their browser and what has been heard from them so far."""

    contact: Contact
    visitor: Visitor
    customer: Customer
    facts: list[Fact] = field(default_factory=list)
    current: dict[str, Fact] = field(default_factory=dict)
    consents: list[Consent] = field(default_factory=list)


def newcomer(
    customer: Customer,
    inbox_id: str,
    at: datetime,
    random: Random,
    *,
    signed_in: bool | None = None,
) -> Person:
    """Somebody's first visit; half are signed in, the others anonymous until they say more."""
    contact = Contact(id=new_id(), inbox_id=inbox_id, created_at=at, last_seen_at=at)
    if random.random() < _SIGNED_IN_SHARE if signed_in is None else signed_in:
        contact.external_id, contact.name, contact.email = (
            customer.id,
            customer.name,
            customer.email,
        )
        contact.phone, contact.locale = customer.phone, customer.locale
    visitor = Visitor(new_id(), inbox_id, contact.id, token_digest(new_token()), at)
    consents = [
        Consent(new_id(), contact.id, purpose, granted=True, at=at)
        for purpose, share in _CONSENT_SHARES
        if random.random() < share
    ]
    return Person(contact, visitor, customer, consents=consents)


def who_returns(people: list[Person], at: datetime, random: Random) -> Person | None:
    """Somebody who has been here before; rather one whose problem is still open."""
    rested = [person for person in people if at - person.contact.last_seen_at > _REST]
    unsolved = [person for person in rested if "open_problem" in person.current]
    if unsolved and random.random() < 0.55:  # noqa: PLR2004
        return random.choice(unsolved)
    return random.choice(rested) if rested else None


def signed_in_as(people: list[Person], customer: Customer) -> Person | None:
    """A customer who signed in once is one contact for ever."""
    return next((each for each in people if each.contact.external_id == customer.id), None)
