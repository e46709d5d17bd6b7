"""What the words of two who were taken for one did to each other's facts, so that it can be undone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; of merges until now nothing is noted."""
    with op.batch_alter_table("merges") as table:
        table.add_column(sa.Column("touched", sa.JSON(), nullable=False, server_default="{}"))
    with op.batch_alter_table("merges") as table:
        table.alter_column("touched", server_default=None)


def downgrade() -> None:
    """Back."""
    with op.batch_alter_table("merges") as table:
        table.drop_column("touched")
