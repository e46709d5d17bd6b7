"""The one schema that all tables are in, and the kinds of columns they are made of."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.store.types import UtcDateTime

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)
ID = sa.String(64)
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def key(name: str = "id") -> sa.Column[str]:
    return sa.Column(name, ID, primary_key=True)


def ref(name: str, target: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, ID, sa.ForeignKey(target, ondelete="CASCADE"), nullable=nullable)


def text(name: str, length: int = 200, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), nullable=nullable)


def moment(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, UtcDateTime(), nullable=nullable)


def json(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.JSON(), nullable=False)


def number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)
