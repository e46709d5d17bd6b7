"""Samples of dialogues, what coders made of them, and who was shown to whom."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.desk import By
from chat_server.store.types import words

from .columns import ID, json, key, metadata, moment, number, ref, text

samples = sa.Table(
    "samples",
    metadata,
    key(),
    text("name"),
    text("created_by", 64),
    moment("created_at"),
    moment("since"),
    moment("until"),
    sa.Column("by", words(By), nullable=False),
    sa.Column("seed", sa.BigInteger(), nullable=False),
    json("codes"),
    text("first_coder", 64),
    text("second_coder", 64),
    moment("first_done_at", nullable=True),
    moment("second_done_at", nullable=True),
)
sampled_dialogues = sa.Table(
    "sampled_dialogues",
    metadata,
    sa.Column("sample_id", ID, sa.ForeignKey("samples.id", ondelete="CASCADE"), primary_key=True),
    sa.Column(
        "conversation_id",
        ID,
        sa.ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    number("place"),
    text("stratum"),
    sa.Index(None, "conversation_id"),
)
codings = sa.Table(
    "codings",
    metadata,
    key(),
    ref("sample_id", "samples.id"),
    ref("conversation_id", "conversations.id"),
    text("coder_id", 64),
    text("code"),
    moment("at"),
    sa.UniqueConstraint("sample_id", "conversation_id", "coder_id"),
    sa.Index(None, "conversation_id"),
)
# Its lines stay when the dialogue goes, as lines about nobody.
audit = sa.Table(
    "audit",
    metadata,
    key(),
    moment("at"),
    text("actor_id", 64),
    text("actor_name"),
    text("action", 60),
    text("conversation_id", 64, nullable=True),
    sa.Column("reason", sa.Text(), nullable=False),
    sa.Index(None, "at"),
    sa.Index(None, "conversation_id"),
)
reveal_grants = sa.Table(
    "reveal_grants",
    metadata,
    sa.Column("agent_id", ID, sa.ForeignKey("agents.id", ondelete="CASCADE"), primary_key=True),
    text("granted_by", 64),
    moment("at"),
)
