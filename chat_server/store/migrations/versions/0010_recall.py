"""What contacts said is found again: words of each contact apart, and vectors."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Forward; what was said until now is read by the job, as what is said from now on."""
    op.create_table(
        "recall_statements",
        sa.Column("position", _BIG, autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.String(64), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("awaits_vector", sa.Boolean(), nullable=False),
        _theirs("recall_statements"),
        _of("recall_statements", "messages"),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_recall_statements")),
    )
    op.create_index(
        op.f("ix_recall_statements_contact_id_length"),
        "recall_statements",
        ["contact_id", "length"],
    )
    op.create_index(
        "ix_recall_statements_awaiting",
        "recall_statements",
        ["position"],
        sqlite_where=sa.text("awaits_vector"),
        postgresql_where=sa.text("awaits_vector"),
    )
    op.create_table(
        "recall_vectors",
        sa.Column("position", _BIG, autoincrement=False, nullable=False),
        sa.Column("contact_id", sa.String(64), nullable=False),
        sa.Column("signs", sa.LargeBinary(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        _theirs("recall_vectors"),
        _of("recall_vectors", "recall_statements"),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_recall_vectors")),
    )
    op.create_index(
        op.f("ix_recall_vectors_contact_id_position_signs"),
        "recall_vectors",
        ["contact_id", "position", "signs"],
    )
    progress = op.create_table(
        "recall_progress",
        sa.Column("position", _BIG, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("position", name=op.f("pk_recall_progress")),
    )
    op.bulk_insert(progress, [{"position": 0}])
    _create_words()


def downgrade() -> None:
    """Back."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE recall_words")
    op.drop_table("recall_progress")
    op.drop_table("recall_vectors")
    op.drop_table("recall_statements")


def _create_words() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute(
            "CREATE INDEX ix_recall_statements_words ON recall_statements"
            " USING gin (array_to_tsvector(string_to_array(words, ' ')))"
        )
        return
    # Where in a line a word stands is of no interest: the least that FTS5 can keep.
    op.execute(
        "CREATE VIRTUAL TABLE recall_words USING fts5(words, content='recall_statements',"
        " content_rowid='position', tokenize='ascii', detail='none', columnsize=0)"
    )
    op.execute(
        "CREATE TRIGGER recall_words_insert AFTER INSERT ON recall_statements BEGIN "
        "INSERT INTO recall_words(rowid, words) VALUES (new.position, new.words); END"
    )
    op.execute(
        "CREATE TRIGGER recall_words_delete AFTER DELETE ON recall_statements BEGIN "
        "INSERT INTO recall_words(recall_words, rowid, words)"
        " VALUES ('delete', old.position, old.words); END"
    )


def _theirs(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["contact_id"],
        ["contacts.id"],
        name=op.f(f"fk_{table}_contact_id_contacts"),
        ondelete="CASCADE",
    )


def _of(table: str, whole: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["position"],
        [f"{whole}.position"],
        name=op.f(f"fk_{table}_position_{whole}"),
        ondelete="CASCADE",
    )
