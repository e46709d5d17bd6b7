"""Greetings that come up by themselves, in several languages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; each was in one."""
    op.add_column(
        "greetings", sa.Column("translations", sa.JSON(), nullable=False, server_default="{}")
    )


def downgrade() -> None:
    """Back."""
    op.drop_column("greetings", "translations")
