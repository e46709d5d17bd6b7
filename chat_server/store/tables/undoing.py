"""What was forgotten, and who became one with whom."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.erasure import ErasureKind
from chat_server.store.types import words

from .columns import ID, json, key, metadata, moment, ref

# `subject` is a digest: no row may lead to the person.
erasures = sa.Table(
    "erasures",
    metadata,
    key(),
    sa.Column("kind", words(ErasureKind), nullable=False),
    sa.Column("subject", ID, nullable=False),
    moment("at"),
    json("counts"),
    json("bot_dialogues"),
    json("files"),
    moment("bot_told_at", nullable=True),
    moment("scrubbed_at", nullable=True),
    sa.Index(None, "subject"),
    sa.Index(None, "bot_told_at"),
    sa.Index(None, "scrubbed_at"),
)

# Goes with the contact that was merged into: what it tells of the other one is theirs too.
merges = sa.Table(
    "merges",
    metadata,
    key(),
    sa.Column("inbox_id", ID, nullable=False),
    sa.Column("source_id", ID, nullable=False),
    ref("target_id", "contacts.id"),
    sa.Column("visitor_id", ID, nullable=False),
    moment("at"),
    sa.Column("proof", ID, nullable=False),
    json("contact"),
    json("moved"),
    moment("undone_at", nullable=True),
    json("touched"),
    sa.Index(None, "target_id"),
    sa.Index(None, "source_id"),
)
