"""What people said lines should have been understood as, and what the trainer is asked to do with it."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.lessons.job import JobKind, JobState
from chat_server.store.types import words

from .columns import ID, json, key, metadata, moment, number, ref, text

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

own_intents = sa.Table(
    "own_intents",
    metadata,
    key("name"),
    text("topic", 40),
    json("answers"),
    text("made_by", 64),
    moment("made_at"),
)

# Figures only: no words of anybody.
bot_jobs = sa.Table(
    "bot_jobs",
    metadata,
    key(),
    sa.Column("kind", words(JobKind), nullable=False),
    sa.Column("state", words(JobState), nullable=False),
    text("asked_by", 64),
    moment("asked_at"),
    text("model", 64, nullable=True),
    text("against", 64, nullable=True),
    number("lessons"),
    number("held_out"),
    text("trainer", 64, nullable=True),
    moment("seen_at", nullable=True),
    moment("finished_at", nullable=True),
    text("step", 40),
    sa.Column("share", sa.Float(), nullable=False),
    text("failure", 200, nullable=True),
    json("scores"),
    # One is open at a time: the others have none.
    sa.Column("slot", sa.String(10), nullable=True, unique=True),
    sa.Index(None, "asked_at"),
)

trainers = sa.Table(
    "trainers",
    metadata,
    key(),
    text("name", 64),
    moment("seen_at"),
    text("serving", 64),
    text("former", 64, nullable=True),
)
