"""PostgreSQL: whoever appends to the log shows from where on, so that readers do not pass what is not committed yet."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# Positions are given when rows are written and seen when they are committed, in another order. The lock blocks nobody:
# its number is the last position given before, and it is there until the commit is seen. `store/log.py` reads it.
_FUNCTION = """
CREATE FUNCTION show_log_writer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE given bigint;
BEGIN
    SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END INTO given FROM events_position_seq;
    PERFORM pg_advisory_xact_lock_shared((29537::bigint << 48) | given);
    RETURN NULL;
END $$
"""
_TRIGGER = (
    "CREATE TRIGGER events_show_writer BEFORE INSERT ON events"
    " FOR EACH STATEMENT EXECUTE FUNCTION show_log_writer()"
)


def upgrade() -> None:
    """Forward."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_FUNCTION)
        op.execute(_TRIGGER)


def downgrade() -> None:
    """Back."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER events_show_writer ON events")
        op.execute("DROP FUNCTION show_log_writer")
