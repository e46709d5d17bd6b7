"""Greetings that come up by themselves: what marketers say of them, and whom they are for."""

from __future__ import annotations

from dataclasses import replace

from chat_server.domain.consent import Allowance, Purpose
from chat_server.domain.contact import Contact
from chat_server.domain.element import Element
from chat_server.domain.errors import Invalid, NotFound
from chat_server.domain.facts.fact import Fact
from chat_server.domain.greeting import Greeting
from chat_server.domain.inbox import Inbox
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.domain.proactive import ProactiveGreeting, is_troubled
from chat_server.domain.segments.reading import read
from chat_server.domain.segments.rule import Belonging

from .access import AgentCaller, Permission, VisitorCaller, contact_of, require
from .memory import allowance_of, usable_facts
from .memory.recollection import is_held_out


class ProactiveGreetings:
    """For marketers to change; visitors are told only of those that are for them."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def one(self, caller: AgentCaller, code: str) -> tuple[ProactiveGreeting, str | None]:
        """Of this element, and its inbox's key; NotFound where none was written."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            found = _existing(await tx.greetings.get(code))
            inbox = await tx.inboxes.get(found.inbox_id) if found.inbox_id else None
            return found, inbox.key if inbox else None

    async def put(
        self, caller: AgentCaller, given: ProactiveGreeting, inbox_key: str | None = None
    ) -> ProactiveGreeting:
        """The whole greeting anew; Invalid with a code for all that cannot be."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            await _check(tx, given)
            if inbox_key is not None:
                inbox = await tx.inboxes.by_key(inbox_key)
                if inbox is None:
                    raise Invalid("There is no such inbox.", {"inbox": "unknown_inbox"})
                given = replace(given, inbox_id=inbox.id)
            given = replace(given, changed_at=self._clock())
            held = await tx.greetings.get(given.code)
            if held is not None:
                await tx.greetings.remove(held)
                await tx.flush()
            tx.add(given)
        return given

    async def remove(self, caller: AgentCaller, code: str) -> None:
        """Its element stays, with what it brought."""
        require(caller, Permission.MANAGE_CAMPAIGNS)
        async with self._store.begin() as tx:
            await tx.greetings.remove(_existing(await tx.greetings.get(code)))

    async def here(self, inbox_key: str) -> list[ProactiveGreeting]:
        """All that may come up on the inbox's pages, whoever they are for."""
        async with self._store.read() as tx:
            inbox = await tx.inboxes.by_key(inbox_key)
            if inbox is None:
                raise NotFound("There is no such inbox.")
            return await tx.greetings.active(inbox.id)

    async def for_visitor(self, caller: VisitorCaller) -> list[ProactiveGreeting]:
        """Those that go by what is known of them first; none beside a dialogue that is open, or a problem."""
        async with self._store.read() as tx:
            contact = await contact_of(tx, caller)
            if await tx.conversations.latest_open(contact.id) is not None:
                return []
            now = self._clock()
            facts = await usable_facts(tx, contact.id, now)
            if is_troubled(facts):
                return []
            allowance = await allowance_of(tx, contact)
            found = [
                one
                for one in await tx.greetings.active(caller.inbox_id)
                if await self._is_for(tx, one, contact, allowance, facts)
            ]
            return sorted(found, key=lambda one: not one.asks_who)

    async def _is_for(
        self,
        tx: Transaction,
        greeting: ProactiveGreeting,
        contact: Contact,
        allowance: Allowance,
        facts: list[Fact],
    ) -> bool:
        return await is_for(tx, greeting, contact, allowance, facts, self._clock)


async def is_for(
    tx: Transaction,
    greeting: ProactiveGreeting,
    contact: Contact,
    allowance: Allowance,
    facts: list[Fact],
    clock: Clock,
) -> bool:
    """What we know of somebody is advertised by with their consent only, and not while memory is held out."""
    if not greeting.asks_who:
        return True
    if not allowance.allows(Purpose.MARKETING) or await is_held_out(tx, contact.id):
        return False
    if greeting.fact_key is not None and not greeting.fitting(facts):
        return False
    if greeting.segment_id is None:
        return True
    segment = await tx.segments.get(greeting.segment_id)
    if segment is None:
        return False
    return await tx.greetings.belongs(contact.id, Belonging(read(segment.rule), clock()))


async def taken_up(
    tx: Transaction,
    code: str | None,
    inbox: Inbox,
    contact: Contact,
    allowance: Allowance,
    facts: list[Fact],
    clock: Clock,
) -> Greeting | None:
    """What the chat begins with for who comes from a greeting; asked again for whom it is."""
    greeting = await tx.greetings.get(code) if code else None
    if greeting is None or not greeting.active or greeting.inbox_id not in {None, inbox.id}:
        return None
    if not await is_for(tx, greeting, contact, allowance, facts, clock):
        return None
    said = greeting.said(contact.locale or inbox.locale)
    return Greeting(
        said.text,
        choices=tuple((reply, reply) for reply in said.replies),
        used_facts=tuple(one.id for one in greeting.fitting(facts)),
    )


async def _check(tx: Transaction, given: ProactiveGreeting) -> None:
    element: Element | None = await tx.elements.get(given.code)
    if element is None:
        raise NotFound("There is no such link.")
    problems: dict[str, str] = {}
    if element.kind != "greeting":
        problems["code"] = "not_a_greeting"
    if given.segment_id is not None and await tx.segments.get(given.segment_id) is None:
        problems["segment_id"] = "audience_gone"
    if given.fact_key is None and given.fact_value is not None:
        problems["fact_value"] = "without_fact"
    if given.fact_key is not None:
        problems |= _fact_problems(given.fact_key, given.fact_value)
    if problems:
        raise Invalid("This greeting cannot be as it is.", problems)


def _fact_problems(key: str, value: str | None) -> dict[str, str]:
    """As a segment's rule would be refused: an address or a name may be known, and not be asked for by its words."""
    rule: dict[str, object] = {"field": f"fact.{key}", "is": "known"}
    if value is not None:
        rule |= {"is": "is", "value": value}
    try:
        read(rule)
    except Invalid as error:
        codes = [str(code) for code in (error.fields or {}).values()]
        return {"fact_key" if "unknown_field" in codes else "fact_value": codes[0]}
    return {}


def _existing(found: ProactiveGreeting | None) -> ProactiveGreeting:
    if found is None:
        raise NotFound("This element does not come up by itself.")
    return found
