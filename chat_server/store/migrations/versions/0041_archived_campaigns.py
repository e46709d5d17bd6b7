"""Campaigns that are archived."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; until now none was."""
    op.add_column("campaigns", sa.Column("archived_at", UtcDateTime(), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("campaigns", "archived_at")
