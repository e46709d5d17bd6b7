"""When what was kept long enough was forgotten last."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "sweeps",
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("before", UtcDateTime(), nullable=False),
        sa.Column("swept_at", UtcDateTime(), nullable=False),
        sa.Column("gone", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("purpose", name=op.f("pk_sweeps")),
    )


def downgrade() -> None:
    """Back."""
    op.drop_table("sweeps")
