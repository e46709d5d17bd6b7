"""Sudden rises that were found, and who wants to hear of them by mail."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "rises",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("key", sa.String(100), nullable=False),
        sa.Column("about", sa.String(200), nullable=True),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Float(), nullable=False),
        sa.Column("found_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rises")),
    )
    op.create_index(op.f("ix_rises_day"), "rises", ["day"])
    op.create_table(
        "rise_watchers",
        sa.Column("agent_id", sa.String(64), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("agent_id", name=op.f("pk_rise_watchers")),
        sa.ForeignKeyConstraint(
            ["agent_id"],
            ["agents.id"],
            name=op.f("fk_rise_watchers_agent_id_agents"),
            ondelete="CASCADE",
        ),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("rise_watchers")
    op.drop_table("rises")
