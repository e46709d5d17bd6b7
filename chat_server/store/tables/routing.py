"""Teams, and how fast their queues move."""

from __future__ import annotations

import sqlalchemy as sa

from .columns import ID, json, key, metadata, moment, number

teams = sa.Table(
    "teams",
    metadata,
    key(),
    sa.Column("name", sa.String(80), nullable=False, unique=True),
    json("languages"),
    json("skills"),
)

team_members = sa.Table(
    "team_members",
    metadata,
    sa.Column("team_id", ID, sa.ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True),
    sa.Column("agent_id", ID, sa.ForeignKey("agents.id", ondelete="CASCADE"), primary_key=True),
)

queue_paces = sa.Table(
    "queue_paces",
    metadata,
    sa.Column("inbox_id", ID, primary_key=True),
    sa.Column("team_id", ID, primary_key=True),
    number("slots"),
    number("served"),
    sa.Column("slot_seconds", sa.Float(), nullable=False),
    sa.Column("giving_up", sa.Float(), nullable=False),
    sa.Column("low", sa.Float(), nullable=False),
    sa.Column("middle", sa.Float(), nullable=False),
    sa.Column("high", sa.Float(), nullable=False),
    moment("at"),
)
