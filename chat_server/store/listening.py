"""What was told in dialogues, and what was wished for."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.facts.fact import FactReason, FactState
from chat_server.domain.listening.themes import TOLD

from .members import order_line
from .rolling import Counting
from .tables import facts, orders, products, response_events

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

_f, _r, _o = facts.c, response_events.c, orders.c
_AT_ONCE = 500
_WISH, _PROBLEM = "product_interest", "open_problem"
# Which problem it is; other words are each dialogue's own.
_WHICH = sa.case((_f.key == _PROBLEM, _f.value), else_="")
# Hubs whose clocks differ never differ by that.
_CLOCKS = timedelta(hours=1)


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
        self._counting = Counting(sqlite=session.get_bind().dialect.name == "sqlite")

    async def told(self, since: datetime, until: datetime) -> list[tuple[str, str, date, int]]:
        """See `domain.ports.Listening`."""
        day = self._counting.day(_r.opened_at)
        dialogues = sa.func.count(sa.distinct(_r.conversation_id))
        asked = sa.select(_f.key, _WHICH, day, dialogues).group_by(_f.key, _WHICH, day)
        found = await self._session.execute(_among(asked, TOLD, since, until))
        return [(row[0], row[1], date.fromisoformat(row[2]), row[3]) for row in found]

    async def told_of(
        self, since: datetime, until: datetime
    ) -> list[tuple[str, str, str, str, datetime]]:
        """See `domain.ports.Listening`."""
        asked = sa.select(_f.key, _WHICH, _f.subject, _r.conversation_id, _r.opened_at)
        about = _among(asked.where(_f.subject.is_not(None)), TOLD, since, until)
        return [tuple(row) for row in await self._session.execute(about)]

    async def telling(self, since: datetime, until: datetime) -> int:
        """See `domain.ports.Listening`."""
        dialogues = sa.select(sa.func.count(sa.distinct(_r.conversation_id)))
        return await self._session.scalar(_among(dialogues, TOLD, since, until)) or 0

    async def wishes(self, since: datetime, until: datetime) -> list[tuple[str, str]]:
        """See `domain.ports.Listening`."""
        asked = sa.select(_f.value, _r.conversation_id)
        found = await self._session.execute(_among(asked, (_WISH,), since, until))
        return [(row[0], row[1]) for row in found]

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


def _among(
    asked: sa.Select[Any], keys: Collection[str], since: datetime, until: datetime
) -> sa.Select[Any]:
    """Facts of dialogues that began then. None is older than its dialogue, so that older ones need not be looked at."""
    return (
        asked.select_from(facts)
        .join(response_events, _r.conversation_id == _f.conversation_id)
        .where(
            _f.key.in_(keys),
            _f.observed_at >= since - _CLOCKS,
            _r.opened_at >= since,
            _r.opened_at < until,
            *counted(),
        )
    )
