"""Webhooks; they are told of what happens from now on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_D = "webhook_deliveries"


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "webhooks",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("url", sa.String(2000), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("events", sa.JSON(), nullable=False),
        sa.Column("texts", sa.String(32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("pause_reason", sa.String(400), nullable=True),
        sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("resting_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("holder", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_webhooks")),
    )
    op.create_table(
        _D,
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("webhook_id", sa.String(64), nullable=False),
        sa.Column("event_id", sa.String(64), nullable=False),
        sa.Column("type", sa.String(40), nullable=False),
        sa.Column("sequence", _BIG, nullable=True),
        sa.Column("conversation_id", sa.String(64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("status", sa.Integer(), nullable=True),
        sa.Column("took_ms", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(400), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [f"{one}_id"],
                [f"{one}s.id"],
                name=op.f(f"fk_{_D}_{one}_id_{one}s"),
                ondelete="CASCADE",
            )
            for one in ("webhook", "conversation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{_D}")),
        sa.UniqueConstraint("webhook_id", "event_id", name=op.f(f"uq_{_D}_webhook_id_event_id")),
    )
    for columns in (
        ["webhook_id", "state", "due_at"],
        ["webhook_id", "created_at", "id"],
        ["conversation_id"],
        ["created_at"],
    ):
        op.create_index(op.f(f"ix_{_D}_{'_'.join(columns)}"), _D, columns)
    op.create_table(
        "webhook_progress",
        sa.Column("position", _BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_webhook_progress")),
    )
    op.execute("INSERT INTO webhook_progress SELECT coalesce(max(position), 0) FROM events")


def downgrade() -> None:
    """Back."""
    for table in ("webhook_progress", _D, "webhooks"):
        op.drop_table(table)
