"""Counts of days and months that are over; a job fills them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ABOUT = ("channel", "language", "element", "campaign", "variant")
_COUNTED = (
    *("dialogues", "handed_off", "resolved", "bot_alone"),
    *(f"rated_{score}" for score in range(1, 6)),
    *("bot_messages", "facts_used", "memory_used"),
)
_HELP = ("shown", "helpful", "not_helpful", "handed_off", "missed")
_TABLES = {
    "rollup_spans": ((), ("dialogues", "handed_off", "resolved")),
    "rollup_cells": (tuple((name, 200) for name in _ABOUT), _COUNTED),
    "rollup_marks": ((("kind", 20), ("key", 200)), ("n",)),
    "rollup_returns": ((("before", 10), ("visit", 0)), ("n",)),
    "rollup_openings": ((("element", 64),), ("n",)),
    "rollup_help": (tuple((name, 64) for name in ("language", "article", "passage")), _HELP),
}
_BEFORE = "ix_response_events_contact_id_opened_at_conversation_id"


def upgrade() -> None:
    """Forward."""
    for name, (keys, counts) in _TABLES.items():
        key = ["span", *(one for one, _ in keys)]
        op.create_table(
            name,
            sa.Column("span", sa.String(10), nullable=False),
            *(sa.Column(one, _kind(length), nullable=False) for one, length in keys),
            *(sa.Column(one, _BIG, nullable=False) for one in counts),
            sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
        )
    op.create_table(
        "rollup_progress",
        sa.Column("position", _BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_rollup_progress")),
    )
    op.execute("INSERT INTO rollup_progress SELECT coalesce(max(position), 0) FROM events")
    op.create_index(_BEFORE, "response_events", ["contact_id", "opened_at", "conversation_id"])


def downgrade() -> None:
    """Back."""
    op.drop_index(_BEFORE, "response_events")
    op.drop_table("rollup_progress")
    for name in reversed(_TABLES):
        op.drop_table(name)


def _kind(length: int) -> sa.String | sa.Integer:
    return sa.String(length) if length else sa.Integer()
