"""A share of contacts is held out of memory, and each dialogue says whether it was; asking again is counted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; until now nobody was held out."""
    op.add_column(
        "inboxes", sa.Column("memory_holdout", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column(
        "response_events",
        sa.Column("memory_arm", sa.String(32), nullable=False, server_default="none"),
    )
    op.add_column(
        "response_events",
        sa.Column("memory_share", sa.Integer(), nullable=False, server_default="0"),
    )
    op.add_column(
        "response_events",
        sa.Column("asked_again", sa.Integer(), nullable=False, server_default="0"),
    )


def downgrade() -> None:
    """Back."""
    op.drop_column("response_events", "asked_again")
    op.drop_column("response_events", "memory_share")
    op.drop_column("response_events", "memory_arm")
    op.drop_column("inboxes", "memory_holdout")
