"""Counts of the hold-out's arms; all days are counted again, with help pages."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_PLAIN = ("resolved", "asked_again", "handed_off")
_ARM = ("dialogues", *_PLAIN, "rated", "rating", "rating_squared")
_PAIR = (
    "pairs",
    *(f"{name}_{of}" for name in _PLAIN for of in ("sum", "both")),
    *("rated", "rating_sum", "rating_both"),
)
_TABLES = {
    "rollup_arms": ((("arm", 32), ("share", 0)), _ARM),
    "rollup_pairs": ((("before", 10), ("arm", 32), ("share", 0), ("share_before", 0)), _PAIR),
    "rollup_people": ((("before", 10), ("arm", 32), ("kind", 20)), ("n",)),
}
_PLACED, _KNOWN = "ix_orders_placed_at", "ix_contacts_external_id"


def upgrade() -> None:
    """Forward."""
    for name, (keys, counts) in _TABLES.items():
        key = ["span", *(one for one, _ in keys)]
        op.create_table(
            name,
            sa.Column("span", sa.String(10), nullable=False),
            *(_key(one, length) for one, length in keys),
            *(sa.Column(one, _BIG, nullable=False) for one in counts),
            sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
        )
    op.execute("DELETE FROM rollup_spans")
    op.create_index(op.f(_PLACED), "orders", ["placed_at"])
    known = sa.text("external_id IS NOT NULL")
    op.create_index(
        op.f(_KNOWN), "contacts", ["external_id"], sqlite_where=known, postgresql_where=known
    )


def downgrade() -> None:
    """Back."""
    op.drop_index(op.f(_KNOWN), "contacts")
    op.drop_index(op.f(_PLACED), "orders")
    for name in reversed(_TABLES):
        op.drop_table(name)


def _key(name: str, length: int) -> sa.Column[str] | sa.Column[int]:
    if length:
        return sa.Column(name, sa.String(length), nullable=False)
    return sa.Column(name, sa.Integer(), autoincrement=False, nullable=False)
