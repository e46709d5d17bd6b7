"""Experiments, and who saw what."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.experiments.design import Design
from chat_server.domain.experiments.outcomes import OutcomeKey
from chat_server.store.types import words

from .columns import ID, json, key, metadata, moment, number, ref, text

experiments = sa.Table(
    "experiments",
    metadata,
    key(),
    ref("inbox_id", "inboxes.id"),
    text("name"),
    sa.Column("design", words(Design), nullable=False),
    json("variants"),
    sa.Column("goal", words(OutcomeKey), nullable=False),
    sa.Column("effect", sa.Float(), nullable=False),
    sa.Column("baseline", sa.Float(), nullable=False),
    number("window_hours"),
    moment("created_at"),
    moment("started_at", nullable=True),
    moment("ended_at", nullable=True),
    # An inbox has one running at a time, whoever starts two at the same moment.
    sa.Index(
        "ix_experiments_running",
        "inbox_id",
        unique=True,
        sqlite_where=sa.text("started_at IS NOT NULL AND ended_at IS NULL"),
        postgresql_where=sa.text("started_at IS NOT NULL AND ended_at IS NULL"),
    ),
)

exposures = sa.Table(
    "exposures",
    metadata,
    key(),
    ref("experiment_id", "experiments.id"),
    # No reference: after an erasure it is a pseudonym that leads nowhere.
    sa.Column("contact_id", ID, nullable=False),
    number("variant"),
    moment("at"),
    moment("until"),
    sa.Index(None, "experiment_id", "contact_id"),
    sa.Index(None, "contact_id"),
)
