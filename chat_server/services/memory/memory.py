"""Facts as visitors and agents ask for them."""

from __future__ import annotations

from chat_server.domain.contact import Contact
from chat_server.domain.erasure import Erasure
from chat_server.domain.errors import NotFound
from chat_server.domain.facts.fact import Fact
from chat_server.domain.facts.statement import Statement
from chat_server.domain.facts.turns import as_of
from chat_server.domain.message import Author, AuthorKind
from chat_server.domain.ports import Clock, Slice, Store, Transaction
from chat_server.services.access import (
    AgentCaller,
    Permission,
    VisitorCaller,
    any_conversation,
    contact_of,
    require,
)

from . import corrections, forgetting
from .allowance import allowance_of
from .recollection import RememberedFact, held_facts, with_quotes


class Memory:
    """What a visitor says of their own facts, and what an agent adds."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def own_facts(
        self, caller: VisitorCaller
    ) -> tuple[list[RememberedFact], dict[str, bool]]:
        """What is remembered about the caller and what waits to be confirmed, and what they agreed to."""
        async with self._store.read() as tx:
            contact = await contact_of(tx, caller)
            consent = (await allowance_of(tx, contact)).consent
            facts = await held_facts(tx, contact.id, self._clock())
            return await with_quotes(tx, facts, contact.locale), consent

    async def correct(self, caller: VisitorCaller, fact_id: str, value: str) -> RememberedFact:
        """What the visitor says is right supersedes what we had."""
        async with self._store.begin() as tx:
            contact, fact = await _own(tx, caller, fact_id)
            right = await corrections.correct(
                tx, contact, fact, value, caller.visitor_id, self._clock
            )
            return (await with_quotes(tx, [right], contact.locale))[0]

    async def confirm(self, caller: VisitorCaller, fact_id: str, *, right: bool) -> RememberedFact:
        """Whether what we believe is so; what is not is used no more."""
        async with self._store.begin() as tx:
            contact, fact = await _own(tx, caller, fact_id)
            judge = corrections.confirm if right else corrections.deny
            judged = await judge(tx, contact, fact, caller.visitor_id, self._clock)
            return (await with_quotes(tx, [judged], contact.locale))[0]

    async def forget(self, caller: VisitorCaller, fact_id: str) -> Erasure:
        """Deletes one fact and the values before it."""
        async with self._store.begin() as tx:
            contact, fact = await _own(tx, caller, fact_id)
            return await forgetting.forget(tx, contact, fact, self._clock())

    async def history(
        self, caller: AgentCaller, contact_id: str, piece: Slice
    ) -> list[RememberedFact]:
        """Everything that was ever held and was not forgotten, newest first."""
        require(caller, Permission.READ_CONTACTS)
        async with self._store.read() as tx:
            await _contact(tx, contact_id)
            found = await tx.facts.history(contact_id, piece)
            current = await tx.facts.current(contact_id)
            return await with_quotes(tx, as_of(found, current, self._clock()))

    async def add(
        self,
        caller: AgentCaller,
        contact_id: str,
        statement: Statement,
        conversation_id: str | None = None,
        selection: corrections.Selection | None = None,
    ) -> RememberedFact:
        """An agent keeps what the customer told them."""
        require(caller, Permission.ANSWER)
        async with self._store.begin() as tx:
            contact = await _contact(tx, contact_id)
            conversation = await any_conversation(tx, conversation_id) if conversation_id else None
            if conversation is not None and conversation.contact_id != contact.id:
                raise NotFound("There is no such conversation of this contact.")
            author = Author(AuthorKind.AGENT, caller.agent_id, caller.name)
            added = await corrections.add(
                tx, contact, statement, conversation, selection, author, self._clock
            )
            return (await with_quotes(tx, [added]))[0]


async def _contact(tx: Transaction, contact_id: str) -> Contact:
    contact = await tx.contacts.get(contact_id)
    if contact is None:
        raise NotFound("There is no such contact.")
    return contact


async def _own(tx: Transaction, caller: VisitorCaller, fact_id: str) -> tuple[Contact, Fact]:
    contact = await contact_of(tx, caller)
    fact = await tx.facts.get(fact_id)
    if fact is None or fact.contact_id != contact.id:
        raise NotFound("There is no such fact.")
    return contact, fact
