"""Greetings that come up by themselves."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "greetings",
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.Column("replies", sa.JSON(), nullable=False),
        sa.Column("page", sa.String(200), nullable=True),
        sa.Column("after_seconds", sa.Integer(), nullable=False),
        sa.Column("scroll_percent", sa.Integer(), nullable=False),
        sa.Column("leaving", sa.Boolean(), nullable=False),
        sa.Column("visits", sa.String(20), nullable=False),
        sa.Column("fact_key", sa.String(64), nullable=True),
        sa.Column("fact_value", sa.String(200), nullable=True),
        sa.Column("segment_id", sa.String(64), nullable=True),
        sa.Column("inbox_id", sa.String(64), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["code"],
            ["elements.code"],
            name=op.f("fk_greetings_code_elements"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["inbox_id"],
            ["inboxes.id"],
            name=op.f("fk_greetings_inbox_id_inboxes"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_greetings")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("greetings")
