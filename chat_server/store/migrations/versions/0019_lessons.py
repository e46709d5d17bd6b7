"""What people said lines should have been understood as."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "lessons",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("message_id", sa.String(64), nullable=False),
        sa.Column("conversation_id", sa.String(64), nullable=False),
        sa.Column("language", sa.String(20), nullable=False),
        sa.Column("intent", sa.String(100), nullable=True),
        sa.Column("heard_intent", sa.String(200), nullable=False),
        sa.Column("heard_confidence", sa.Float(), nullable=False),
        sa.Column("reviewed_by", sa.String(64), nullable=False),
        sa.Column("reviewed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wording", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_lessons_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lessons")),
        sa.UniqueConstraint("message_id", name=op.f("uq_lessons_message_id")),
    )
    op.create_index(op.f("ix_lessons_conversation_id"), "lessons", ["conversation_id"])
    op.create_index(op.f("ix_lessons_reviewed_at"), "lessons", ["reviewed_at"])


def downgrade() -> None:
    """Back."""
    op.drop_table("lessons")
