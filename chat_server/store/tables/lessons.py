"""What people said lines should have been understood as."""

from __future__ import annotations

import sqlalchemy as sa

from .columns import ID, key, metadata, moment, ref, text

# Goes with its dialogue. The words are the message's, or `wording` in their place.
lessons = sa.Table(
    "lessons",
    metadata,
    key(),
    sa.Column("message_id", ID, nullable=False, unique=True),
    ref("conversation_id", "conversations.id"),
    text("language", 20),
    text("intent", 100, nullable=True),
    text("heard_intent"),
    sa.Column("heard_confidence", sa.Float(), nullable=False),
    text("reviewed_by", 64),
    moment("reviewed_at"),
    sa.Column("wording", sa.Text(), nullable=True),
    sa.Index(None, "conversation_id"),
    sa.Index(None, "reviewed_at"),
)
