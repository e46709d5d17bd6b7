"""Webhooks, what is on its way to them, and how far the log was read for them."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.webhooks.delivery import HookState
from chat_server.domain.webhooks.webhook import Texts
from chat_server.store.types import words

from .columns import BIG, ID, json, key, metadata, moment, number, ref, text

webhooks = sa.Table(
    "webhooks",
    metadata,
    key(),
    text("name", 80),
    text("url", 2000),
    sa.Column("secret", sa.Text(), nullable=False),
    json("events"),
    sa.Column("texts", words(Texts), nullable=False),
    moment("created_at"),
    moment("paused_at", nullable=True),
    text("pause_reason", 400, nullable=True),
    moment("failing_since", nullable=True),
    number("failures"),
    moment("resting_until", nullable=True),
    moment("leased_until", nullable=True),
    text("holder", 64, nullable=True),
)

# Ids only: what happened is in the log and among the messages, and goes with them.
webhook_deliveries = sa.Table(
    "webhook_deliveries",
    metadata,
    key(),
    ref("webhook_id", "webhooks.id"),
    sa.Column("event_id", ID, nullable=False),
    text("type", 40),
    sa.Column("sequence", BIG, nullable=True),
    ref("conversation_id", "conversations.id", nullable=True),
    moment("created_at"),
    moment("due_at"),
    sa.Column("state", words(HookState), nullable=False),
    number("attempts"),
    moment("tried_at", nullable=True),
    moment("finished_at", nullable=True),
    sa.Column("status", sa.Integer(), nullable=True),
    sa.Column("took_ms", sa.Integer(), nullable=True),
    text("outcome", 400, nullable=True),
    sa.UniqueConstraint("webhook_id", "event_id"),
    sa.Index(None, "webhook_id", "state", "due_at"),
    sa.Index(None, "webhook_id", "created_at", "id"),
    sa.Index(None, "conversation_id"),
    sa.Index(None, "created_at"),
)

webhook_progress = sa.Table(
    "webhook_progress",
    metadata,
    sa.Column("position", BIG, primary_key=True, autoincrement=False),
)
