"""Contacts and their facts."""

from __future__ import annotations

from collections.abc import Sequence

from chat_server.domain.facts.statement import Statement
from chat_server.services.memory import RememberedFact, Selection
from chat_server.wire.nouns import ContactView, FactView
from chat_server.wire.rest import ContactDetail, PageOf, VisitorExport
from chat_server.wire.views import Reader, contact_view, conversation_view, fact_view

from .call import Call
from .paging import PageQuery, next_cursor
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
        facts=_fact_views(call, profile.facts),
        unconfirmed=_fact_views(call, profile.unconfirmed),
        orders=[order_view(order, customer) for order, customer in profile.orders],
        conversations=[conversation_view(item, _AGENT) for item in profile.conversations],
    )


class FactsQuery(PageQuery):
    """`history` asks for all that was ever held, newest first, a page at a time."""

    history: bool = False


async def facts(call: Call) -> PageOf[FactView]:
    """What is remembered about a contact."""
    if call.query.history:
        found = await call.services.memory.history(call.agent, call.path("id"), call.query.piece())
        cursor = None
        if found:
            last = found[-1].fact
            cursor = next_cursor(call.query.limit, len(found), last.observed_at, last.id)
        return PageOf[FactView](items=_fact_views(call, found), next=cursor)
    profile = await call.services.contacts.profile(call.agent, call.path("id"))
    return PageOf[FactView](items=_fact_views(call, profile.facts), next=None)


async def add_fact(call: Call) -> FactView:
    """Remember what the customer told an agent, with the words selected in a message."""
    body = call.body
    item = await call.services.memory.add(
        call.agent,
        call.path("id"),
        Statement(body.key, body.value, 1.0, subject=body.subject, valid_until=body.valid_until),
        body.conversation_id,
        Selection(body.message_id, body.start, body.end, body.quote) if body.message_id else None,
    )
    return fact_view(item.fact, item.quote, call.locale)


def _fact_views(call: Call, items: Sequence[RememberedFact]) -> list[FactView]:
    return [fact_view(item.fact, item.quote, call.locale) for item in items]


async def export(call: Call) -> VisitorExport:
    """Everything held about a contact."""
    return export_view(await call.services.consents.export_contact(call.agent, call.path("id")))


async def erase(call: Call) -> None:
    """Erase a contact."""
    await call.services.consents.erase_contact(call.agent, call.path("id"))
