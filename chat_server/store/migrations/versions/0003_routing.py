"""Teams, skills and who is asked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from chat_server.store.types import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


_EMPTY = sa.text("'[]'")


def upgrade() -> None:
    """Forward."""
    op.create_table(
        "teams",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teams")),
        sa.UniqueConstraint("name", name=op.f("uq_teams_name")),
    )
    op.create_table(
        "team_members",
        _member("team_id", "teams"),
        _member("agent_id", "agents"),
        sa.PrimaryKeyConstraint("team_id", "agent_id", name=op.f("pk_team_members")),
    )
    op.create_table(
        "queue_paces",
        sa.Column("inbox_id", sa.String(64), nullable=False),
        sa.Column("team_id", sa.String(64), nullable=False),
        sa.Column("slots", sa.Integer(), nullable=False),
        sa.Column("served", sa.Integer(), nullable=False),
        sa.Column("slot_seconds", sa.Float(), nullable=False),
        sa.Column("giving_up", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("middle", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("inbox_id", "team_id", name=op.f("pk_queue_paces")),
    )
    for table, columns in _columns().items():
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.add_column(column)


def downgrade() -> None:
    """Back."""
    for table, columns in _columns().items():
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.drop_column(column.name)
    for table in ("queue_paces", "team_members", "teams"):
        op.drop_table(table)


def _member(name: str, table: str) -> sa.Column[str]:
    named = op.f(f"fk_team_members_{name}_{table}")
    key = sa.ForeignKey(f"{table}.id", name=named, ondelete="CASCADE")
    return sa.Column(name, sa.String(64), key, nullable=False)


def _columns() -> dict[str, list[sa.Column[object]]]:
    """By table; what is there already is as if nobody had set anything."""
    mode = sa.Enum("manual", "automatic", name="routingmode", native_enum=False, length=32)
    columns: dict[str, list[sa.Column[object]]] = {
        "inboxes": [
            sa.Column("routing", mode, nullable=False, server_default="manual"),
            _number("answer_seconds", 60),
            _number("reply_seconds", 180),
            _number("relax_seconds", 300),
            sa.Column("team_id", sa.String(64), nullable=True),
            _list("routing_rules"),
        ],
        "agents": [
            _list("skills"),
            _list("languages"),
            _number("capacity", 5),
            sa.Column("idle_since", UtcDateTime(), nullable=True),
            sa.Column("gone_at", UtcDateTime(), nullable=True),
        ],
        "conversations": [
            sa.Column("team_id", sa.String(64), nullable=True),
            sa.Column("waiting_since", UtcDateTime(), nullable=True),
            sa.Column("owner_since", UtcDateTime(), nullable=True),
            sa.Column("routed", sa.Boolean(), nullable=False, server_default=sa.false()),
            sa.Column("unanswered_since", UtcDateTime(), nullable=True),
            _list("passed_over"),
        ],
    }
    return columns


def _list(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=False, server_default=_EMPTY)


def _number(name: str, value: int) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=False, server_default=str(value))
