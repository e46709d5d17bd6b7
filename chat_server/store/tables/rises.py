"""Rises that were found, and who wants to hear of them."""

from __future__ import annotations

import sqlalchemy as sa

from .columns import ID, key, metadata, moment, number, text

rises = sa.Table(
    "rises",
    metadata,
    key(),
    text("kind", 20),
    text("key", 100),
    text("about", nullable=True),
    text("day", 10),
    number("days"),
    number("count"),
    sa.Column("expected", sa.Float(), nullable=False),
    moment("found_at"),
    sa.Index(None, "day"),
)

rise_watchers = sa.Table(
    "rise_watchers",
    metadata,
    sa.Column("agent_id", ID, sa.ForeignKey("agents.id", ondelete="CASCADE"), primary_key=True),
    moment("since"),
)
