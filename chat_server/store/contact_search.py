"""People by part of their name or e-mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.contact import Contact

from .many import many
from .tables import contacts

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import Slice

# Seen last, and looked at first for a name.
_LATELY = 20_000


async def seen_last(session: AsyncSession, part: str | None, piece: Slice) -> list[Contact]:
    """Whose name or e-mail has that part, or all; last seen first."""
    order = contacts.c.last_seen_at.desc(), contacts.c.id.desc()
    which: list[sa.ColumnElement[bool]] = []
    if piece.before is not None:
        before = sa.literal(piece.before, contacts.c.last_seen_at.type)
        last = sa.tuple_(before, sa.literal(piece.before_id))
        which.append(sa.tuple_(contacts.c.last_seen_at, contacts.c.id) < last)
    if part:
        if session.get_bind().dialect.name != "sqlite":
            # PostgreSQL does not know how many have it, and would look at everybody and sort.
            lately = sa.select(contacts).where(*which).order_by(*order).limit(_LATELY).subquery()
            seen = lately.c.last_seen_at.desc(), lately.c.id.desc()
            near = sa.select(lately.c.id).where(_has(lately, part)).order_by(*seen)
            ids = list(await session.scalars(near.limit(piece.limit)))
            if len(ids) == piece.limit:
                found = await many(session, Contact, ids)
                return [found[one] for one in ids]
        which.append(_has(contacts, part))
    wanted = sa.select(Contact).where(*which).order_by(*order)
    return list(await session.scalars(wanted.limit(piece.limit)))


def _has(rows: sa.FromClause, part: str) -> sa.ColumnElement[Any]:
    like = f"%{part.lower().replace('%', '').replace('_', '')}%"
    return sa.or_(sa.func.lower(rows.c.name).like(like), sa.func.lower(rows.c.email).like(like))
