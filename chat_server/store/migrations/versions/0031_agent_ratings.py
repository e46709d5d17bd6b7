"""How dialogues went, as who answered sees it, in their response events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_EVENTS = sa.table(
    "events",
    sa.column("position", sa.Integer()),
    sa.column("type", sa.String()),
    sa.column("conversation_id", sa.String()),
    sa.column("data", sa.JSON()),
)
_RESPONSES = sa.table(
    "response_events",
    sa.column("conversation_id", sa.String()),
    sa.column("agent_rating", sa.Integer()),
)


def upgrade() -> None:
    """Forward; verdicts given before are in the log."""
    op.add_column("response_events", sa.Column("agent_rating", sa.Integer(), nullable=True))
    given = sa.select(_EVENTS.c.conversation_id, _EVENTS.c.data).where(
        _EVENTS.c.type == "agent_rated"
    )
    bind = op.get_bind()
    for conversation_id, data in bind.execute(given.order_by(_EVENTS.c.position)).all():
        score = data.get("score") if isinstance(data, dict) else None
        if isinstance(score, int):
            its = _RESPONSES.c.conversation_id == conversation_id
            bind.execute(sa.update(_RESPONSES).where(its).values(agent_rating=score))


def downgrade() -> None:
    """Back."""
    op.drop_column("response_events", "agent_rating")
