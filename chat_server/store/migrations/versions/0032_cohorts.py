"""Counts of who came back; all days are counted again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "rollup_cohorts",
        *(sa.Column(name, sa.String(10), nullable=False) for name in ("span", "unit", "first")),
        sa.Column("n", _BIG, nullable=False),
        sa.PrimaryKeyConstraint("span", "unit", "first", name=op.f("pk_rollup_cohorts")),
    )
    op.execute("DELETE FROM rollup_spans")


def downgrade() -> None:
    """Back."""
    op.drop_table("rollup_cohorts")
