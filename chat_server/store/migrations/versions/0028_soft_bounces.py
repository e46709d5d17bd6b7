"""How often an address could not be reached for a while."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    op.add_column(
        "mail_addresses",
        sa.Column("soft_bounces", sa.Integer(), nullable=False, server_default="0"),
    )
    with op.batch_alter_table("mail_addresses") as table:
        table.alter_column("soft_bounces", server_default=None)


def downgrade() -> None:
    """Back."""
    op.drop_column("mail_addresses", "soft_bounces")
