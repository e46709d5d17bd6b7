"""Opening hours, offline messages and the outbox of e-mails."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None
_MINUTES = {"idle_minutes": "25", "idle_agent_minutes": "25", "idle_close_minutes": "5"}


def upgrade() -> None:
    """Forward."""
    op.add_column("inboxes", sa.Column("hours", sa.JSON(none_as_null=True), nullable=True))
    op.add_column("inboxes", sa.Column("offline_message", sa.Text(), nullable=True))
    op.add_column("inboxes", sa.Column("reply_email", sa.String(254), nullable=True))
    for name, minutes in _MINUTES.items():
        column = sa.Column(name, sa.Integer(), nullable=False, server_default=minutes)
        op.add_column("inboxes", column)
    op.add_column("conversations", sa.Column("offline_at", UtcDateTime(), nullable=True))
    op.add_column("conversations", sa.Column("reply_to", sa.String(254), nullable=True))
    op.add_column("conversations", sa.Column("mail_from_seq", sa.Integer(), nullable=True))
    op.add_column("conversations", sa.Column("answered_at", UtcDateTime(), nullable=True))
    op.add_column("conversations", sa.Column("idle_noticed_at", UtcDateTime(), nullable=True))
    op.add_column("conversations", sa.Column("snoozed_until", UtcDateTime(), nullable=True))
    op.create_table(
        "outbox",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("source", sa.String(160), nullable=False),
        sa.Column("conversation_id", sa.String(64), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("recipient", sa.String(254), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("leased_until", UtcDateTime(), nullable=True),
        sa.Column("finished_at", UtcDateTime(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_outbox_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("source", "kind", name=op.f("uq_outbox_source_kind")),
    )
    op.create_index(op.f("ix_outbox_state_due_at"), "outbox", ["state", "due_at"])
    op.create_index(op.f("ix_outbox_conversation_id"), "outbox", ["conversation_id"])
    op.create_index(op.f("ix_outbox_recipient"), "outbox", ["recipient"])


def downgrade() -> None:
    """Back."""
    op.drop_table("outbox")
    for name in (
        "offline_at",
        "reply_to",
        "mail_from_seq",
        "answered_at",
        "idle_noticed_at",
        "snoozed_until",
    ):
        op.drop_column("conversations", name)
    for name in ("hours", "offline_message", "reply_email", *_MINUTES):
        op.drop_column("inboxes", name)
