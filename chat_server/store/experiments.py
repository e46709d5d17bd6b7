"""Experiments, exposures, and what came of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.experiments.experiment import Experiment, Exposure
from chat_server.domain.experiments.outcomes import HIGHEST, LOWEST, OutcomeKey
from chat_server.domain.experiments.sequences import Tally
from chat_server.domain.ports.experiments import Usual
from chat_server.domain.shop import OrderStatus

from .newest import newest_first
from .tables import contacts, experiments, exposures, issued_coupons, orders, response_events

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import Slice

_e, _x, _r, _k = experiments.c, exposures.c, response_events.c, issued_coupons.c


class ExperimentRows:
    """See `domain.ports.Experiments`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, experiment_id: str) -> Experiment | None:
        """By id."""
        return await self._session.get(Experiment, experiment_id)

    async def lock(self, experiment_id: str) -> Experiment | None:
        """One writer until the commit."""
        return await self._session.get(
            Experiment, experiment_id, with_for_update=True, populate_existing=True
        )

    async def search(self, query: str | None, piece: Slice | None = None) -> list[Experiment]:
        """Newest first."""
        wanted = sa.select(Experiment)
        if query:
            wanted = wanted.where(sa.func.lower(_e.name).contains(query.lower(), autoescape=True))
        if piece is None:
            wanted = wanted.order_by(_e.created_at.desc(), _e.id.desc())
        else:
            wanted = newest_first(wanted, piece, _e.created_at, _e.id)
        return list(await self._session.scalars(wanted))

    async def remove(self, experiment: Experiment) -> None:
        """Only a draft, of which nobody saw anything."""
        await self._session.delete(experiment)

    async def running(self, inbox_id: str) -> Experiment | None:
        """By an index of those that run."""
        return await self._session.scalar(
            sa.select(Experiment).where(
                _e.inbox_id == inbox_id, _e.started_at.is_not(None), _e.ended_at.is_(None)
            )
        )

    async def first_exposure(self, experiment_id: str, contact_id: str) -> Exposure | None:
        """Who became one person with somebody may have two."""
        found = sa.select(Exposure).where(
            _x.experiment_id == experiment_id, _x.contact_id == contact_id
        )
        return await self._session.scalar(found.order_by(_x.at, _x.id).limit(1))

    async def people(self) -> dict[str, int]:
        """Each once."""
        counted = sa.select(_x.experiment_id, sa.func.count(sa.distinct(_x.contact_id)))
        rows = await self._session.execute(counted.group_by(_x.experiment_id))
        return {row[0]: row[1] for row in rows}

    async def deal(self, experiment_id: str, as_of: datetime) -> Sequence[int]:
        """In the order in which they saw it."""
        found = sa.select(_x.variant).where(
            _x.experiment_id == experiment_id, _x.at <= as_of, _is_first()
        )
        return list(await self._session.scalars(found.order_by(_x.at, _x.id)))

    async def tallies(
        self, experiment: Experiment, as_of: datetime
    ) -> list[dict[OutcomeKey, Tally]]:
        """Counted by the database, a row a variant."""
        person = _person(experiment.id, as_of).subquery()
        rows = await self._session.execute(_summed(person))
        found: list[dict[OutcomeKey, Tally]] = [{} for _ in experiment.variants]
        for row in rows.mappings():
            found[row["variant"]] = _tallies(row)
        return found

    async def usual(self, inbox_id: str, since: datetime, until: datetime) -> Usual:
        """Of those who came first in [since, until)."""
        came = sa.and_(
            contacts.c.inbox_id == inbox_id,
            contacts.c.created_at >= since,
            contacts.c.created_at < until,
        )
        begun = _r.contact_id == contacts.c.id
        dialogue = sa.exists().where(begun)
        resolved = sa.exists().where(begun, _r.resolved_at.is_not(None))
        ordered = sa.exists().where(
            orders.c.customer_id == contacts.c.external_id,
            orders.c.status != OrderStatus.CANCELLED,
            orders.c.placed_at >= contacts.c.created_at,
        )
        given = sa.exists().where(
            _k.contact_id == contacts.c.id, _k.minted_at >= contacts.c.created_at
        )
        redeemed = sa.exists().where(
            _k.contact_id == contacts.c.id, _k.redeemed_at >= contacts.c.created_at
        )
        asked = (dialogue, resolved, given, redeemed, ordered)
        row = (
            await self._session.execute(
                sa.select(
                    sa.func.count(),
                    *(sa.func.sum(_number(one)) for one in asked),
                )
                .select_from(contacts)
                .where(came)
            )
        ).one()
        keys = (
            OutcomeKey.DIALOGUE,
            OutcomeKey.RESOLVED,
            OutcomeKey.COUPON,
            OutcomeKey.REDEEMED,
            OutcomeKey.ORDER,
        )
        reached = {key: int(row[at] or 0) for at, key in enumerate(keys, 1)}
        return Usual(row[0], reached)


def _is_first() -> sa.ColumnElement[bool]:
    earlier = exposures.alias("earlier")
    before = sa.or_(earlier.c.at < _x.at, sa.and_(earlier.c.at == _x.at, earlier.c.id < _x.id))
    return ~sa.exists().where(
        earlier.c.experiment_id == _x.experiment_id,
        earlier.c.contact_id == _x.contact_id,
        before,
    )


def responded(
    experiment_id: str, variant: int | None, as_of: datetime | None
) -> sa.ColumnElement[bool]:
    """Dialogues that count for somebody's exposure; the same that `tallies` counts."""
    wanted = [
        _x.experiment_id == experiment_id,
        _x.contact_id == _r.contact_id,
        _r.opened_at >= _x.at,
        _r.opened_at < _x.until,
        _is_first(),
    ]
    if variant is not None:
        wanted.append(_x.variant == variant)
    if as_of is not None:
        wanted.append(_x.until <= as_of)
    return sa.exists().where(*wanted)


def _person(experiment_id: str, as_of: datetime) -> sa.Select[tuple[object, ...]]:
    """A row a person: what they did within their time, out of what was said and resolved in it."""
    ordered = sa.exists().where(
        contacts.c.id == _x.contact_id,
        orders.c.customer_id == contacts.c.external_id,
        orders.c.status != OrderStatus.CANCELLED,
        orders.c.placed_at >= _x.at,
        orders.c.placed_at < _x.until,
    )
    given = sa.exists().where(
        _k.contact_id == _x.contact_id, _k.minted_at >= _x.at, _k.minted_at < _x.until
    )
    redeemed = sa.exists().where(
        _k.contact_id == _x.contact_id, _k.redeemed_at >= _x.at, _k.redeemed_at < _x.until
    )
    in_time = sa.and_(
        _r.contact_id == _x.contact_id, _r.opened_at >= _x.at, _r.opened_at < _x.until
    )
    rating = (sa.func.avg(_r.rating * 1.0) - LOWEST) / (HIGHEST - LOWEST)
    return (
        sa.select(
            _x.variant.label("variant"),
            sa.func.max(_number(_r.conversation_id.is_not(None))).label("dialogue"),
            sa.func.max(_number(_r.resolved_at < _x.until)).label("resolved"),
            sa.func.max(_number(_r.handed_off_at < _x.until)).label("handoff"),
            _number(given).label("given"),
            _number(redeemed).label("redeemed"),
            _number(ordered).label("ordered"),
            rating.label("rating"),
        )
        .select_from(exposures.outerjoin(response_events, in_time))
        .where(_x.experiment_id == experiment_id, _x.until <= as_of, _is_first())
        .group_by(_x.id, _x.variant, _x.contact_id, _x.at, _x.until)
    )


def _summed(person: sa.Subquery) -> sa.Select[tuple[object, ...]]:
    p, total = person.c, sa.func.sum
    return sa.select(
        p.variant,
        sa.func.count().label("people"),
        total(p.dialogue).label("dialogues"),
        total(p.resolved).label("resolved"),
        total(p.handoff).label("handoffs"),
        total(p.given).label("given"),
        total(p.redeemed).label("redeemed"),
        total(p.ordered).label("orders"),
        sa.func.count(p.rating).label("raters"),
        total(p.rating).label("ratings"),
        total(p.rating * p.rating).label("squares"),
    ).group_by(p.variant)


def _tallies(row: sa.RowMapping) -> dict[OutcomeKey, Tally]:
    def share(name: str, of: str = "people") -> Tally:
        count = float(row[name] or 0)
        return Tally(int(row[of] or 0), count, count)

    return {
        OutcomeKey.DIALOGUE: share("dialogues"),
        OutcomeKey.RESOLVED: share("resolved"),
        OutcomeKey.COUPON: share("given"),
        OutcomeKey.REDEEMED: share("redeemed"),
        OutcomeKey.ORDER: share("orders"),
        OutcomeKey.HANDOFF: share("handoffs", "dialogues"),
        OutcomeKey.RATING: Tally(
            int(row["raters"]), float(row["ratings"] or 0), float(row["squares"] or 0)
        ),
    }


def counting_for(seen: sa.FromClause) -> list[sa.ColumnElement[bool]]:
    """Each of what counts in the time that who saw it then had."""
    x = seen.c

    def within(at: sa.ColumnElement[Any]) -> sa.ColumnElement[bool]:
        return sa.and_(at >= x.at, at < x.until)

    talked = sa.select(_r.conversation_id).where(
        _r.contact_id == x.contact_id, within(_r.opened_at)
    )
    coupon = sa.select(_k.id).where(
        _k.contact_id == x.contact_id, sa.or_(within(_k.minted_at), within(_k.redeemed_at))
    )
    bought = (
        sa.select(orders.c.number)
        .join(contacts, contacts.c.external_id == orders.c.customer_id)
        .where(contacts.c.id == x.contact_id, within(orders.c.placed_at))
    )
    return [one.exists() for one in (talked, coupon, bought)]


def _number(condition: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.case((condition, 1), else_=0)
