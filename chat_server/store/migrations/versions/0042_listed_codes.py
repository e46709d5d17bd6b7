"""Coupons that the shop made: nobody's until they are given or used."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; until now each was somebody's."""
    with op.batch_alter_table("issued_coupons") as table:
        table.add_column(sa.Column("listed_at", UtcDateTime(), nullable=True))
        table.alter_column("contact_id", existing_type=sa.String(64), nullable=True)


def downgrade() -> None:
    """Back; those that are nobody's go."""
    op.execute("DELETE FROM issued_coupons WHERE contact_id IS NULL")
    with op.batch_alter_table("issued_coupons") as table:
        table.alter_column("contact_id", existing_type=sa.String(64), nullable=False)
        table.drop_column("listed_at")
