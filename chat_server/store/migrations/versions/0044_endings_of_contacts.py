"""An index on how ids of contacts end: those with some endings are a fair part of all."""

from __future__ import annotations

from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.execute("CREATE INDEX ix_contacts_ending ON contacts (substr(id, length(id) - 1), id)")


def downgrade() -> None:
    """Back."""
    op.execute("DROP INDEX ix_contacts_ending")
