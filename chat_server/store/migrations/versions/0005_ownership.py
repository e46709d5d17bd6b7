"""The end of a human stretch."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A conversation knows the epoch with which a person last gave it back to the bot."""
    op.add_column("conversations", sa.Column("returned_epoch", sa.Integer(), nullable=True))


def downgrade() -> None:
    """Back."""
    op.drop_column("conversations", "returned_epoch")
