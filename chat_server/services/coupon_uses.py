"""How a coupon is used: once, whatever kind of code it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chat_server.domain import published_code
from chat_server.domain.contact import Contact
from chat_server.domain.errors import NotFound, SamtalError
from chat_server.domain.events import EventType
from chat_server.domain.ids import new_id
from chat_server.domain.incentive import (
    Incentive,
    IncentiveKind,
    IssuedCoupon,
    Redemption,
    refusal,
    used,
)
from chat_server.domain.points import PointsLine, line_id
from chat_server.domain.ports import Transaction
from chat_server.domain.secrets import masked
from chat_server.domain.shop import Coupon
from chat_server.services.reports import ORDER_WITHIN

from .access import any_conversation
from .coupon_lines import coupon_line, points_line, use_lines


@dataclass(frozen=True)
class HeldCoupon:
    """A coupon and what it is of."""

    coupon: IssuedCoupon
    incentive: Incentive


@dataclass(frozen=True)
class Redeemed:
    """What the shop is told; `reward` is what who brought a friend got for it."""

    held: HeldCoupon
    discount_cents: int
    reward: HeldCoupon | None = None


async def use_coupon(tx: Transaction, code: str, use: Redemption, now: datetime) -> Redeemed:
    """Once, whoever else tries at the same time; the same order again is answered the same."""
    coupon, incentive = await _known(tx, code, use, now)
    if _again(coupon, use):
        return Redeemed(HeldCoupon(coupon, incentive), coupon.discount_cents or 0)
    contact = await _whose(tx, coupon, use)
    owner = contact.external_id if contact else None
    problem = refusal(incentive, coupon, owner, use, now)
    if problem is not None:
        raise problem
    use = _unsaid(use)
    discount = incentive.discount(coupon, use.total_cents)
    if not await tx.incentives.redeem(coupon.id, use, discount, now):
        coupon, incentive = await _known(tx, coupon.code, use, now)
        if _again(coupon, use):
            return Redeemed(HeldCoupon(coupon, incentive), coupon.discount_cents or 0)
        raise used()
    coupon, _ = await _known(tx, coupon.code, use, now)
    if coupon.contact_id is None and contact is not None:
        await _take(tx, coupon, contact, use, now)
        await tx.record([coupon_line(EventType.COUPON_MINTED, incentive, coupon, now)])
    await tx.record(use_lines(incentive, coupon, now))
    reward = None
    if contact is not None:
        await _points(tx, incentive, coupon, contact.id, now)
        reward = await _reward(tx, incentive, coupon, contact.id, now)
    return Redeemed(HeldCoupon(coupon, incentive), discount, reward)


async def _known(
    tx: Transaction, code: str, use: Redemption, now: datetime
) -> tuple[IssuedCoupon, Incentive]:
    coupon = await tx.incentives.coupon(code)
    if coupon is None:
        coupon = await _of_published(tx, code, use, now)
    incentive = await tx.incentives.get(coupon.incentive_id) if coupon else None
    if coupon is None or incentive is None:
        raise NotFound("There is no such coupon.", {"coupon": "unknown"})
    return coupon, incentive


async def _of_published(
    tx: Transaction, code: str, use: Redemption, now: datetime
) -> IssuedCoupon | None:
    """Each use of a code that everybody knows is a coupon of its own, made now; an order's second is its first."""
    published = await tx.published_codes.get(code)
    incentive = await tx.incentives.get(published.incentive_id or "") if published else None
    if published is None or incentive is None:
        return None
    before = await tx.published_codes.use_for(published.code, use.order_number)
    if before is not None:
        return before
    problem = published_code.refusal(published, incentive, use, now)
    problem = problem or await _had_enough(tx, published, use)
    if problem is not None:
        raise problem
    # The code is ours until the commit, so nobody else counts meanwhile.
    published.uses += 1
    if not await tx.incentives.count_one(incentive.id):
        raise published_code.used_up()
    made = incentive.coupon(
        coupon_id=new_id(),
        contact_id=None,
        now=now,
        conversation_id=None,
        by_kind="shop",
        by_id=None,
    )
    made.published, made.valid_until = published.code, published.valid_until
    tx.add(made)
    await tx.flush()
    return made


async def _had_enough(tx: Transaction, code: Coupon, use: Redemption) -> SamtalError | None:
    if code.per_customer is None:
        return None
    contact = await _comes(tx, use)
    if contact is None and use.customer is None:
        return published_code.nobody()
    names = {use.customer, contact.external_id if contact else None} - {None}
    had = await tx.published_codes.uses_of(
        code.code, contact.id if contact else None, [name for name in names if name]
    )
    return used() if had >= code.per_customer else None


async def _whose(tx: Transaction, coupon: IssuedCoupon, use: Redemption) -> Contact | None:
    """Who has it, or who comes with one that nobody has."""
    if coupon.contact_id is not None:
        return await tx.contacts.get(coupon.contact_id)
    return await _comes(tx, use)


async def _comes(tx: Transaction, use: Redemption) -> Contact | None:
    if use.conversation_id is not None:
        told = await any_conversation(tx, use.conversation_id)
        return await tx.contacts.get(told.contact_id)
    if use.customer is None:
        return None
    return await tx.contacts.by_customer(use.customer)


async def _take(
    tx: Transaction, coupon: IssuedCoupon, contact: Contact, use: Redemption, now: datetime
) -> None:
    """Nobody's becomes theirs, in the dialogue the shop names or their last one before the order."""
    dialogue = use.conversation_id
    if dialogue is None:
        latest = await tx.conversations.of_contact(contact.id, 1)
        dialogue = next((one.id for one in latest if one.opened_at >= now - ORDER_WITHIN), None)
    coupon.give(contact.id, now, conversation_id=dialogue, by_kind="shop", by_id=None)
    await tx.flush()


def _again(coupon: IssuedCoupon, use: Redemption) -> bool:
    return coupon.redeemed_at is not None and coupon.order_number == use.order_number


def _unsaid(use: Redemption) -> Redemption:
    """A reason is somebody's words: no secret is kept in it."""
    return Redemption(
        use.order_number,
        use.total_cents,
        use.currency,
        use.customer,
        use.sku,
        masked(use.reason) if use.reason else None,
        use.conversation_id,
    )


async def _points(
    tx: Transaction, incentive: Incentive, coupon: IssuedCoupon, contact_id: str, now: datetime
) -> None:
    if not incentive.points:
        return
    await tx.contacts.lock(contact_id)
    given = PointsLine(
        id=line_id(contact_id, f"coupon:{coupon.id}"),
        contact_id=contact_id,
        change=incentive.points,
        reason=incentive.name,
        at=now,
        by_kind="system",
        conversation_id=coupon.conversation_id,
        coupon_id=coupon.id,
    )
    tx.add(given)
    await tx.flush()
    await tx.record([points_line(incentive.inbox_id, given)])


async def _reward(
    tx: Transaction, incentive: Incentive, coupon: IssuedCoupon, contact_id: str, now: datetime
) -> HeldCoupon | None:
    """For who brought the friend: not counted among those that can be had."""
    if incentive.kind is not IncentiveKind.REFER_FRIEND or coupon.reward_of is not None:
        return None
    reward = incentive.coupon(
        coupon_id=new_id(),
        contact_id=contact_id,
        now=now,
        conversation_id=coupon.conversation_id,
        by_kind="system",
        by_id=None,
        reward_of=coupon.id,
    )
    tx.add(reward)
    await tx.flush()
    await tx.record([coupon_line(EventType.COUPON_MINTED, incentive, reward, now)])
    return HeldCoupon(reward, incentive)
