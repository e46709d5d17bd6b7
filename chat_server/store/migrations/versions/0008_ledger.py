"""Facts with subject, times of validity, consent and the reason of their end; what was forgotten."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_TIMES = ("valid_from", "valid_until", "confirmed_at")
_WORDS = {"subject": 120, "consent": 64, "language": 20, "reason": 32}


def upgrade() -> None:
    """Facts from before keep what they have: their ends had no other reason than those given here."""
    for name in _TIMES:
        op.add_column("facts", sa.Column(name, UtcDateTime(), nullable=True))
    for name, length in _WORDS.items():
        op.add_column("facts", sa.Column(name, sa.String(length), nullable=True))
    op.execute("UPDATE facts SET reason = 'newer' WHERE state = 'superseded'")
    op.execute(
        "UPDATE facts SET reason = CASE key WHEN 'open_problem' THEN 'solved' ELSE 'withdrawn' END"
        " WHERE state = 'ended'"
    )
    op.create_index(op.f("ix_facts_contact_id_key"), "facts", ["contact_id", "key"])
    op.create_index(op.f("ix_facts_contact_id_ended_at"), "facts", ["contact_id", "ended_at"])
    op.create_table(
        "forgotten_facts",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("contact_id", sa.String(64), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_forgotten_facts_contact_id_contacts"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forgotten_facts")),
    )
    op.create_index(
        op.f("ix_forgotten_facts_contact_id_key"), "forgotten_facts", ["contact_id", "key"]
    )


def downgrade() -> None:
    """Back; facts that wait to be confirmed have no place there."""
    op.drop_table("forgotten_facts")
    op.drop_index(op.f("ix_facts_contact_id_ended_at"), "facts")
    op.drop_index(op.f("ix_facts_contact_id_key"), "facts")
    op.execute("DELETE FROM facts WHERE state = 'unconfirmed'")
    for name in (*_TIMES, *_WORDS):
        op.drop_column("facts", name)
