"""Client ids are found by themselves first: most of them sort by time, so that new ones share a page of the index."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_CONVERSATION_FIRST = ["conversation_id", "sender", "client_id"]
_CLIENT_ID_FIRST = ["client_id", "conversation_id", "sender"]
_DELETE = (
    "CREATE TRIGGER message_search_delete AFTER DELETE ON messages WHEN old.kind <> 'note'"
    " AND old.position <= (SELECT position FROM message_search_progress) BEGIN "
    "INSERT INTO message_search(message_search, rowid, text) VALUES ('delete', old.position, old.text); END"
)


def upgrade() -> None:
    """Forward."""
    _change(_CONVERSATION_FIRST, _CLIENT_ID_FIRST)


def downgrade() -> None:
    """Back."""
    _change(_CLIENT_ID_FIRST, _CONVERSATION_FIRST)


def _change(before: list[str], after: list[str]) -> None:
    sqlite = op.get_bind().dialect.name == "sqlite"
    if sqlite:
        op.execute(
            "CREATE TEMP TABLE last_position AS SELECT seq FROM sqlite_sequence WHERE name = 'messages'"
        )
    with op.batch_alter_table("messages", table_kwargs={"sqlite_autoincrement": True}) as batch:
        batch.drop_constraint(_name(before), type_="unique")
        batch.create_unique_constraint(_name(after), after)
    if sqlite:
        _keep_what_a_new_table_loses()


def _name(columns: list[str]) -> str:
    return op.f(f"uq_messages_{'_'.join(columns)}")


def _keep_what_a_new_table_loses() -> None:
    """The trigger, and the last position ever given: the search index has been past it and would not look there again."""
    op.execute(_DELETE)
    op.execute("DELETE FROM sqlite_sequence WHERE name = 'messages'")
    op.execute("INSERT INTO sqlite_sequence(name, seq) SELECT 'messages', seq FROM last_position")
    op.execute("DROP TABLE last_position")
