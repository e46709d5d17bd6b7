"""Where visitors arrive, and what led them there."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.inbox import RoutingMode
from chat_server.domain.touch import TouchStep
from chat_server.store.types import words

from .columns import ID, json, key, metadata, moment, number, ref, text

inboxes = sa.Table(
    "inboxes",
    metadata,
    key(),
    sa.Column("key", ID, nullable=False, unique=True),
    text("name"),
    text("locale", 20),
    text("timezone", 64),
    sa.Column("greeting", sa.Text(), nullable=False),
    text("accent", 20),
    text("bot_name"),
    json("allowed_origins"),
    json("secrets"),
    sa.Column("hours", sa.JSON(none_as_null=True), nullable=True),
    sa.Column("offline_message", sa.Text(), nullable=True),
    text("reply_email", 254, nullable=True),
    number("idle_minutes"),
    number("idle_agent_minutes"),
    number("idle_close_minutes"),
    sa.Column("routing", words(RoutingMode), nullable=False),
    number("answer_seconds"),
    number("reply_seconds"),
    number("relax_seconds"),
    sa.Column("team_id", ID, nullable=True),
    json("routing_rules"),
    number("memory_holdout"),
    json("consent"),
    moment("archived_at", nullable=True),
    json("old_secrets"),
)

elements = sa.Table(
    "elements",
    metadata,
    key("code"),
    text("kind", 20),
    text("name"),
    sa.Column("target_url", sa.Text(), nullable=False),
    ref("inbox_id", "inboxes.id"),
    moment("created_at"),
    ref("campaign_id", "campaigns.id", nullable=True),
    text("variant", nullable=True),
    sa.Column("cost_cents", sa.Integer(), nullable=True),
    text("currency", 3, nullable=True),
    json("utm"),
)

touches = sa.Table(
    "touches",
    metadata,
    key(),
    ref("element_code", "elements.code"),
    sa.Column("step", words(TouchStep), nullable=False),
    moment("at"),
    sa.Column("person", ID, nullable=True),
    # Without a reference: who is forgotten still counts, under a name that leads nowhere.
    sa.Column("contact_id", ID, nullable=True),
    sa.Index(None, "element_code", "step", "at"),
    sa.Index(None, "contact_id"),
)
