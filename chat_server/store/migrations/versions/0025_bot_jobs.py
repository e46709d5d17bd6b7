"""Intents made on the page, and what the trainer is asked to do."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_KINDS = ("train", "promote", "roll_back")
_STATES = ("waiting", "running", "done", "failed", "cancelled")


def _words(*of: str) -> sa.Enum:
    return sa.Enum(*of, native_enum=False, length=32)


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "own_intents",
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("topic", sa.String(40), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.String(64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_own_intents")),
    )
    op.create_table(
        "bot_jobs",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", _words(*_KINDS), nullable=False),
        sa.Column("state", _words(*_STATES), nullable=False),
        sa.Column("asked_by", sa.String(64), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("model", sa.String(64), nullable=True),
        sa.Column("against", sa.String(64), nullable=True),
        sa.Column("lessons", sa.Integer(), nullable=False),
        sa.Column("held_out", sa.Integer(), nullable=False),
        sa.Column("trainer", sa.String(64), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("step", sa.String(40), nullable=False),
        sa.Column("share", sa.Float(), nullable=False),
        sa.Column("failure", sa.String(200), nullable=True),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("slot", sa.String(10), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bot_jobs")),
        sa.UniqueConstraint("slot", name=op.f("uq_bot_jobs_slot")),
    )
    op.create_index(op.f("ix_bot_jobs_asked_at"), "bot_jobs", ["asked_at"])
    op.create_table(
        "trainers",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("serving", sa.String(64), nullable=False),
        sa.Column("former", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trainers")),
    )


def downgrade() -> None:
    """Back."""
    for table in ("trainers", "bot_jobs", "own_intents"):
        op.drop_table(table)
