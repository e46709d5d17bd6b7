"""Both databases find words without their accents, and PostgreSQL knows what looking at a text without an index costs.

The words of SQLite's messages are indexed anew by the hub's job, a few at a time; PostgreSQL does it here.
"""

from __future__ import annotations

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

# As `domain.finding` folds. Signs of ASCII are spaces: else addresses and numbers would be words as a whole.
_MESSAGE_WORDS = """
CREATE FUNCTION message_words(said text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
  plain text := lower(said);
BEGIN
  IF octet_length(plain) > char_length(plain) THEN
    plain := replace(normalize(plain, NFD), U&'\\0438\\0306', U&'\\0439');
    plain := normalize(regexp_replace(plain, '[\\u0300-\\u036f\\u0e47-\\u0e4e]', '', 'g'), NFC);
    plain := regexp_replace(plain,
      '([\\u0e00-\\u0eff\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003ffff])', ' \\1 ', 'g');
  END IF;
  plain := regexp_replace(plain, '[!-/:-@[-`{-~]', ' ', 'g');
  RETURN to_tsvector('pg_catalog.simple', plain);
END $$
"""
# What is simple SQL would be put in place of the function, and its cost be forgotten.
_RECALL_WORDS = """
CREATE FUNCTION recall_words_of(words text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
BEGIN
  RETURN array_to_tsvector(string_to_array(words, ' '));
END $$
"""


def upgrade() -> None:
    """Forward."""
    if op.get_bind().dialect.name == "sqlite":
        _search_anew(
            "text, content='', tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\"",
            "search_words(old.text)",
        )
        return
    op.execute(_MESSAGE_WORDS)
    op.execute(_RECALL_WORDS)
    _index_messages("message_words(text)")
    _index_recall("recall_words_of(words)")


def downgrade() -> None:
    """Back."""
    if op.get_bind().dialect.name == "sqlite":
        _search_anew(
            "text, content='messages', content_rowid='position',"
            " tokenize='unicode61 remove_diacritics 2'",
            "old.text",
        )
        return
    _index_messages("to_tsvector('simple', text)")
    _index_recall("array_to_tsvector(string_to_array(words, ' '))")
    op.execute("DROP FUNCTION recall_words_of(text)")
    op.execute("DROP FUNCTION message_words(text)")


def _search_anew(how: str, deleted: str) -> None:
    op.execute("DROP TRIGGER message_search_delete")
    op.execute("DROP TABLE message_search")
    op.execute(f"CREATE VIRTUAL TABLE message_search USING fts5({how})")
    op.execute("UPDATE message_search_progress SET position = 0")
    op.execute(
        "CREATE TRIGGER message_search_delete AFTER DELETE ON messages WHEN old.kind <> 'note'"  # noqa: S608 - ours
        " AND old.position <= (SELECT position FROM message_search_progress) BEGIN "
        f"INSERT INTO message_search(message_search, rowid, text) VALUES ('delete', old.position, {deleted}); END"
    )


def _index_messages(words: str) -> None:
    op.execute("DROP INDEX ix_messages_search")
    op.execute(
        f"CREATE INDEX ix_messages_search ON messages USING gin ({words}) WHERE kind <> 'note'"
    )


def _index_recall(words: str) -> None:
    op.execute("DROP INDEX ix_recall_statements_words")
    op.execute(f"CREATE INDEX ix_recall_statements_words ON recall_statements USING gin ({words})")
