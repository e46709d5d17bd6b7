"""Indexes that hold all that is asked about who talked or ordered, so that no row has to be looked up."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None

_LED = sa.text("campaign IS NOT NULL")


def upgrade() -> None:
    """Forward."""
    op.create_index(
        "ix_response_events_opened_at_contact_id", "response_events", ["opened_at", "contact_id"]
    )
    op.drop_index("ix_response_events_opened_at", "response_events")
    op.create_index(
        "ix_response_events_campaign_contact_id_opened_at",
        "response_events",
        ["campaign", "contact_id", "opened_at"],
        sqlite_where=_LED,
        postgresql_where=_LED,
    )
    op.create_index(
        "ix_orders_customer_id_placed_at_status_total_cents",
        "orders",
        ["customer_id", "placed_at", "status", "total_cents"],
    )
    op.drop_index("ix_orders_customer_id_placed_at", "orders")


def downgrade() -> None:
    """Back."""
    op.create_index("ix_orders_customer_id_placed_at", "orders", ["customer_id", "placed_at"])
    op.drop_index("ix_orders_customer_id_placed_at_status_total_cents", "orders")
    op.drop_index("ix_response_events_campaign_contact_id_opened_at", "response_events")
    op.create_index("ix_response_events_opened_at", "response_events", ["opened_at"])
    op.drop_index("ix_response_events_opened_at_contact_id", "response_events")
