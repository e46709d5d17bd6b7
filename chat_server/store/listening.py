"""What was told, asked for and handed over for, as plain rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.facts.fact import FactReason, FactState
from chat_server.domain.listening.themes import TOLD

from .members import order_line
from .tables import facts, orders, products, response_events

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

_f, _r, _o = facts.c, response_events.c, orders.c
_AT_ONCE = 500
_WISH = "product_interest"


def counted() -> list[sa.ColumnElement[bool]]:
    """Facts that were told for sure and not put right later; what is past was told all the same."""
    return [
        _f.state != FactState.UNCONFIRMED,
        sa.or_(_f.reason.is_(None), _f.reason != FactReason.CORRECTED),
    ]


def told_in(told: str, about: str | None, *, sqlite: bool) -> sa.Select[str]:
    """Conversations in which this was told, of a product by sku, or of what is called so."""
    key, _, value = told.partition(":")
    found = sa.select(_f.conversation_id).where(_f.key == key, *counted())
    if value:
        found = found.where(_f.value == value)
    if about is not None:
        has, _ = order_line(about, sqlite=sqlite)
        with_it = sa.select(_o.number).where(has)
        named = sa.select(products.c.name).where(products.c.sku == about)
        found = found.where(
            sa.or_(_f.subject == about, _f.subject.in_(with_it), _f.subject.in_(named))
        )
    return found


class ListeningRows:
    """See `domain.ports.Listening`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def told(
        self, since: datetime, until: datetime
    ) -> list[tuple[str, str, str | None, str, datetime]]:
        """Kind, value, subject, conversation, when that began."""
        return await self._facts(since, until, TOLD)

    async def wishes(
        self, since: datetime, until: datetime
    ) -> list[tuple[str, str, str | None, str, datetime]]:
        """Products that somebody was interested in, likewise."""
        return await self._facts(since, until, (_WISH,))

    async def reasons(
        self, since: datetime, until: datetime
    ) -> list[tuple[str, datetime, list[str], str | None]]:
        """Of each dialogue: conversation, when it began, intents, why it was handed over."""
        found = await self._session.execute(
            sa.select(_r.conversation_id, _r.opened_at, _r.intents, _r.handoff_reason).where(
                _r.opened_at >= since, _r.opened_at < until
            )
        )
        return [(row[0], row[1], row[2], row[3]) for row in found]

    async def first(self) -> datetime | None:
        """When the first dialogue of all began."""
        found: datetime | None = await self._session.scalar(
            sa.select(sa.func.min(_r.opened_at, type_=_r.opened_at.type))
        )
        return found

    async def ordered(self, numbers: Collection[str]) -> dict[str, list[str]]:
        """Skus by order, of those that are orders."""
        found: dict[str, list[str]] = {}
        wanted = sorted(numbers)
        for begin in range(0, len(wanted), _AT_ONCE):
            rows = await self._session.execute(
                sa.select(_o.number, _o["items"]).where(
                    _o.number.in_(wanted[begin : begin + _AT_ONCE])
                )
            )
            for number, items in rows:
                lines = items if isinstance(items, list) else []
                found[number] = sorted({str(line["sku"]) for line in lines if "sku" in line})
        return found

    async def _facts(
        self, since: datetime, until: datetime, keys: Collection[str]
    ) -> list[tuple[str, str, str | None, str, datetime]]:
        found = await self._session.execute(
            sa.select(_f.key, _f.value, _f.subject, _r.conversation_id, _r.opened_at)
            .join(response_events, _r.conversation_id == _f.conversation_id)
            .where(_f.key.in_(keys), _r.opened_at >= since, _r.opened_at < until, *counted())
        )
        return [(row[0], row[1], row[2], row[3], row[4]) for row in found]
