"""Pieces of lists that stand by when something was made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa

if TYPE_CHECKING:
    from chat_server.domain.ports import Slice

_T = TypeVar("_T")


def newest_first(
    asked: sa.Select[_T], piece: Slice, at: sa.Column[Any], key: sa.Column[str]
) -> sa.Select[_T]:
    """The next ones; ties by key, so that pages neither repeat nor skip."""
    if piece.before is not None:
        last = sa.tuple_(sa.literal(piece.before, at.type), sa.literal(piece.before_id))
        asked = asked.where(sa.tuple_(at, key) < last)
    return asked.order_by(at.desc(), key.desc()).limit(piece.limit)
