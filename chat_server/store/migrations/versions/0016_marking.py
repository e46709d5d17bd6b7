"""How far a model looked at what was said; what was said before this is not gone through again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "marking_progress",
        sa.Column("position", _BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_marking_progress")),
    )
    op.execute("INSERT INTO marking_progress SELECT coalesce(max(position), 0) FROM events")


def downgrade() -> None:
    """Back."""
    op.drop_table("marking_progress")
