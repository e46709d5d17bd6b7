"""Orders that elements are owed, and what followed dialogues of campaigns, are counted by days that are over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_CREDITED = {"span": 10, "which": 10, "element": 64, "before": 10}


def upgrade() -> None:
    """Forward; the job counts them."""
    op.create_table(
        "rollup_credits",
        *(sa.Column(name, sa.String(n), nullable=False) for name, n in _CREDITED.items()),
        sa.Column("n", _BIG, nullable=False),
        sa.PrimaryKeyConstraint(*_CREDITED, name=op.f("pk_rollup_credits")),
    )
    op.create_table(
        "rollup_followed",
        sa.Column("span", sa.String(10), nullable=False),
        sa.Column("campaign", sa.String(200), nullable=False),
        *(sa.Column(name, _BIG, nullable=False) for name in ("coupons", "redeemed", "ordered")),
        sa.PrimaryKeyConstraint("span", "campaign", name=op.f("pk_rollup_followed")),
    )
    op.create_table(
        "rollup_book_spans",
        sa.Column("book", sa.String(20), nullable=False),
        sa.Column("span", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("book", "span", name=op.f("pk_rollup_book_spans")),
    )
    op.create_table(
        "rollup_stale",
        sa.Column("position", _BIG, autoincrement=True, nullable=False),
        sa.Column("book", sa.String(20), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_rollup_stale")),
    )
    op.create_table(
        "rollup_noted",
        sa.Column("book", sa.String(20), nullable=False),
        sa.Column("times", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("book", name=op.f("pk_rollup_noted")),
    )
    op.create_index("ix_issued_coupons_order_number", "issued_coupons", ["order_number"])


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_issued_coupons_order_number", "issued_coupons")
    for name in ("noted", "stale", "book_spans", "followed", "credits"):
        op.drop_table(f"rollup_{name}")
