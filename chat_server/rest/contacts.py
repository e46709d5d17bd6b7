"""Contacts and their facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from chat_server.domain.facts.statement import Statement
from chat_server.domain.merging import Merge
from chat_server.services.memory import RememberedFact, Selection
from chat_server.wire.acks import ForgottenResult
from chat_server.wire.base import Identifier, Inbound
from chat_server.wire.nouns import ContactView, FactView, ReceiptView
from chat_server.wire.rest import (
    ContactDetail,
    ErasureProof,
    MergePreviewView,
    MergeView,
    PageOf,
    VisitorExport,
)
from chat_server.wire.views import (
    Reader,
    contact_view,
    conversation_view,
    fact_view,
    receipt_view,
)

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


async def erase(call: Call) -> ForgottenResult:
    """Erase a contact."""
    receipt = await call.services.consents.erase_contact(call.agent, call.path("id"))
    return ForgottenResult(receipt=receipt_view(receipt))


async def erasure(call: Call) -> ReceiptView:
    """A receipt of what was forgotten."""
    return receipt_view(await call.services.erasures.one(call.agent, call.path("id")))


async def erasures(call: Call) -> ErasureProof:
    """Receipts about a contact by its former id, and the rows that still have to do with it: none."""
    proof = await call.services.erasures.proof(call.agent, call.path("id"))
    return ErasureProof(receipts=[receipt_view(one) for one in proof.receipts], left=proof.left)


class MergeQuery(Inbound):
    """`with` is the other contact."""

    with_: Annotated[Identifier, Field(alias="with")]


async def merge_preview(call: Call) -> MergePreviewView:
    """What would come to a contact if the shop vouched that the other one is the same person."""
    found = await call.services.merges.preview(call.agent, call.path("id"), call.query.with_)
    return MergePreviewView(
        facts=_fact_views(call, found.facts),
        gives_way=_fact_views(call, found.gives_way),
        conversations=found.conversations,
        consents=found.consents,
        obstacle=found.obstacle,
    )


async def merges(call: Call) -> PageOf[MergeView]:
    """Which contacts became this one."""
    found = await call.services.merges.of(call.agent, call.path("id"))
    return PageOf[MergeView](items=[_merge_view(one) for one in found], next=None)


async def undo_merge(call: Call) -> MergeView:
    """Give back what came with a merge, with what was said since in those dialogues."""
    return _merge_view(await call.services.merges.undo(call.agent, call.path("id")))


def _merge_view(merge: Merge) -> MergeView:
    return MergeView(
        id=merge.id,
        contact_id=merge.target_id,
        other_id=merge.source_id,
        at=merge.at,
        moved={name: len(ids) for name, ids in merge.moved.items()},
        undone_at=merge.undone_at,
    )
