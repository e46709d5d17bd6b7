"""Samples of dialogues, what coders made of them, and who was shown to whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "samples",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("created_by", sa.String(64), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("since", moment, nullable=False),
        sa.Column("until", moment, nullable=False),
        sa.Column("by", sa.String(32), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("codes", sa.JSON(), nullable=False),
        sa.Column("first_coder", sa.String(64), nullable=False),
        sa.Column("second_coder", sa.String(64), nullable=False),
        sa.Column("first_done_at", moment, nullable=True),
        sa.Column("second_done_at", moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_samples")),
    )
    op.create_table(
        "sampled_dialogues",
        sa.Column("sample_id", sa.String(64), nullable=False),
        sa.Column("conversation_id", sa.String(64), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("stratum", sa.String(200), nullable=False),
        sa.ForeignKeyConstraint(
            ["sample_id"],
            ["samples.id"],
            name=op.f("fk_sampled_dialogues_sample_id_samples"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_sampled_dialogues_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("sample_id", "conversation_id", name=op.f("pk_sampled_dialogues")),
    )
    op.create_index(
        op.f("ix_sampled_dialogues_conversation_id"), "sampled_dialogues", ["conversation_id"]
    )
    op.create_table(
        "codings",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("sample_id", sa.String(64), nullable=False),
        sa.Column("conversation_id", sa.String(64), nullable=False),
        sa.Column("coder_id", sa.String(64), nullable=False),
        sa.Column("code", sa.String(200), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["sample_id"],
            ["samples.id"],
            name=op.f("fk_codings_sample_id_samples"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_codings_conversation_id_conversations"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_codings")),
        sa.UniqueConstraint(
            "sample_id",
            "conversation_id",
            "coder_id",
            name=op.f("uq_codings_sample_id_conversation_id_coder_id"),
        ),
    )
    op.create_index(op.f("ix_codings_conversation_id"), "codings", ["conversation_id"])
    op.create_table(
        "audit",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("actor_id", sa.String(64), nullable=False),
        sa.Column("actor_name", sa.String(200), nullable=False),
        sa.Column("action", sa.String(60), nullable=False),
        sa.Column("conversation_id", sa.String(64), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"])
    op.create_index(op.f("ix_audit_conversation_id"), "audit", ["conversation_id"])
    op.create_table(
        "reveal_grants",
        sa.Column("agent_id", sa.String(64), nullable=False),
        sa.Column("granted_by", sa.String(64), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["agent_id"],
            ["agents.id"],
            name=op.f("fk_reveal_grants_agent_id_agents"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("agent_id", name=op.f("pk_reveal_grants")),
    )


def downgrade() -> None:
    """Back."""
    for table in ("reveal_grants", "audit", "codings", "sampled_dialogues", "samples"):
        op.drop_table(table)
