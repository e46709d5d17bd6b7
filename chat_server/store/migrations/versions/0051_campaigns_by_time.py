"""A campaign's dialogues, the newest first: the index by contact that came with 0049 made their list sort all of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

_LED = sa.text("campaign IS NOT NULL")


def upgrade() -> None:
    """Forward."""
    op.create_index(
        "ix_response_events_campaign_opened_at",
        "response_events",
        ["campaign", "opened_at"],
        sqlite_where=_LED,
        postgresql_where=_LED,
    )


def downgrade() -> None:
    """Back."""
    op.drop_index("ix_response_events_campaign_opened_at", "response_events")
