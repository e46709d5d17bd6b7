"""Contacts and their facts."""

from __future__ import annotations

from chat_server.domain.fact import Statement
from chat_server.wire.nouns import ContactView, FactView
from chat_server.wire.rest import ContactDetail, PageOf, VisitorExport
from chat_server.wire.views import Reader, contact_view, conversation_view, fact_view

from .call import Call
from .paging import next_cursor
from .shop import order_view
from .visitors import export_view

_AGENT = Reader.AGENT


async def search(call: Call) -> PageOf[ContactView]:
    """By part of name or e-mail, last seen first."""
    found = await call.services.contacts.search(call.agent, call.query.q, call.query.piece())
    cursor = None
    if found:
        cursor = next_cursor(call.query.limit, len(found), found[-1].last_seen_at, found[-1].id)
    return PageOf[ContactView](items=[contact_view(c, _AGENT) for c in found], next=cursor)


async def one(call: Call) -> ContactDetail:
    """The contact panel: facts, orders and earlier dialogues."""
    profile = await call.services.contacts.profile(call.agent, call.path("id"))
    return ContactDetail(
        contact=contact_view(profile.contact, _AGENT),
        created_at=profile.contact.created_at,
        last_seen_at=profile.contact.last_seen_at,
        facts=[fact_view(item.fact, item.quote) for item in profile.facts],
        orders=[order_view(order, customer) for order, customer in profile.orders],
        conversations=[conversation_view(item, _AGENT) for item in profile.conversations],
    )


async def facts(call: Call) -> PageOf[FactView]:
    """What is remembered about a contact."""
    profile = await call.services.contacts.profile(call.agent, call.path("id"))
    views = [fact_view(item.fact, item.quote) for item in profile.facts]
    return PageOf[FactView](items=views, next=None)


async def add_fact(call: Call) -> FactView:
    """Remember what the customer told an agent."""
    item = await call.services.memory.add(
        call.agent,
        call.path("id"),
        Statement(call.body.key, call.body.value, 1.0),
        call.body.conversation_id,
    )
    return fact_view(item.fact, item.quote)


async def export(call: Call) -> VisitorExport:
    """Everything held about a contact."""
    return export_view(await call.services.consents.export_contact(call.agent, call.path("id")))


async def erase(call: Call) -> None:
    """Erase a contact."""
    await call.services.consents.erase_contact(call.agent, call.path("id"))
