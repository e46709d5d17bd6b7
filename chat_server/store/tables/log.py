"""The append-only log and its fold, one response event a dialogue."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.events import EventType
from chat_server.domain.hold_out import Arm
from chat_server.store.types import words

from .columns import BIG, ID, json, key, metadata, moment, number, text

NOT_SPOKEN = "type NOT IN ('visitor_spoke', 'bot_spoke', 'agent_spoke', 'system_spoke')"
events = sa.Table(
    "events",
    metadata,
    sa.Column("position", BIG, primary_key=True, autoincrement=True),
    sa.Column("id", ID, nullable=False, unique=True),
    sa.Column("type", words(EventType), nullable=False),
    moment("at"),
    sa.Column("inbox_id", ID, nullable=False),
    text("actor_kind", 20),
    sa.Column("conversation_id", ID, nullable=True),
    sa.Column("contact_id", ID, nullable=True),
    sa.Column("actor_id", ID, nullable=True),
    json("data"),
    # Lines about messages have the message's id, and are found by it.
    sa.Index(
        "ix_events_conversation_id_not_spoken",
        "conversation_id",
        sqlite_where=sa.text(NOT_SPOKEN),
        postgresql_where=sa.text(NOT_SPOKEN),
    ),
    sa.Index(None, "type", "at"),
    sqlite_autoincrement=True,
)

# For who reads a stretch of the log: by its index on types SQLite would look at all lines of the type there are.
kind_of_line = sa.cast(events.c.type, sa.String())

response_events = sa.Table(
    "response_events",
    metadata,
    key("conversation_id"),
    sa.Column("inbox_id", ID, nullable=False),
    sa.Column("contact_id", ID, nullable=False),
    moment("opened_at"),
    text("channel", 32),
    text("language", 20),
    text("element", 64, nullable=True),
    text("campaign", nullable=True),
    text("variant", nullable=True),
    json("intents"),
    number("misses"),
    number("visitor_messages"),
    number("bot_messages"),
    number("agent_messages"),
    moment("first_reply_at", nullable=True),
    moment("handed_off_at", nullable=True),
    text("handoff_reason", 40, nullable=True),
    number("handoffs"),
    moment("first_agent_reply_at", nullable=True),
    json("agents"),
    moment("resolved_at", nullable=True),
    text("resolved_by", 20, nullable=True),
    sa.Column("rating", sa.Integer(), nullable=True),
    sa.Column("agent_rating", sa.Integer(), nullable=True),
    number("facts_learned"),
    number("facts_used"),
    sa.Column("memory_arm", words(Arm), nullable=False),
    number("memory_share"),
    number("asked_again"),
    # With whose it is: who talked in a time is told without looking up their dialogues.
    sa.Index(None, "opened_at", "contact_id"),
    # Whose dialogue it is changes with no message; by it each one finds the one before.
    sa.Index(None, "contact_id", "opened_at", "conversation_id"),
    sa.Index(
        None,
        "element",
        "opened_at",
        sqlite_where=sa.text("element IS NOT NULL"),
        postgresql_where=sa.text("element IS NOT NULL"),
    ),
    # A campaign's dialogues as they are listed, and whose they are, as segments ask.
    sa.Index(
        None,
        "campaign",
        "opened_at",
        sqlite_where=sa.text("campaign IS NOT NULL"),
        postgresql_where=sa.text("campaign IS NOT NULL"),
    ),
    sa.Index(
        None,
        "campaign",
        "contact_id",
        "opened_at",
        sqlite_where=sa.text("campaign IS NOT NULL"),
        postgresql_where=sa.text("campaign IS NOT NULL"),
    ),
)

hearing_progress = sa.Table(
    "hearing_progress",
    metadata,
    sa.Column("position", BIG, primary_key=True, autoincrement=False),
)

marking_progress = sa.Table(
    "marking_progress",
    metadata,
    sa.Column("position", BIG, primary_key=True, autoincrement=False),
)
