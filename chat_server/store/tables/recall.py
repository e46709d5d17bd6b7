"""What contacts said, as it is found again; the words themselves are in a full-text index over these rows."""

from __future__ import annotations

import sqlalchemy as sa

from .columns import BIG, metadata, number, ref

recall_statements = sa.Table(
    "recall_statements",
    metadata,
    sa.Column(
        "position",
        BIG,
        sa.ForeignKey("messages.position", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    ref("contact_id", "contacts.id"),
    # Digests of contact and word, with spaces between them.
    sa.Column("words", sa.Text(), nullable=False),
    number("length"),
    sa.Column("awaits_vector", sa.Boolean(), nullable=False),
    sa.Index(None, "contact_id", "length"),
    sa.Index(
        "ix_recall_statements_awaiting",
        "position",
        sqlite_where=sa.text("awaits_vector"),
        postgresql_where=sa.text("awaits_vector"),
    ),
)

# `signs` is a bit a dimension, to find the nearest by; `vector` a byte, to tell them apart.
recall_vectors = sa.Table(
    "recall_vectors",
    metadata,
    sa.Column(
        "position",
        BIG,
        sa.ForeignKey("recall_statements.position", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    ref("contact_id", "contacts.id"),
    sa.Column("signs", sa.LargeBinary(), nullable=False),
    sa.Column("vector", sa.LargeBinary(), nullable=False),
    # All signs of a contact lie beside each other in it: nothing else is read to find the nearest.
    sa.Index(None, "contact_id", "position", "signs"),
)

recall_progress = sa.Table(
    "recall_progress",
    metadata,
    sa.Column("position", BIG, primary_key=True, autoincrement=False),
)
