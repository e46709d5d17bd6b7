"""What hubs still have to do, and which of them does it."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.bot_turn import TurnState
from chat_server.domain.outbox import DeliveryKind, DeliveryState
from chat_server.store.types import words

from .columns import json, key, metadata, moment, number, ref, text

bot_turns = sa.Table(
    "bot_turns",
    metadata,
    key(),
    ref("conversation_id", "conversations.id"),
    number("message_seq"),
    number("epoch"),
    moment("created_at"),
    sa.Column("state", words(TurnState), nullable=False),
    number("attempts"),
    moment("started_at", nullable=True),
    moment("finished_at", nullable=True),
    text("outcome", 64, nullable=True),
    sa.UniqueConstraint("conversation_id", "message_seq"),
    sa.Index(None, "state", "created_at"),
)

outbox = sa.Table(
    "outbox",
    metadata,
    key(),
    sa.Column("kind", words(DeliveryKind), nullable=False),
    text("source", 160),
    ref("conversation_id", "conversations.id", nullable=True),
    moment("created_at"),
    moment("due_at"),
    json("payload"),
    text("recipient", 254, nullable=True),
    sa.Column("state", words(DeliveryState), nullable=False),
    number("attempts"),
    moment("leased_until", nullable=True),
    moment("finished_at", nullable=True),
    sa.Column("outcome", sa.Text(), nullable=True),
    sa.UniqueConstraint("source", "kind"),
    sa.Index(None, "state", "due_at"),
    sa.Index(None, "conversation_id"),
    sa.Index(None, "recipient"),
)

# Times are seconds of the database's own clock, by which all hubs go.
leases = sa.Table(
    "leases",
    metadata,
    key("name"),
    text("holder", 64),
    sa.Column("expires_at", sa.Float(), nullable=False),
)
