"""Days of counted orders that somebody changes: marked in the transaction that changes them, so that none is shown as it was.

What people meet and order today needs no mark, for today is not counted. Marked are orders that come, go or change later, people who
become known to the shop or one with another, and people who are forgotten.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from sqlalchemy import event

from chat_server.domain.contact import Contact
from chat_server.domain.incentive import IssuedCoupon
from chat_server.domain.shop import Order, OrderStatus

from .followed import ORDER_WITHIN_DAYS
from .holding import Holding
from .many import batched
from .rolling import Counting
from .tables import contacts, issued_coupons, orders, response_events, touches
from .tables.rollups import rollup_stale

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession
    from sqlalchemy.orm import Session

# Books: orders that elements are owed, and what followed dialogues of campaigns.
CREDITS, FOLLOWED = "credits", "followed"
_AT_ONCE = 500
# Of SQLite's times, which are compared to the thousandth.
_ROUNDED = timedelta(seconds=1)
_c, _o, _i, _r = contacts.c, orders.c, issued_coupons.c, response_events.c


async def mark(session: AsyncSession, contact_ids: Collection[str], since: datetime | None) -> None:
    """Orders of these people from then on may be owed to others than before; call it while they are still theirs."""
    if since is not None:
        for one in _marks(contact_ids, (), since, sqlite=_is_sqlite(session.sync_session)):
            await session.execute(one)


async def mark_gone(session: AsyncSession, contact_id: str) -> None:
    """Of somebody who is being forgotten, and of those with whom others used a coupon that names them."""
    await mark(session, [contact_id], await session.run_sync(_first_met, contact_id))
    await session.run_sync(_mark_dialogues, _r.contact_id == contact_id)
    known_as = sa.select(_c.external_id).where(_c.id == contact_id).scalar_subquery()
    named = sa.select(_i.contact_id, _i.redeemed_at).where(_i.redeemed_by == known_as)
    rows = (await session.execute(named.where(_i.redeemed_at.is_not(None)))).all()
    for friend, at in rows:
        if friend is not None:
            await mark(session, [friend], at)


async def mark_given(
    session: AsyncSession,
    new: str,
    *,
    met: Sequence[str],
    dialogues: Sequence[str],
    coupons: Sequence[str],
) -> None:
    """Those who have these and those who get them."""
    t = touches.c
    of = (
        (t.contact_id, t.at, t.id, met),
        (_r.contact_id, _r.opened_at, _r.conversation_id, dialogues),
        (_i.contact_id, _i.redeemed_at, _i.id, coupons),
    )
    people, moments = {new}, []
    for person, at, key, ids in of:
        for piece in batched(ids, _AT_ONCE):
            first = sa.func.min(at, type_=at.type)
            asked = sa.select(person, first).where(key.in_(piece)).group_by(person)
            for row in await session.execute(asked):
                people |= {row[0]} - {None}
                moments += [row[1]] if row[1] is not None else []
    await mark(session, people, min(moments, default=None))
    for piece in batched(dialogues, _AT_ONCE):
        await session.run_sync(_mark_dialogues, _r.conversation_id.in_(piece))


async def mark_used(session: AsyncSession, coupon_id: str) -> None:
    """A coupon was."""
    given = sa.select(_i.conversation_id).where(_i.id == coupon_id)
    await session.run_sync(_mark_dialogues, _r.conversation_id.in_(given))


def note(session: Session, *_: object) -> None:
    """Orders, and people the shop knows, as they are about to be written."""
    for one in (*session.new, *session.dirty, *session.deleted):
        if isinstance(one, Order):
            _note_order(session, one)
        elif isinstance(one, Contact):
            _note_contact(session, one)
        elif isinstance(one, IssuedCoupon):
            _note_coupon(session, one)


event.listen(Holding, "before_flush", note)


def _note_order(session: Session, order: Order) -> None:
    before, after = _versions(session, order, ("placed_at", "customer_id", "status"))
    if not order.number or _same_order(before, after):
        return
    times = {one["placed_at"] for one in (before, after) if one}
    customers = {one["customer_id"] for one in (before, after) if one}
    sqlite = _is_sqlite(session)
    _write(session, {_day(at) for at in times})
    for one in _marks((), customers, min(times), sqlite=sqlite):
        session.execute(one)
    theirs = _r.contact_id.in_(sa.select(_c.id).where(_c.external_id.in_(customers)))
    for at in times:
        begin = at - timedelta(days=ORDER_WITHIN_DAYS) - _ROUNDED
        _mark_dialogues(session, theirs, _r.opened_at >= begin, _r.opened_at <= at)
    if before is not None and after is not None:
        return
    # An order that only coupons told of is the shop's from now on, or theirs again.
    told = sa.select(_i.contact_id, _i.redeemed_at).where(
        _i.order_number == order.number, _i.redeemed_at.is_not(None), _i.contact_id.is_not(None)
    )
    for person, at in session.execute(told).all():
        for one in _marks([person], (), at, sqlite=sqlite):
            session.execute(one)


def _note_contact(session: Session, contact: Contact) -> None:
    before, after = _versions(session, contact, ("external_id",))
    known = {one["external_id"] for one in (before, after) if one} - {None}
    if before == after or not known:
        return
    _mark_dialogues(session, _r.contact_id == contact.id)
    since = _first_met(session, contact.id)
    if since is not None:
        for one in _marks([contact.id], known, since, sqlite=_is_sqlite(session)):
            session.execute(one)


def _note_coupon(session: Session, coupon: IssuedCoupon) -> None:
    before, after = _versions(session, coupon, ("conversation_id", "redeemed_at"))
    given = {one["conversation_id"] for one in (before, after) if one} - {None}
    if before != after and given:
        _mark_dialogues(session, _r.conversation_id.in_(given))


def _mark_dialogues(session: Session, *which: sa.ColumnElement[bool]) -> None:
    """Days of those that campaigns brought."""
    day = Counting(sqlite=_is_sqlite(session)).day(_r.opened_at)
    found = sa.select(sa.literal(FOLLOWED), day).where(_r.campaign.is_not(None), *which)
    session.execute(sa.insert(rollup_stale).from_select(["book", "day"], found.distinct()))


def _versions(
    session: Session, one: object, names: Sequence[str]
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """As it is in the database, and as it will be."""
    state: Any = sa.inspect(one)
    now = {name: getattr(one, name) for name in names}
    if one in session.new:
        return None, now
    history = {name: state.attrs[name].history for name in names}
    was = {name: (*kept.deleted, now[name])[0] for name, kept in history.items()}
    return was, None if one in session.deleted else now


def _same_order(before: dict[str, Any] | None, after: dict[str, Any] | None) -> bool:
    """Whether it is as good as before: how far a parcel came changes nothing."""
    if before is None or after is None:
        return False
    one, other = ({**of, "status": of["status"] is OrderStatus.CANCELLED} for of in (before, after))
    return one == other


def _marks(
    contact_ids: Collection[str], customer_ids: Collection[str], since: datetime, *, sqlite: bool
) -> Iterator[sa.Insert]:
    """Of days from then on with orders of these people, whether the shop or a coupon tells of them."""
    day = Counting(sqlite=sqlite).day
    none: Sequence[str] = ()
    pieces = [(ids, none) for ids in batched(list(contact_ids), _AT_ONCE)]
    pieces += [(none, ids) for ids in batched(list(customer_ids), _AT_ONCE)]
    for people, customers in pieces:
        mine = sa.or_(_c.id.in_(people), _c.external_id.in_(customers))
        names = sa.select(_c.external_id).where(mine, _c.external_id.is_not(None))
        bought = sa.select(day(_o.placed_at).label("day")).where(
            sa.or_(_o.customer_id.in_(names), _o.customer_id.in_(customers)), _o.placed_at >= since
        )
        told = sa.select(day(_i.redeemed_at)).where(
            _i.contact_id.in_(sa.select(_c.id).where(mine)),
            _i.order_number.is_not(None),
            _i.redeemed_at >= since,
        )
        found = sa.union(bought, told).subquery()
        rows = sa.select(sa.literal(CREDITS), found.c.day)
        yield sa.insert(rollup_stale).from_select(["book", "day"], rows)


def _write(session: Session, days: Collection[str]) -> None:
    session.execute(sa.insert(rollup_stale), [{"book": CREDITS, "day": day} for day in days])


def _first_met(session: Session, contact_id: str) -> datetime | None:
    met = touches.c
    asked = (
        sa.select(sa.func.min(met.at, type_=met.at.type)).where(met.contact_id == contact_id),
        sa.select(sa.func.min(_r.opened_at, type_=_r.opened_at.type)).where(
            _r.contact_id == contact_id, _r.element.is_not(None)
        ),
    )
    found = [session.scalar(one) for one in asked]
    return min((one for one in found if one is not None), default=None)


def _day(moment: datetime) -> str:
    return moment.astimezone(UTC).date().isoformat()


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
