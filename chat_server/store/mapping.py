"""The domain classes mapped onto their tables, by SQLAlchemy's imperative mapping."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.orm import composite, registry

from chat_server.domain.agent import Agent, ApiKey, CannedReply, Session
from chat_server.domain.bot_turn import BotTurn
from chat_server.domain.consent import Consent
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.conversation import Conversation
from chat_server.domain.element import Campaign, Element
from chat_server.domain.events import Event
from chat_server.domain.fact import Fact
from chat_server.domain.inbox import Inbox
from chat_server.domain.message import Author, Message
from chat_server.domain.outbox import Delivery
from chat_server.domain.ownership import Owner
from chat_server.domain.response_event import ResponseEvent
from chat_server.domain.shop import Coupon, Customer, Order, OrderReturn, Product
from chat_server.domain.team import Team, TeamMember
from chat_server.domain.waiting import QueuePace

from . import tables

mapper = registry(metadata=tables.metadata)


def map_domain() -> None:
    """Maps the domain classes once; later calls do nothing."""
    if mapper.mappers:
        return
    mapper.map_imperatively(
        Conversation,
        tables.conversations,
        properties={
            "owner": composite(
                Owner,
                tables.conversations.c.owner_kind,
                tables.conversations.c.owner_agent_id,
                tables.conversations.c.owner_name,
                tables.conversations.c.owner_epoch,
            )
        },
    )
    mapper.map_imperatively(
        Message,
        tables.messages,
        properties={
            "author": composite(
                Author,
                tables.messages.c.author_kind,
                tables.messages.c.author_id,
                tables.messages.c.author_name,
            )
        },
    )
    plain: list[tuple[type[object], sa.Table]] = [
        (Inbox, tables.inboxes),
        (Agent, tables.agents),
        (Team, tables.teams),
        (TeamMember, tables.team_members),
        (QueuePace, tables.queue_paces),
        (Session, tables.sessions),
        (ApiKey, tables.api_keys),
        (CannedReply, tables.canned_replies),
        (Contact, tables.contacts),
        (Visitor, tables.visitors),
        (Consent, tables.consents),
        (BotTurn, tables.bot_turns),
        (Delivery, tables.outbox),
        (Fact, tables.facts),
        (Event, tables.events),
        (ResponseEvent, tables.response_events),
        (Campaign, tables.campaigns),
        (Element, tables.elements),
        (Product, tables.products),
        (Customer, tables.customers),
        (Order, tables.orders),
        (OrderReturn, tables.order_returns),
        (Coupon, tables.coupons),
    ]
    for kind, table in plain:
        mapper.map_imperatively(kind, table)
