"""Who answers, and how they sign in."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.agent import Availability, Role
from chat_server.store.types import words

from .columns import ID, json, key, metadata, moment, number, ref, text

agents = sa.Table(
    "agents",
    metadata,
    key(),
    sa.Column("email", sa.String(254), nullable=False, unique=True),
    text("name"),
    sa.Column("role", words(Role), nullable=False),
    text("password_hash", 300),
    moment("created_at"),
    sa.Column("availability", words(Availability), nullable=False),
    json("skills"),
    json("languages"),
    number("capacity"),
    moment("idle_since", nullable=True),
    moment("gone_at", nullable=True),
    moment("removed_at", nullable=True),
)

sessions = sa.Table(
    "sessions",
    metadata,
    key("token_digest"),
    ref("agent_id", "agents.id"),
    moment("created_at"),
    moment("expires_at"),
)

api_keys = sa.Table(
    "api_keys",
    metadata,
    key(),
    text("name"),
    sa.Column("role", words(Role), nullable=False),
    sa.Column("token_digest", ID, nullable=False, unique=True),
    moment("created_at"),
)

canned_replies = sa.Table(
    "canned_replies",
    metadata,
    key(),
    sa.Column("shortcut", sa.String(40), nullable=False, unique=True),
    sa.Column("text", sa.Text(), nullable=False),
)
