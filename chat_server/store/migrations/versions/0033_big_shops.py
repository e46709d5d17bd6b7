"""Indexes for lists and reports of big shops, and how people rated dialogues, by day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

_KNOWN = sa.text("external_id IS NOT NULL")


def upgrade() -> None:
    """Forward."""
    op.create_index("ix_facts_key_observed_at", "facts", ["key", "observed_at"])
    op.create_index("ix_contacts_last_seen_at_id", "contacts", ["last_seen_at", "id"])
    op.create_index(
        "ix_contacts_external_id_id",
        "contacts",
        ["external_id", "id"],
        sqlite_where=_KNOWN,
        postgresql_where=_KNOWN,
    )
    op.drop_index("ix_contacts_external_id", "contacts")
    op.create_index(
        "ix_orders_placed_at_customer_id_status", "orders", ["placed_at", "customer_id", "status"]
    )
    op.drop_index("ix_orders_placed_at", "orders")
    # Spans that are counted get what is counted from now on; the rest of them is as it was.
    for letters in (10, 7):
        span = f"substr({_day()}, 1, {letters})"
        op.execute(
            "INSERT INTO rollup_marks (span, kind, key, n)"  # noqa: S608 - names are ours
            f" SELECT {span}, 'scored_by_agent', CAST(agent_rating AS VARCHAR(200)), count(*)"
            f" FROM response_events WHERE agent_rating IS NOT NULL AND {span} IN"
            f" (SELECT span FROM rollup_spans) GROUP BY {span}, agent_rating"
        )


def downgrade() -> None:
    """Back."""
    op.execute("DELETE FROM rollup_marks WHERE kind = 'scored_by_agent'")
    op.create_index("ix_orders_placed_at", "orders", ["placed_at"])
    op.drop_index("ix_orders_placed_at_customer_id_status", "orders")
    op.create_index(
        "ix_contacts_external_id",
        "contacts",
        ["external_id"],
        sqlite_where=_KNOWN,
        postgresql_where=_KNOWN,
    )
    op.drop_index("ix_contacts_external_id_id", "contacts")
    op.drop_index("ix_contacts_last_seen_at_id", "contacts")
    op.drop_index("ix_facts_key_observed_at", "facts")


def _day() -> str:
    """The UTC day, as text."""
    if op.get_bind().dialect.name == "sqlite":
        return "opened_at"
    return "to_char(timezone('UTC', opened_at), 'YYYY-MM-DD')"
