"""The contact panel: who they are, what we remember, what they ordered and said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chat_server.domain.contact import Contact
from chat_server.domain.errors import NotFound
from chat_server.domain.facts.fact import Fact
from chat_server.domain.live import Snapshot
from chat_server.domain.ports import Clock, Slice, Store, Transaction
from chat_server.domain.shop import Customer, Order

from .access import AgentCaller, Permission, require
from .memory import RememberedFact, allowed_facts, doubtful_facts, with_quotes
from .snapshots import snapshots

_ORDERS = 10
_CONVERSATIONS = 30


@dataclass(frozen=True)
class Profile:
    """Everything an agent should see before typing."""

    contact: Contact
    facts: list[RememberedFact]
    unconfirmed: list[RememberedFact]
    orders: list[tuple[Order, Customer]]
    conversations: list[Snapshot]


class Contacts:
    """For accounts that may read contacts."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def search(self, caller: AgentCaller, query: str | None, piece: Slice) -> list[Contact]:
        """Last seen first."""
        require(caller, Permission.READ_CONTACTS)
        async with self._store.read() as tx:
            return await tx.contacts.search(query, piece)

    async def profile(self, caller: AgentCaller, contact_id: str) -> Profile:
        """Orders of identified contacts, and the one an anonymous contact named with its e-mail."""
        require(caller, Permission.READ_CONTACTS)
        async with self._store.read() as tx:
            contact = await tx.contacts.get(contact_id)
            if contact is None:
                raise NotFound("There is no such contact.")
            now = self._clock()
            facts = await allowed_facts(tx, contact.id, now)
            unsure = await doubtful_facts(tx, contact.id, now)
            orders = await orders_of(tx, contact, facts)
            conversations = await tx.conversations.of_contact(contact.id, _CONVERSATIONS)
            return Profile(
                contact=contact,
                facts=await with_quotes(tx, facts),
                unconfirmed=await with_quotes(tx, unsure),
                orders=orders,
                conversations=await snapshots(tx, conversations),
            )


async def orders_of(
    tx: Transaction, contact: Contact, facts: Sequence[Fact]
) -> list[tuple[Order, Customer]]:
    """Of who the shop vouched for; of others the one they named together with its e-mail."""
    if contact.external_id is not None:
        return await tx.shop.orders_of(contact.external_id, _ORDERS)
    emails = {fact.value for fact in facts if fact.key == "email"}
    numbers = [fact.value for fact in facts if fact.key == "order_number"]
    named = [await tx.shop.order(number) for number in reversed(numbers[-_ORDERS:])]
    # Who states the number of somebody's order does not know their address.
    return [one for one in named if one is not None and one[1].email.lower() in emails]
