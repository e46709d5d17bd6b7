"""Days are counted anew, with how the bot and each person did."""

from __future__ import annotations

from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    # Spans that are not there are counted by the job; until then pages count rows.
    op.execute("DELETE FROM rollup_spans")


def downgrade() -> None:
    """Back."""
    op.execute("DELETE FROM rollup_spans")
