"""A visitor meets a response element on the company's own pages: kept with their arrival."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.contact import Contact
from chat_server.domain.element import Element, named_by, utm_of
from chat_server.domain.events import Event, EventType
from chat_server.domain.ports import Transaction
from chat_server.domain.touch import TouchStep, touch

_EVENTS = {
    TouchStep.SHOWN: EventType.ELEMENT_SHOWN,
    TouchStep.SEEN: EventType.ELEMENT_SEEN,
    TouchStep.NAMED: EventType.ELEMENT_NAMED,
}


async def arrived_by(tx: Transaction, code: str | None, page_url: str | None) -> Element | None:
    """The element with this code, or else the one that the page's address names as advertisers do."""
    found = await tx.elements.get(code) if code else None
    utm = {} if found else utm_of(page_url)
    return named_by(utm, await tx.elements.all()) if utm else found


async def meet(
    tx: Transaction,
    element: Element,
    contact: Contact,
    step: TouchStep,
    now: datetime,
    conversation_id: str | None = None,
) -> None:
    """Once a person and day, with its line in the log."""
    met = touch(element.code, step, now, contact_id=contact.id)
    if await tx.touches.add(met):
        line = Event(
            id=met.id,
            type=_EVENTS[step],
            at=now,
            inbox_id=element.inbox_id,
            actor_kind="visitor",
            conversation_id=conversation_id,
            contact_id=contact.id,
            data={"element": element.code, "campaign": element.campaign_id},
        )
        await tx.record([line])
