"""Late changes of messages are counted by dialogue, so that they can be resumed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None
_TABLES = ("conversations", "messages")


def upgrade() -> None:
    """Forward; what was said before counts as unchanged."""
    for table in _TABLES:
        column = sa.Column("revision", sa.Integer(), nullable=False, server_default="0")
        op.add_column(table, column)


def downgrade() -> None:
    """Back."""
    for table in _TABLES:
        op.drop_column(table, "revision")
