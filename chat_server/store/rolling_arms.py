"""Dialogues of the hold-out's arms, and pairs of them by one person, counted by the database itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.lift.arms import ALL, PLAIN, RATED
from chat_server.domain.lift.comparison import ARMS

from .followed import bought, followed_by
from .tables import response_events

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy.sql.elements import ColumnElement


_r = response_events.c
_earlier = response_events.alias("earlier")
_b = _earlier.c
_before = sa.tuple_(_b.opened_at, _b.conversation_id) < sa.tuple_(_r.opened_at, _r.conversation_id)
_same = sa.and_(_b.contact_id == _r.contact_id, _b.memory_arm == _r.memory_arm, _before)


def singles(within: ColumnElement[bool]) -> sa.Select[Any]:
    """Arm, share, and sums as in `tables.rollups.ARM_COUNTED`."""
    has = _outcomes(_r)
    counts = [
        sa.func.count(),
        *(_sum(has[name]) for name in PLAIN),
        sa.func.count(_r.rating),
        _sum(_r.rating),
        _sum(_r.rating * _r.rating),
    ]
    asked: Any = sa.select(_r.memory_arm, _r.memory_share, *counts)
    return asked.where(_in_arms(within)).group_by(_r.memory_arm, _r.memory_share)  # type: ignore[no-any-return]


def pairs(
    within: ColumnElement[bool], day: Callable[[Any], Any] | None, since: datetime | None
) -> sa.Select[Any]:
    """The earlier one's day, arm, both shares, and sums as in `tables.rollups.PAIR_COUNTED`; of those begun since then."""
    one, other = _outcomes(_r), _outcomes(_b)
    counts: list[Any] = [sa.func.count()]
    for name in PLAIN:
        counts += [_sum(one[name] + other[name]), _sum(one[name] * other[name])]
    both = sa.and_(_r.rating.is_not(None), _b.rating.is_not(None))
    counts += [
        _sum(sa.case((both, 1), else_=0)),
        _sum(sa.case((both, _r.rating + _b.rating), else_=0)),
        _sum(sa.case((both, _r.rating * _b.rating), else_=0)),
    ]
    begun = day(_b.opened_at) if day else sa.literal("")
    keys: list[Any] = [begun, _r.memory_arm, _r.memory_share, _b.memory_share]
    found: Any = sa.select(*keys, *counts).join_from(response_events, _earlier, _same)
    if since is not None:
        found = found.where(_b.opened_at >= since)
    return found.where(_in_arms(within)).group_by(*(keys if day else keys[1:]))  # type: ignore[no-any-return]


def people(
    within: ColumnElement[bool], day: Callable[[Any], Any] | None, since: datetime | None
) -> dict[str, sa.Select[Any]]:
    """By of whom: the day of the same person's dialogue before, arm, how many; of those with none since then."""
    return {kind: _people(within, day, since, rated=kind == RATED) for kind in (ALL, RATED)}


def buyers(since: datetime, until: datetime, *, sqlite: bool) -> sa.Select[Any]:
    """Contacts whose dialogues in [since, until) an order followed: contact, arm, share, dialogues, those with an order."""
    order = bought(since, until)
    followed = sa.func.max(sa.case((followed_by(order, sqlite=sqlite), 1), else_=0))
    keys = (_r.contact_id, _r.memory_arm, _r.memory_share)
    dialogues = (
        sa.select(*keys, followed.label("followed"))
        .join_from(order, response_events, _r.contact_id == order.c.contact_id)
        .where(_in_arms(_r.opened_at >= since, _r.opened_at < until))
        .group_by(_r.conversation_id, *keys)
        .subquery()
    )
    of = [dialogues.c[key.name] for key in keys]
    with_order = sa.func.sum(dialogues.c.followed)
    asked: Any = sa.select(*of, sa.func.count(), with_order).group_by(*of)
    return asked.having(with_order > 0)  # type: ignore[no-any-return]


def _people(
    within: ColumnElement[bool],
    day: Callable[[Any], Any] | None,
    since: datetime | None,
    *,
    rated: bool,
) -> sa.Select[Any]:
    theirs = [_same, *([_b.rating.is_not(None)] if rated else [])]
    last = sa.select(sa.func.max(_b.opened_at)).where(*theirs).correlate(response_events)
    mine = [within, *([_r.rating.is_not(None)] if rated else [])]
    found = (
        sa.select(last.scalar_subquery().label("before"), _r.memory_arm.label("arm"))
        .where(_in_arms(*mine))
        .subquery()
    )
    before = sa.func.coalesce(day(found.c.before), "") if day else sa.literal("")
    asked: Any = sa.select(before, found.c.arm, sa.func.count())
    if since is not None:
        asked = asked.where(sa.or_(found.c.before.is_(None), found.c.before < since))
    return asked.group_by(*([before] if day else []), found.c.arm)  # type: ignore[no-any-return]


def _in_arms(*more: ColumnElement[bool]) -> ColumnElement[bool]:
    return sa.and_(_r.memory_arm.in_(ARMS), *more)


def _outcomes(of: Any) -> dict[str, Any]:
    holds = (of.resolved_at.is_not(None), of.asked_again > 0, of.handoffs > 0)
    return {name: sa.case((one, 1), else_=0) for name, one in zip(PLAIN, holds, strict=True)}


def _sum(what: Any) -> Any:
    return sa.func.coalesce(sa.func.sum(what), 0)
