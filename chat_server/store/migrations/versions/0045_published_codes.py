"""Codes that everybody may know belong to an incentive, have bounds, and are counted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; codes that there are can be told of, as before, and used once somebody publishes them."""
    with op.batch_alter_table("coupons") as table:
        table.alter_column("valid_until", existing_type=UtcDateTime(), nullable=True)
        table.add_column(sa.Column("incentive_id", sa.String(64), nullable=True))
        table.add_column(sa.Column("valid_from", UtcDateTime(), nullable=True))
        table.add_column(sa.Column("most", sa.Integer(), nullable=True))
        table.add_column(sa.Column("per_customer", sa.Integer(), nullable=True))
        table.add_column(sa.Column("uses", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("closed_at", UtcDateTime(), nullable=True))
        table.create_foreign_key(
            "fk_coupons_incentive_id_incentives",
            "incentives",
            ["incentive_id"],
            ["id"],
            ondelete="CASCADE",
        )
    with op.batch_alter_table("issued_coupons") as table:
        table.add_column(sa.Column("published", sa.String(64), nullable=True))
        table.create_index(
            "ix_issued_coupons_published_order_number", ["published", "order_number"]
        )
        table.create_index("ix_issued_coupons_published_redeemed_by", ["published", "redeemed_by"])


def downgrade() -> None:
    """Back; what was used stays used, and a code without an end cannot stay."""
    with op.batch_alter_table("issued_coupons") as table:
        table.drop_index("ix_issued_coupons_published_redeemed_by")
        table.drop_index("ix_issued_coupons_published_order_number")
        table.drop_column("published")
    op.execute("DELETE FROM coupons WHERE valid_until IS NULL")
    with op.batch_alter_table("coupons") as table:
        table.drop_constraint("fk_coupons_incentive_id_incentives", type_="foreignkey")
        for name in ("closed_at", "uses", "per_customer", "most", "valid_from", "incentive_id"):
            table.drop_column(name)
        table.alter_column("valid_until", existing_type=UtcDateTime(), nullable=False)
