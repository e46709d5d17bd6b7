"""What is remembered: hearing, showing, correcting and forgetting facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chat_server.domain import log_lines
from chat_server.domain.consent import Purpose, current_consent
from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import Invalid, NotFound
from chat_server.domain.fact import FACT_KINDS, Fact, FactSource, Statement, clean_value
from chat_server.domain.ids import new_id
from chat_server.domain.live import FactsChanged
from chat_server.domain.message import Author, AuthorKind, Message
from chat_server.domain.ports import Clock, Store, Transaction

from .access import AgentCaller, Permission, VisitorCaller, any_conversation, contact_of, require

_SURE = 0.5


@dataclass(frozen=True)
class RememberedFact:
    """A fact with the words it came from."""

    fact: Fact
    quote: str | None


async def usable_facts(tx: Transaction, contact_id: str) -> list[Fact]:
    """Current facts that the contact lets us use; without consent there are none."""
    consent = current_consent(await tx.contacts.consents(contact_id))
    return await tx.facts.current(contact_id) if consent[Purpose.MEMORY] else []


async def remember(  # noqa: PLR0913 - a statement, and where it comes from, each by name
    tx: Transaction,
    contact: Contact,
    statements: Sequence[Statement],
    *,
    source: FactSource,
    by: Author,
    clock: Clock,
    conversation: Conversation | None = None,
    message: Message | None = None,
) -> list[Fact]:
    """Keeps what was stated; the same value again adds nothing, another supersedes. Returns what is new."""
    if not current_consent(await tx.contacts.consents(contact.id))[Purpose.MEMORY]:
        return []
    current = {fact.key: fact for fact in await tx.facts.current(contact.id)}
    now, added = clock(), []
    for statement in statements:
        held = current.get(statement.key)
        if statement.value is None:
            if held is not None:
                held.finish(now)
                del current[statement.key]
                tx.tell(FactsChanged(contact.id))
            continue
        value = clean_value(statement.key, statement.value)
        if value is None or statement.confidence < _SURE or (held and held.value == value):
            continue
        fact = Fact(
            id=new_id(),
            contact_id=contact.id,
            key=statement.key,
            value=value,
            source=source,
            confidence=statement.confidence,
            observed_at=now,
            conversation_id=conversation.id if conversation else None,
            message_id=message.id if message else None,
            start=statement.start,
            end=statement.end,
        )
        if held is not None:
            held.give_way_to(fact)
        if fact.key == "name" and not contact.identified:
            contact.name = value
        tx.add(fact)
        current[fact.key] = fact
        added.append(fact)
        if conversation is not None:
            await tx.record([log_lines.learned(conversation, fact.id, fact.key, by, now)])
    if added:
        tx.tell(FactsChanged(contact.id))
    return added


async def settle(tx: Transaction, contact_id: str) -> None:
    """After two contacts became one: of each kind the newest statement counts."""
    newest: dict[str, Fact] = {}
    for fact in await tx.facts.current(contact_id):
        older = newest.get(fact.key)
        if older is not None:
            older.give_way_to(fact)
        newest[fact.key] = fact
    await tx.flush()


async def with_quotes(tx: Transaction, facts: Sequence[Fact]) -> list[RememberedFact]:
    """Each fact with the part of the message that states it, or the message's beginning."""
    sources = await tx.messages.by_ids([fact.message_id for fact in facts if fact.message_id])
    return [RememberedFact(fact, _quote(fact, sources)) for fact in facts]


class Memory:
    """Facts as visitors and agents ask for them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def own_facts(
        self, caller: VisitorCaller
    ) -> tuple[list[RememberedFact], dict[str, bool]]:
        """What is remembered about the caller, and what they agreed to."""
        async with self._store.read() as tx:
            contact = await contact_of(tx, caller)
            consent = current_consent(await tx.contacts.consents(contact.id))
            return await with_quotes(tx, await tx.facts.current(contact.id)), consent

    async def correct(self, caller: VisitorCaller, fact_id: str, value: str) -> RememberedFact:
        """What the visitor says is right supersedes what we had."""
        async with self._store.begin() as tx:
            contact, fact = await self._own(tx, caller, fact_id)
            cleaned = clean_value(fact.key, value)
            if cleaned is None:
                kind = FACT_KINDS[fact.key].label
                raise Invalid(f"This cannot be kept as {kind}.", {"value": kind})
            author = Author(AuthorKind.VISITOR, caller.visitor_id, contact.name)
            statement = Statement(fact.key, cleaned, 1.0)
            added = await remember(
                tx, contact, [statement], source=FactSource.VISITOR, by=author, clock=self._clock
            )
            held = added or [f for f in await tx.facts.current(contact.id) if f.key == fact.key]
            if not held or held[0].value != cleaned:
                raise Invalid("You asked us to remember nothing; allow it first.")
            return RememberedFact(held[0], None)

    async def forget(self, caller: VisitorCaller, fact_id: str) -> None:
        """Deletes one fact and the values before it."""
        async with self._store.begin() as tx:
            contact, fact = await self._own(tx, caller, fact_id)
            if fact.key == "name" and not contact.identified:
                contact.name = None
            if fact.key == "email":
                await tx.outbox.forget_address(contact.id, fact.value)
            await tx.facts.forget(fact)
            tx.tell(FactsChanged(contact.id))

    async def add(
        self,
        caller: AgentCaller,
        contact_id: str,
        statement: Statement,
        conversation_id: str | None,
    ) -> RememberedFact:
        """An agent keeps what the customer told them."""
        require(caller, Permission.ANSWER)
        if statement.key not in FACT_KINDS:
            raise Invalid("There is no such kind of fact.", {"key": ", ".join(FACT_KINDS)})
        if statement.value is None or clean_value(statement.key, statement.value) is None:
            raise Invalid(
                f"This is no {FACT_KINDS[statement.key].label}.", {"value": statement.key}
            )
        async with self._store.begin() as tx:
            contact = await tx.contacts.get(contact_id)
            if contact is None:
                raise NotFound("There is no such contact.")
            conversation = await any_conversation(tx, conversation_id) if conversation_id else None
            if conversation is not None and conversation.contact_id != contact.id:
                raise NotFound("There is no such conversation of this contact.")
            author = Author(AuthorKind.AGENT, caller.agent_id, caller.name)
            added = await remember(
                tx,
                contact,
                [statement],
                source=FactSource.AGENT,
                by=author,
                clock=self._clock,
                conversation=conversation,
            )
            held = added or [
                f for f in await tx.facts.current(contact_id) if f.key == statement.key
            ]
            if not held:
                raise Invalid("This contact does not want anything to be remembered.")
            return RememberedFact(held[0], None)

    @staticmethod
    async def _own(tx: Transaction, caller: VisitorCaller, fact_id: str) -> tuple[Contact, Fact]:
        contact = await contact_of(tx, caller)
        fact = await tx.facts.get(fact_id)
        if fact is None or fact.contact_id != contact.id:
            raise NotFound("There is no such fact.")
        return contact, fact


def _quote(fact: Fact, sources: dict[str, Message]) -> str | None:
    source = sources.get(fact.message_id or "")
    return source.text[:160] if source else None
