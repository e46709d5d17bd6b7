"""Search by pairs of Thai and Chinese letters, on PostgreSQL newest messages first.

The words of SQLite's messages are indexed anew by the hub's job, a few at a time; PostgreSQL does it here.
"""

from __future__ import annotations

from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

# Messages of one block have a word of their own that nobody can write: a search looks into the newest blocks first.
_BLOCK = 20_000
_UNSPACED = r"\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_MARKS = "".join(map(chr, (*range(0x300, 0x370), *range(0xE47, 0xE4F))))
_SIGNS = "".join(chr(n) for n in range(0x21, 0x7F) if not chr(n).isalnum())
# As `domain.finding` folds. Signs of ASCII are spaces: else addresses and numbers would be words as a whole.
_FOLDING = f"""
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 1000 AS $$
DECLARE
  plain text := lower(said);
  run text;
  letters text[];
  made text := '';
BEGIN
  IF octet_length(plain) > char_length(plain) THEN
    plain := replace(normalize(plain, NFD), U&'\\0438\\0306', U&'\\0439');
    plain := normalize(translate(plain, '{_MARKS}', ''), NFC);
    IF plain ~ '[{_UNSPACED}]' THEN
      FOR run IN SELECT part[1] FROM regexp_matches(plain, '([{_UNSPACED}]+|[^{_UNSPACED}]+)', 'g') AS part LOOP
        IF run ~ '^[{_UNSPACED}]' THEN
          letters := string_to_array(run, NULL);
          run := (SELECT string_agg(letters[n] || coalesce(letters[n + 1], ''), ' ' ORDER BY n)
            FROM generate_subscripts(letters, 1) AS n);
          made := made || ' ' || run || ' ';
        ELSE
          made := made || run;
        END IF;
      END LOOP;
      plain := made;
    END IF;
  END IF;
"""  # noqa: S608 - letters
_WORDS = f"""to_tsvector('pg_catalog.simple', translate(plain, '{_SIGNS.replace("'", "''")}', '{" " * len(_SIGNS)}'))"""
_MESSAGE_WORDS = f"""
CREATE OR REPLACE FUNCTION message_words(said text) RETURNS tsvector
{_FOLDING}  RETURN {_WORDS};
END $$
"""
# An index is made without our schema in the path: its function may call none of ours.
_MESSAGE_TERMS = f"""
CREATE FUNCTION message_terms(said text, place bigint) RETURNS tsvector
{_FOLDING}  RETURN {_WORDS} || array_to_tsvector(ARRAY['~' || place / {_BLOCK}]);
END $$
"""
_BEFORE = """
CREATE OR REPLACE FUNCTION message_words(said text) RETURNS tsvector
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


def upgrade() -> None:
    """Forward."""
    if op.get_bind().dialect.name == "sqlite":
        _search_anew()
        return
    op.execute("DROP INDEX ix_messages_search")
    _run(_MESSAGE_WORDS)
    _run(_MESSAGE_TERMS)
    _index("message_terms(text, position)")


def downgrade() -> None:
    """Back."""
    if op.get_bind().dialect.name == "sqlite":
        _search_anew()
        return
    op.execute("DROP INDEX ix_messages_search")
    op.execute("DROP FUNCTION message_terms(text, bigint)")
    _run(_BEFORE)
    _index("message_words(text)")


def _run(statement: str) -> None:
    """As it is: signs in it are no parameters."""
    op.get_bind().exec_driver_sql(statement)


def _search_anew() -> None:
    op.execute("INSERT INTO message_search(message_search) VALUES ('delete-all')")
    op.execute("UPDATE message_search_progress SET position = 0")


def _index(words: str) -> None:
    op.execute("SET LOCAL maintenance_work_mem = '256MB'")
    op.execute(
        f"CREATE INDEX ix_messages_search ON messages USING gin ({words}) WHERE kind <> 'note'"
    )
    op.execute("ANALYZE messages")
