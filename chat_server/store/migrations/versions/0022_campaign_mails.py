"""Campaigns that write to people, their mails, and what is known of addresses."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_MOMENTS = ("starts_at", "planned_at", "ended_at")
_SUMS = ("mail_opened", "mail_clicked", "unsubscribed")


def upgrade() -> None:
    """Forward; what there was are campaigns of which only the elements count."""
    draft = sa.Column("state", sa.String(32), nullable=False, server_default="draft")
    op.add_column("campaigns", draft)
    for name in ("plan", "skipped"):
        column = sa.Column(name, sa.JSON(), nullable=False, server_default="{}")
        op.add_column("campaigns", column)
    for name in _MOMENTS:
        op.add_column("campaigns", sa.Column(name, UtcDateTime(), nullable=True))
    for name in ("planned_to", "problem"):
        op.add_column("campaigns", sa.Column(name, sa.String(64), nullable=True))
    for name in _SUMS:
        number = sa.Column(name, sa.Integer(), nullable=False, server_default="0")
        op.add_column("campaigns", number)
    op.create_table(
        "campaign_mails",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("campaign_id", sa.String(64), nullable=False),
        sa.Column("contact_id", sa.String(64), nullable=False),
        sa.Column("address_digest", sa.String(64), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.String(64), nullable=True),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_mails")),
        sa.ForeignKeyConstraint(
            ["campaign_id"],
            ["campaigns.id"],
            name=op.f("fk_campaign_mails_campaign_id_campaigns"),
            ondelete="CASCADE",
        ),
    )
    for columns in (
        ("campaign_id", "state", "due_at"),
        ("campaign_id", "address_digest"),
        ("contact_id", "sent_at"),
        ("address_digest", "sent_at"),
    ):
        name = op.f(f"ix_campaign_mails_{'_'.join(columns)}")
        op.create_index(name, "campaign_mails", list(columns))
    op.create_table(
        "mail_addresses",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("bounces", sa.Integer(), nullable=False),
        sa.Column("bounced_at", UtcDateTime(), nullable=True),
        sa.Column("refused_at", UtcDateTime(), nullable=True),
        sa.Column("refusal", sa.String(32), nullable=True),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_mail_addresses")),
    )
    op.create_index(op.f("ix_mail_addresses_refused_at"), "mail_addresses", ["refused_at"])
    with op.batch_alter_table("outbox") as table:
        table.alter_column("conversation_id", existing_type=sa.String(64), nullable=True)


def downgrade() -> None:
    """Back; promises about no conversation go."""
    op.execute(sa.text("DELETE FROM outbox WHERE conversation_id IS NULL"))
    with op.batch_alter_table("outbox") as table:
        table.alter_column("conversation_id", existing_type=sa.String(64), nullable=False)
    op.drop_table("mail_addresses")
    op.drop_table("campaign_mails")
    for name in (*_SUMS, "planned_to", "problem", *_MOMENTS, "plan", "skipped", "state"):
        op.drop_column("campaigns", name)
