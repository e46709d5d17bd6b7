"""Rules of consent by inbox, receipts of what was forgotten, merges that can be undone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    rules = sa.Column("consent", sa.JSON(), nullable=False, server_default="{}")
    op.add_column("inboxes", rules)
    op.create_table(
        "erasures",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("bot_dialogues", sa.JSON(), nullable=False),
        sa.Column("bot_told_at", UtcDateTime(), nullable=True),
        sa.Column("scrubbed_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
    )
    for name in ("subject", "bot_told_at", "scrubbed_at"):
        op.create_index(op.f(f"ix_erasures_{name}"), "erasures", [name])
    op.create_table(
        "merges",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("inbox_id", sa.String(64), nullable=False),
        sa.Column("source_id", sa.String(64), nullable=False),
        sa.Column("target_id", sa.String(64), nullable=False),
        sa.Column("visitor_id", sa.String(64), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("proof", sa.String(64), nullable=False),
        sa.Column("contact", sa.JSON(), nullable=False),
        sa.Column("moved", sa.JSON(), nullable=False),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["target_id"],
            ["contacts.id"],
            name=op.f("fk_merges_target_id_contacts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
    )
    for name in ("target_id", "source_id"):
        op.create_index(op.f(f"ix_merges_{name}"), "merges", [name])


def downgrade() -> None:
    """Back."""
    op.drop_table("merges")
    op.drop_table("erasures")
    op.drop_column("inboxes", "consent")
