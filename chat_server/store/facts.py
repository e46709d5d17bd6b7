"""The ledger of facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.facts.fact import OPEN, Fact, FactSource, FactState, Forgotten

from . import at_once
from .tables import conversations, facts, forgotten_facts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import Slice

_c = facts.c
_f = forgotten_facts.c
_MOST_FORGOTTEN = 1000
SAID_AGAIN = {
    "sqlite": sa.text(
        "UPDATE facts SET confirmed_at = said.value ->> 'at' FROM json_each(:rows) AS said"
        " WHERE facts.id = said.value ->> 'id' AND facts.state = 'current'"
        " AND coalesce(facts.confirmed_at, facts.observed_at) < said.value ->> 'at'"
    ),
    "postgresql": sa.text(
        "UPDATE facts SET confirmed_at = said.at AT TIME ZONE 'UTC'"
        " FROM json_to_recordset(CAST(:rows AS json)) AS said(id text, at timestamp)"
        " WHERE facts.id = said.id AND facts.state = 'current'"
        " AND coalesce(facts.confirmed_at, facts.observed_at) < said.at AT TIME ZONE 'UTC'"
    ),
}


class FactRows:
    """See `domain.ports.Facts`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, fact_id: str) -> Fact | None:
        """By id."""
        return await self._session.get(Fact, fact_id)

    async def current(self, contact_id: str) -> list[Fact]:
        """What holds now, oldest first."""
        return await self._found(_c.contact_id == contact_id, _c.state == FactState.CURRENT)

    async def open(self, contact_id: str) -> list[Fact]:
        """What holds or may hold, oldest first."""
        return await self._found(_c.contact_id == contact_id, _c.state.in_(OPEN))

    async def held_since(self, contact_id: str, at: datetime) -> list[Fact]:
        """Each half by its own index: a long history costs nothing."""
        of_them = sa.select(_c.id).where(_c.contact_id == contact_id)
        wanted = sa.union_all(of_them.where(_c.state.in_(OPEN)), of_them.where(_c.ended_at >= at))
        return await self._found(_c.id.in_(wanted))

    async def held_by(
        self, contact_ids: Collection[str], keys: Collection[str], since: datetime
    ) -> list[Fact]:
        """As `held_since`."""
        of_them = sa.select(_c.id).where(_c.contact_id.in_(contact_ids), _c.key.in_(keys))
        wanted = sa.union_all(
            of_them.where(_c.state.in_(OPEN)), of_them.where(_c.ended_at >= since)
        )
        return await self._found(_c.id.in_(wanted))

    async def said_by(
        self, contact_id: str, source: FactSource, keys: Collection[str]
    ) -> list[Fact]:
        """Oldest first."""
        return await self._found(_c.contact_id == contact_id, _c.key.in_(keys), _c.source == source)

    async def history(self, contact_id: str, piece: Slice) -> list[Fact]:
        """Newest first."""
        wanted = sa.select(Fact).where(_c.contact_id == contact_id)
        if piece.before is not None:
            wanted = wanted.where(
                sa.tuple_(_c.observed_at, _c.id)
                < sa.tuple_(
                    sa.literal(piece.before, _c.observed_at.type), sa.literal(piece.before_id)
                )
            )
        newest = wanted.order_by(_c.observed_at.desc(), _c.id.desc()).limit(piece.limit)
        return list(await self._session.scalars(newest))

    async def of_kind(self, contact_id: str, key: str) -> list[Fact]:
        """Oldest first."""
        return await self._found(_c.contact_id == contact_id, _c.key == key)

    async def kept_for(self, conversation_id: str, consent: str) -> list[Fact]:
        """By the index of the contact's."""
        mine = sa.select(conversations.c.contact_id).where(conversations.c.id == conversation_id)
        return await self._found(
            _c.contact_id == mine.scalar_subquery(),
            _c.conversation_id == conversation_id,
            _c.consent == consent,
        )

    async def superseded_by(self, contact_id: str, fact_ids: Collection[str]) -> list[Fact]:
        """Oldest first."""
        return await self._found(_c.contact_id == contact_id, _c.superseded_by.in_(fact_ids))

    async def holders(self, key: str, contact_ids: Collection[str]) -> set[str]:
        """Those of the contacts of whom a fact with this key holds now."""
        if not contact_ids:
            return set()
        found = sa.select(_c.contact_id).where(
            _c.contact_id.in_(contact_ids), _c.key == key, _c.state == FactState.CURRENT
        )
        return set(await self._session.scalars(found))

    async def forget(self, fact_ids: Collection[str]) -> None:
        """Row by row, so that none of them is written again by this transaction."""
        for fact_id in fact_ids:
            fact = await self._session.get(Fact, fact_id)
            if fact is not None:
                await self._session.delete(fact)
        await self._session.flush()

    async def restate(self, moments: Mapping[str, datetime]) -> bool:
        """In one statement."""
        said = [{"id": one, "at": at_once.moment(at)} for one, at in moments.items()]
        return await at_once.write(self._session, SAID_AGAIN, said) == len(said)

    async def forgotten_by(
        self, contact_ids: Collection[str], keys: Collection[str]
    ) -> list[Forgotten]:
        """By the index."""
        theirs = sa.and_(_f.contact_id.in_(contact_ids), _f.key.in_(keys))
        return list(await self._session.scalars(sa.select(Forgotten).where(theirs)))

    async def forgotten(self, contact_id: str, keys: Collection[str]) -> list[Forgotten]:
        """Newest first."""
        wanted = sa.select(Forgotten).where(_f.contact_id == contact_id, _f.key.in_(keys))
        newest = wanted.order_by(_f.at.desc(), _f.id).limit(_MOST_FORGOTTEN)
        return list(await self._session.scalars(newest))

    async def open_past(
        self,
        key: str,
        now: datetime,
        *,
        said_before: datetime | None,
        guessed_before: datetime,
        most: int,
    ) -> list[Fact]:
        """Oldest first; one that was said again counts from then."""
        said_last = sa.func.coalesce(_c.confirmed_at, _c.observed_at)
        past = [
            _c.valid_until <= now,
            sa.and_(_c.state == FactState.UNCONFIRMED, _c.observed_at <= guessed_before),
        ]
        if said_before is not None:
            past.append(said_last <= said_before)
        wanted = sa.select(Fact).where(_c.key == key, _c.state.in_(OPEN), sa.or_(*past))
        return list(await self._session.scalars(wanted.order_by(_c.observed_at).limit(most)))

    async def who_begins(
        self, keys: Collection[str], now: datetime, *, after: str, most: int
    ) -> list[str]:
        """Few facts have a beginning, and hardly any of them has one beside it."""
        older = facts.alias()
        beside = sa.exists().where(
            older.c.contact_id == _c.contact_id,
            older.c.key == _c.key,
            older.c.id != _c.id,
            older.c.state == FactState.CURRENT,
            older.c.observed_at < _c.valid_from,
        )
        begun = sa.and_(_c.state == FactState.CURRENT, _c.key.in_(keys), _c.valid_from <= now)
        wanted = sa.select(_c.contact_id).where(_c.contact_id > after, begun, beside).distinct()
        return list(await self._session.scalars(wanted.order_by(_c.contact_id).limit(most)))

    async def _found(self, *conditions: sa.ColumnElement[bool]) -> list[Fact]:
        wanted = sa.select(Fact).where(*conditions).order_by(_c.observed_at, _c.id)
        return list(await self._session.scalars(wanted))
