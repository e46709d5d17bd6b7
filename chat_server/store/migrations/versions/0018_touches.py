"""Who met a response element, what it cost, and how an address names it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_BROUGHT = "ix_response_events_element_opened_at"


def upgrade() -> None:
    """Forward; who came before is in the log, without what would tell one person from another."""
    op.add_column("elements", sa.Column("cost_cents", sa.Integer(), nullable=True))
    op.add_column("elements", sa.Column("currency", sa.String(3), nullable=True))
    op.add_column("elements", sa.Column("utm", sa.JSON(), nullable=False, server_default="{}"))
    op.create_table(
        "touches",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("element_code", sa.String(64), nullable=False),
        sa.Column("step", sa.String(32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("person", sa.String(64), nullable=True),
        sa.Column("contact_id", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_touches")),
        sa.ForeignKeyConstraint(
            ["element_code"],
            ["elements.code"],
            name=op.f("fk_touches_element_code_elements"),
            ondelete="CASCADE",
        ),
    )
    op.create_index(
        op.f("ix_touches_element_code_step_at"), "touches", ["element_code", "step", "at"]
    )
    op.create_index(op.f("ix_touches_contact_id"), "touches", ["contact_id"])
    op.create_index(
        _BROUGHT,
        "response_events",
        ["element", "opened_at"],
        sqlite_where=sa.text("element IS NOT NULL"),
        postgresql_where=sa.text("element IS NOT NULL"),
    )


def downgrade() -> None:
    """Back."""
    op.drop_index(_BROUGHT, "response_events")
    op.drop_table("touches")
    op.drop_column("elements", "utm")
    op.drop_column("elements", "currency")
    op.drop_column("elements", "cost_cents")
