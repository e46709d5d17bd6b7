"""SQLite tells which words of its index have a beginning, without going through the messages that have them."""

from __future__ import annotations

from alembic import op

revision = "0048"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward; nothing is stored, it is a view of the index."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE message_search_terms USING fts5vocab(message_search, instance)"
        )


def downgrade() -> None:
    """Back."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE message_search_terms")
