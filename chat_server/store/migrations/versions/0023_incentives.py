"""What was promised to whom, what came of it, and points."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "incentives",
        _id(),
        _id("inbox_id"),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("unit", sa.String(10), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(3), nullable=False),
        _at("created_at"),
        sa.Column("min_total_cents", sa.Integer(), nullable=False),
        _at("valid_from", nullable=True),
        _at("valid_until", nullable=True),
        sa.Column("days", sa.Integer(), nullable=True),
        sa.Column("most", sa.Integer(), nullable=True),
        sa.Column("minted", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("reward_unit", sa.String(10), nullable=True),
        sa.Column("reward_value", sa.Integer(), nullable=True),
        sa.Column("bot_offers", sa.Boolean(), nullable=False),
        _id("campaign_id", nullable=True),
        _at("closed_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incentives")),
        _ref("incentives", "inbox_id", "inboxes"),
        _ref("incentives", "campaign_id", "campaigns"),
    )
    op.create_table(
        "issued_coupons",
        _id(),
        _id("code"),
        _id("incentive_id"),
        _id("contact_id"),
        _id("conversation_id", nullable=True),
        _at("minted_at"),
        sa.Column("minted_by_kind", sa.String(20), nullable=False),
        _id("minted_by_id", nullable=True),
        _at("valid_from"),
        _at("valid_until", nullable=True),
        _id("reward_of", nullable=True),
        _at("redeemed_at", nullable=True),
        sa.Column("redeemed_by", sa.String(200), nullable=True),
        sa.Column("order_number", sa.String(64), nullable=True),
        sa.Column("order_total_cents", sa.Integer(), nullable=True),
        sa.Column("discount_cents", sa.Integer(), nullable=True),
        sa.Column("sku", sa.String(64), nullable=True),
        sa.Column("reason", sa.String(500), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_coupons")),
        sa.UniqueConstraint("code", name=op.f("uq_issued_coupons_code")),
        _ref("issued_coupons", "incentive_id", "incentives"),
    )
    op.create_table(
        "points",
        _id(),
        _id("contact_id"),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        _at("at"),
        sa.Column("by_kind", sa.String(20), nullable=False),
        _id("by_id", nullable=True),
        _id("conversation_id", nullable=True),
        _id("coupon_id", nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_points")),
        _ref("points", "contact_id", "contacts"),
    )
    for table, *columns in (
        ("issued_coupons", "incentive_id", "minted_at"),
        ("issued_coupons", "contact_id"),
        ("issued_coupons", "conversation_id"),
        ("points", "contact_id", "at"),
    ):
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)


def downgrade() -> None:
    """Back."""
    for table in ("points", "issued_coupons", "incentives"):
        op.drop_table(table)


def _id(name: str = "id", *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(64), nullable=nullable)


def _at(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, UtcDateTime(), nullable=nullable)


def _ref(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete="CASCADE")
