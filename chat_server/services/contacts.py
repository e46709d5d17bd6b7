"""The contact panel: who they are, what we remember, what they ordered and said."""

from __future__ import annotations

from dataclasses import dataclass

from chat_server.domain.contact import Contact
from chat_server.domain.errors import NotFound
from chat_server.domain.live import Snapshot
from chat_server.domain.ports import Slice, Store
from chat_server.domain.shop import Customer, Order

from .access import AgentCaller, Permission, require
from .memory import RememberedFact, with_quotes
from .snapshots import snapshots

_ORDERS = 10
_CONVERSATIONS = 30


@dataclass(frozen=True)
class Profile:
    """Everything an agent should see before typing."""

    contact: Contact
    facts: list[RememberedFact]
    orders: list[tuple[Order, Customer]]
    conversations: list[Snapshot]


class Contacts:
    """For accounts that may read contacts."""

    def __init__(self, store: Store) -> None:
        self._store = store

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
            facts = await tx.facts.current(contact.id)
            orders = []
            if contact.external_id is not None:
                orders = await tx.shop.orders_of(contact.external_id, _ORDERS)
            else:
                known = {fact.key: fact.value for fact in facts}
                named = await tx.shop.order(known.get("order_number", ""))
                if named and named[1].email.lower() == known.get("email"):
                    orders = [named]
            conversations = await tx.conversations.of_contact(contact.id, _CONVERSATIONS)
            return Profile(
                contact=contact,
                facts=await with_quotes(tx, facts),
                orders=orders,
                conversations=await snapshots(tx, conversations),
            )
