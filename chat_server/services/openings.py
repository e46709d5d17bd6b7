"""How a visitor's dialogue begins: with their first message, or with the wish for a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.conversation import Conversation, Origin, Step
from chat_server.domain.element import Element
from chat_server.domain.errors import Conflict
from chat_server.domain.ids import new_id
from chat_server.domain.inbox import Inbox
from chat_server.domain.ownership import first_owner
from chat_server.domain.ports import Transaction
from chat_server.domain.said_code import codes_in

from .access import VisitorCaller, present


@dataclass(frozen=True, slots=True)
class Opening:
    """A dialogue that is about to begin, and what brings it.

    `element` is the one with the browser's code, if it is there; `named` the one that the first words name.
    """

    client_id: str
    inbox: Inbox
    element_code: str | None
    element: Element | None
    named: Element | None = None
    conversation_id: str = field(default_factory=new_id)

    def takes_element(self, visitor: Visitor) -> bool:
        """An element brings one dialogue: since it was looked up, another one may have begun."""
        return self.element_code is not None and visitor.element_code == self.element_code

    def begin(self, visitor: Visitor, contact: Contact, now: datetime) -> tuple[Conversation, Step]:
        """The bot has it first."""
        element = self.element if self.takes_element(visitor) else None
        element = element or self.named
        origin = Origin(
            element=element.code if element else None,
            element_kind=element.kind if element else None,
            campaign=element.campaign_id if element else None,
            variant=element.variant if element else None,
            page_url=visitor.page.get("url") or None,
            page_title=visitor.page.get("title"),
            referrer=visitor.page.get("referrer") or None,
        )
        return Conversation.open(
            inbox_id=self.inbox.id,
            contact_id=contact.id,
            visitor_id=visitor.id,
            client_id=self.client_id,
            locale=contact.locale or self.inbox.locale,
            bot=first_owner(self.inbox.bot_name),
            origin=origin,
            now=now,
            holdout=self.inbox.memory_holdout,
            conversation_id=self.conversation_id,
        )


async def opening_of(
    tx: Transaction, caller: VisitorCaller, client_id: str, said: str = ""
) -> Opening:
    """Where the caller is, and the element that brought them, or that they name, if one did."""
    inbox = present(await tx.inboxes.get(caller.inbox_id))
    if inbox.archived_at is not None:
        raise Conflict("This chat is closed; there are no new conversations.")
    visitor = present(await tx.contacts.visitor(caller.visitor_id))
    element = await tx.elements.get(visitor.element_code) if visitor.element_code else None
    codes = codes_in(said) if element is None else []
    named = await tx.elements.spoken(codes) if codes else []
    return Opening(client_id, inbox, visitor.element_code, element, named[0] if named else None)
