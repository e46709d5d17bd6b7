"""What the message path needs: no index that changes with every message, and words indexed later."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NOT_SPOKEN = "type NOT IN ('visitor_spoke', 'bot_spoke', 'agent_spoke', 'system_spoke')"
# Room in each page for the next version of a row, which then needs no new index entries.
_ROOMY = {"conversations": 70, "response_events": 80}


def upgrade() -> None:
    """Forward."""
    op.drop_index(op.f("ix_conversations_contact_id_updated_at"), "conversations")
    op.drop_index(op.f("ix_conversations_updated_at"), "conversations")
    op.create_index(
        op.f("ix_conversations_contact_id_opened_at"), "conversations", ["contact_id", "opened_at"]
    )
    op.create_index(
        op.f("ix_conversations_owner_agent_id_status"),
        "conversations",
        ["owner_agent_id", "status"],
    )
    _name_lines_by_their_messages()
    op.drop_index(op.f("ix_events_conversation_id"), "events")
    op.create_index(
        "ix_events_conversation_id_not_spoken",
        "events",
        ["conversation_id"],
        sqlite_where=sa.text(_NOT_SPOKEN),
        postgresql_where=sa.text(_NOT_SPOKEN),
    )
    if op.get_bind().dialect.name == "sqlite":
        _index_words_later()
    else:
        for table, percent in _ROOMY.items():
            op.execute(f"ALTER TABLE {table} SET (fillfactor = {percent})")


def downgrade() -> None:
    """Back; lines keep the ids of their messages."""
    op.drop_index("ix_events_conversation_id_not_spoken", "events")
    op.create_index(op.f("ix_events_conversation_id"), "events", ["conversation_id"])
    op.drop_index(op.f("ix_conversations_owner_agent_id_status"), "conversations")
    op.drop_index(op.f("ix_conversations_contact_id_opened_at"), "conversations")
    op.create_index(op.f("ix_conversations_updated_at"), "conversations", ["updated_at"])
    op.create_index(
        op.f("ix_conversations_contact_id_updated_at"),
        "conversations",
        ["contact_id", "updated_at"],
    )
    if op.get_bind().dialect.name == "sqlite":
        _index_words_at_once()
    else:
        for table in _ROOMY:
            op.execute(f"ALTER TABLE {table} RESET (fillfactor)")


def _name_lines_by_their_messages() -> None:
    op.execute(
        "WITH lines AS (SELECT position, conversation_id,"
        " row_number() OVER (PARTITION BY conversation_id ORDER BY position) AS n"
        " FROM events WHERE type IN ('visitor_spoke', 'bot_spoke', 'agent_spoke', 'system_spoke')),"
        " said AS (SELECT id, conversation_id,"
        " row_number() OVER (PARTITION BY conversation_id ORDER BY seq) AS n"
        " FROM messages WHERE kind = 'message')"
        " UPDATE events SET id = said.id FROM lines JOIN said"
        " ON said.conversation_id = lines.conversation_id AND said.n = lines.n"
        " WHERE events.position = lines.position"
    )


def _index_words_later() -> None:
    """Rows up to `position` are in the index; a job adds the others."""
    op.execute("CREATE TABLE message_search_progress (position INTEGER NOT NULL)")
    op.execute(
        "INSERT INTO message_search_progress SELECT coalesce(max(position), 0) FROM messages"
    )
    op.execute("DROP TRIGGER message_search_insert")
    op.execute("DROP TRIGGER message_search_delete")
    op.execute(
        "CREATE TRIGGER message_search_delete AFTER DELETE ON messages WHEN old.kind <> 'note'"
        " AND old.position <= (SELECT position FROM message_search_progress) BEGIN "
        "INSERT INTO message_search(message_search, rowid, text) VALUES ('delete', old.position, old.text); END"
    )


def _index_words_at_once() -> None:
    op.execute(
        "INSERT INTO message_search(rowid, text) SELECT position, text FROM messages"
        " WHERE kind <> 'note' AND position > (SELECT position FROM message_search_progress)"
    )
    op.execute("DROP TRIGGER message_search_delete")
    op.execute("DROP TABLE message_search_progress")
    op.execute(
        "CREATE TRIGGER message_search_insert AFTER INSERT ON messages WHEN new.kind <> 'note' BEGIN "
        "INSERT INTO message_search(rowid, text) VALUES (new.position, new.text); END"
    )
    op.execute(
        "CREATE TRIGGER message_search_delete AFTER DELETE ON messages WHEN old.kind <> 'note' BEGIN "
        "INSERT INTO message_search(message_search, rowid, text) VALUES ('delete', old.position, old.text); END"
    )
