"""Accounts that were taken away, inboxes that are archived, and secrets that are still valid for a while."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; until now nothing was put away."""
    op.add_column("agents", sa.Column("removed_at", UtcDateTime(), nullable=True))
    op.add_column("inboxes", sa.Column("archived_at", UtcDateTime(), nullable=True))
    op.add_column(
        "inboxes", sa.Column("old_secrets", sa.JSON(), nullable=False, server_default="[]")
    )


def downgrade() -> None:
    """Back."""
    op.drop_column("inboxes", "old_secrets")
    op.drop_column("inboxes", "archived_at")
    op.drop_column("agents", "removed_at")
