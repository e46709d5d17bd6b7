"""Lines of the log about coupons and points."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.events import Event, EventType
from chat_server.domain.ids import event_id
from chat_server.domain.incentive import Incentive, IncentiveKind, IssuedCoupon
from chat_server.domain.points import PointsLine


def use_lines(incentive: Incentive, coupon: IssuedCoupon, now: datetime) -> list[Event]:
    """A guarantee that is used says that something is wrong with a product."""
    kinds = [EventType.COUPON_REDEEMED]
    if incentive.kind is IncentiveKind.MONEY_BACK:
        kinds.append(EventType.GUARANTEE_USED)
    return [coupon_line(kind, incentive, coupon, now) for kind in kinds]


def coupon_line(kind: EventType, incentive: Incentive, coupon: IssuedCoupon, at: datetime) -> Event:
    """Neither code nor order: they would lead to a person."""
    data: dict[str, object | None] = {
        "coupon": coupon.id,
        "incentive": incentive.id,
        "kind": incentive.kind.value,
        "campaign": incentive.campaign_id,
        "listed": coupon.listed_at is not None or None,
        # Everybody knows it, so it leads to nobody.
        "published": coupon.published,
    }
    if kind is not EventType.COUPON_MINTED:
        data |= {
            "discount_cents": coupon.discount_cents,
            "total_cents": coupon.order_total_cents,
            "sku": coupon.sku,
            "apart": _apart(coupon) or None,
        }
    by_shop = kind is not EventType.COUPON_MINTED
    return Event(
        id=event_id(kind, coupon.id),
        type=kind,
        at=at,
        inbox_id=incentive.inbox_id,
        actor_kind="system" if by_shop else coupon.minted_by_kind,
        actor_id=None if by_shop else coupon.minted_by_id,
        conversation_id=coupon.conversation_id,
        contact_id=coupon.contact_id,
        data={name: value for name, value in data.items() if value is not None},
    )


def _apart(coupon: IssuedCoupon) -> bool:
    """Given in no dialogue and used by nobody who had one."""
    shops = coupon.listed_at is not None or coupon.published is not None
    return shops and coupon.conversation_id is None


def points_line(inbox_id: str, line: PointsLine) -> Event:
    """Its line in the log."""
    return Event(
        id=line.id,
        type=EventType.POINTS_CHANGED,
        at=line.at,
        inbox_id=inbox_id,
        actor_kind=line.by_kind,
        actor_id=line.by_id,
        contact_id=line.contact_id,
        conversation_id=line.conversation_id,
        data={"change": line.change},
    )
