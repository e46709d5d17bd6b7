"""Greetings that come up by themselves."""

from __future__ import annotations

import sqlalchemy as sa

from .columns import ID, json, metadata, moment, number, ref, text

greetings = sa.Table(
    "greetings",
    metadata,
    sa.Column("code", ID, sa.ForeignKey("elements.code", ondelete="CASCADE"), primary_key=True),
    sa.Column("text", sa.Text(), nullable=False),
    moment("changed_at"),
    json("replies"),
    text("page", nullable=True),
    number("after_seconds"),
    number("scroll_percent"),
    sa.Column("leaving", sa.Boolean(), nullable=False),
    text("visits", 20),
    text("fact_key", 64, nullable=True),
    text("fact_value", nullable=True),
    # Without a reference: a segment that is gone leaves a greeting that nobody gets, and that says so.
    sa.Column("segment_id", ID, nullable=True),
    ref("inbox_id", "inboxes.id", nullable=True),
    sa.Column("active", sa.Boolean(), nullable=False),
    json("translations"),
)
