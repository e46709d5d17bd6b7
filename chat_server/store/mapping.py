"""Domain classes mapped onto their tables, by SQLAlchemy's imperative mapping.

What the message path makes by the thousand stays plain: SQLAlchemy's attributes would cost more there than
all the rest. Of those classes the ORM knows subclasses of its own, the rows.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import composite, registry

from chat_server.domain.agent import Agent, ApiKey, CannedReply, Session
from chat_server.domain.bot_turn import BotTurn
from chat_server.domain.campaigns.campaign import Campaign
from chat_server.domain.campaigns.mail import CampaignMail, MailAddress
from chat_server.domain.consent import Consent
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.contact_history import CallNote
from chat_server.domain.conversation import Conversation
from chat_server.domain.desk import AuditLine, Coding, RevealGrant, Sample, SampledDialogue
from chat_server.domain.element import Element
from chat_server.domain.erasure import Erasure
from chat_server.domain.events import Event
from chat_server.domain.experiments.experiment import Experiment, Exposure
from chat_server.domain.facts.fact import Fact, Forgotten
from chat_server.domain.files.file import StoredFile
from chat_server.domain.inbox import Inbox
from chat_server.domain.incentive import Incentive, IssuedCoupon
from chat_server.domain.lessons.job import BotJob, OwnIntent, Trainer
from chat_server.domain.lessons.lesson import Lesson
from chat_server.domain.listening.risen import Risen, RiseWatcher
from chat_server.domain.merging import Merge
from chat_server.domain.message import Author, Message
from chat_server.domain.outbox import Delivery
from chat_server.domain.ownership import Owner
from chat_server.domain.points import PointsLine
from chat_server.domain.proactive import ProactiveGreeting
from chat_server.domain.response_event import ResponseEvent
from chat_server.domain.retention import Sweep
from chat_server.domain.segments.rule import Segment
from chat_server.domain.shop import Coupon, Customer, Order, OrderReturn, Product
from chat_server.domain.team import Team, TeamMember
from chat_server.domain.touch import Touch
from chat_server.domain.waiting import QueuePace
from chat_server.domain.webhooks.delivery import HookDelivery
from chat_server.domain.webhooks.webhook import Webhook

from . import tables

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")
mapper = registry(metadata=tables.metadata)


def _row_of(kind: type[T]) -> type[T]:
    return type(f"{kind.__name__}Row", (kind,), {"__doc__": f"{kind.__name__} as the ORM has it."})


ConversationRow = _row_of(Conversation)
MessageRow = _row_of(Message)
EventRow = _row_of(Event)
ResponseEventRow = _row_of(ResponseEvent)

ROWS: Mapping[type[Any], type[Any]] = {
    Conversation: ConversationRow,
    Message: MessageRow,
    Event: EventRow,
    ResponseEvent: ResponseEventRow,
}
# Attributes that are several columns: the class they are, and which columns, in the order of its fields.
COMPOSITES: Mapping[type[Any], Mapping[str, tuple[type[Any], tuple[sa.Column[Any], ...]]]] = {
    Conversation: {
        "owner": (
            Owner,
            (
                tables.conversations.c.owner_kind,
                tables.conversations.c.owner_agent_id,
                tables.conversations.c.owner_name,
                tables.conversations.c.owner_epoch,
            ),
        )
    },
    Message: {
        "author": (
            Author,
            (
                tables.messages.c.author_kind,
                tables.messages.c.author_id,
                tables.messages.c.author_name,
            ),
        )
    },
}


def as_row(thing: object) -> object:
    """What the ORM can keep: a row with the same values, or the thing itself where its class is mapped."""
    row = ROWS.get(type(thing))
    if row is None:
        return thing
    return row(**{field.name: getattr(thing, field.name) for field in fields(row)})


def map_domain() -> None:
    """Maps the domain classes once; later calls do nothing."""
    if mapper.mappers:
        return
    for kind, table in ((Conversation, tables.conversations), (Message, tables.messages)):
        mapper.map_imperatively(
            ROWS[kind],
            table,
            properties={
                name: composite(made, *columns)
                for name, (made, columns) in COMPOSITES[kind].items()
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
        (CallNote, tables.call_notes),
        (BotTurn, tables.bot_turns),
        (Delivery, tables.outbox),
        (StoredFile, tables.files),
        (Fact, tables.facts),
        (Forgotten, tables.forgotten_facts),
        (Lesson, tables.lessons),
        (Sample, tables.samples),
        (SampledDialogue, tables.sampled_dialogues),
        (Coding, tables.codings),
        (AuditLine, tables.audit),
        (RevealGrant, tables.reveal_grants),
        (OwnIntent, tables.own_intents),
        (BotJob, tables.bot_jobs),
        (Trainer, tables.trainers),
        (Erasure, tables.erasures),
        (Merge, tables.merges),
        (EventRow, tables.events),
        (ResponseEventRow, tables.response_events),
        (Campaign, tables.campaigns),
        (CampaignMail, tables.campaign_mails),
        (MailAddress, tables.mail_addresses),
        (Element, tables.elements),
        (Experiment, tables.experiments),
        (Exposure, tables.exposures),
        (ProactiveGreeting, tables.greetings),
        (Segment, tables.segments),
        (Sweep, tables.sweeps),
        (Risen, tables.rises),
        (RiseWatcher, tables.rise_watchers),
        (Touch, tables.touches),
        (Incentive, tables.incentives),
        (IssuedCoupon, tables.issued_coupons),
        (PointsLine, tables.points),
        (Product, tables.products),
        (Customer, tables.customers),
        (Order, tables.orders),
        (OrderReturn, tables.order_returns),
        (Coupon, tables.coupons),
        (Webhook, tables.webhooks),
        (HookDelivery, tables.webhook_deliveries),
    ]
    for mapped, table in plain:
        mapper.map_imperatively(mapped, table)
