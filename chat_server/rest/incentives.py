"""Incentives, coupons and points."""

from __future__ import annotations

from datetime import UTC, datetime

from chat_server.domain.errors import NotFound
from chat_server.domain.funnel import ENOUGH, LEVEL
from chat_server.domain.incentive import Incentive, IncentiveKind, Listed, Redemption, Uses
from chat_server.domain.lift.intervals import wilson
from chat_server.domain.points import Gift
from chat_server.domain.shop import Coupon
from chat_server.services.coupon_uses import HeldCoupon
from chat_server.services.incentives import IncentiveReport, Terms
from chat_server.services.points import Account
from chat_server.services.published_codes import Bounds
from chat_server.wire import incentives as w
from chat_server.wire.marketing import IntervalView
from chat_server.wire.rest import PageOf

from .call import Call
from .marketing import period


async def incentives(call: Call) -> PageOf[w.IncentiveView]:
    """What can be promised, newest first."""
    found = await call.services.incentives.all(call.agent)
    return PageOf[w.IncentiveView](items=[incentive_view(one) for one in found], next=None)


async def add(call: Call) -> w.IncentiveView:
    """A new incentive."""
    given = {**vars(call.body), "kind": IncentiveKind(call.body.kind)}
    return incentive_view(await call.services.incentives.add(call.agent, Terms(**given)))


async def change(call: Call) -> w.IncentiveView:
    """Close it, or let the bot offer it."""
    body = call.body
    changed = await call.services.incentives.change(
        call.agent, call.path("id"), closed=body.closed, bot_offers=body.bot_offers
    )
    return incentive_view(changed)


async def import_codes(call: Call) -> w.CodesView:
    """Take codes that the shop made; good lines go in, the others are listed with what is wrong."""
    made = await call.services.coupon_codes.take(call.agent, call.path("id"), call.body.csv)
    return w.CodesView.model_validate(made)


async def publish(call: Call) -> w.PublishedCodeView:
    """A code that everybody may know, such as one on a poster."""
    body = call.body
    bounds = Bounds(body.most, body.per_customer, body.valid_from, body.valid_until)
    published = call.services.published_codes
    made = await published.publish(call.agent, call.path("id"), body.code, bounds)
    return published_view(*made)


async def change_published(call: Call) -> w.PublishedCodeView:
    """End a published code, or open it again."""
    changed = await call.services.published_codes.change(
        call.agent, call.path("id"), call.path("code"), closed=call.body.closed
    )
    return published_view(*changed)


async def mint(call: Call) -> w.IssuedCouponView:
    """A coupon for the contact of a dialogue; the one they have is given again."""
    made = await call.services.coupons.mint(call.agent, call.path("id"), call.body.incentive_id)
    return coupon_view(made)


async def redeem(call: Call) -> w.RedeemedView:
    """Use a coupon, once; `fields.coupon` of a refusal says why in one word."""
    body = call.body
    use = Redemption(
        body.order_number,
        body.total_cents,
        body.currency,
        body.customer,
        body.sku,
        body.reason,
        body.conversation_id,
    )
    try:
        code = call.path("code")
    except NotFound as error:
        raise NotFound(error.message, {"coupon": "unknown"}) from error
    done = await call.services.coupons.redeem(call.agent, code, use)
    return w.RedeemedView(
        coupon=coupon_view(done.held),
        discount_cents=done.discount_cents,
        reward=coupon_view(done.reward) if done.reward else None,
    )


async def of_contact(call: Call) -> PageOf[w.IssuedCouponView]:
    """A contact's coupons, newest first."""
    found = await call.services.coupons.of_contact(call.agent, call.path("id"))
    return PageOf[w.IssuedCouponView](items=[coupon_view(one) for one in found], next=None)


async def points(call: Call) -> w.PointsView:
    """A contact's points."""
    return points_view(await call.services.points.of(call.agent, call.path("id")))


async def give_points(call: Call) -> w.PointsView:
    """Give points, or take them where there are so many."""
    body = call.body
    gift = Gift(body.change, body.reason, body.client_id)
    return points_view(await call.services.points.give(call.agent, call.path("id"), gift))


async def report(call: Call) -> w.IncentiveReport:
    """What incentives brought, and for which products money was asked back."""
    return report_view(await call.services.incentives.report(call.agent, *period(call)))


def report_view(found: IncentiveReport) -> w.IncentiveReport:
    """Every share with its base, or none where that is too small."""
    by_id = {one.id: one for one, _ in found.counted}
    return w.IncentiveReport(
        from_=found.since,
        to=found.until,
        incentives=[
            _uses_view(one, uses, found.listed.get(one.id), found.published.get(one.id, []))
            for one, uses in found.counted
        ],
        guarantees=[
            w.GuaranteeUse(
                incentive=by_id[one.incentive_id].name,
                at=one.redeemed_at,
                sku=one.sku,
                reason=one.reason,
                cents=one.discount_cents or 0,
                currency=by_id[one.incentive_id].currency,
                conversation_id=one.conversation_id,
            )
            for one in found.guarantees
            if one.redeemed_at is not None
        ],
        troubled=[w.ProductTrouble(sku=sku, count=count) for sku, count in found.troubled],
    )


def _uses_view(
    one: Incentive, uses: Uses, listed: Listed | None, published: list[Coupon]
) -> w.IncentiveUses:
    sure = wilson(uses.used / uses.given, uses.given, LEVEL) if uses.given >= ENOUGH else None
    return w.IncentiveUses(
        incentive=incentive_view(one),
        given=uses.given,
        people=uses.people,
        dialogues=uses.dialogues,
        used=uses.used,
        used_dialogues=uses.used_dialogues,
        share=IntervalView.model_validate(sure) if sure else None,
        discount_cents=uses.discount_cents,
        total_cents=uses.total_cents,
        codes=listed.codes if listed else 0,
        codes_left=listed.left if listed else 0,
        codes_used_apart=listed.used_apart if listed else 0,
        published=[published_view(code, one) for code in published],
    )


def incentive_view(one: Incentive) -> w.IncentiveView:
    """As it was promised."""
    return w.IncentiveView.model_validate(one)


def published_view(code: Coupon, incentive: Incentive) -> w.PublishedCodeView:
    """With whether it can be used now."""
    return w.PublishedCodeView(
        code=code.code,
        incentive_id=incentive.id,
        uses=code.uses,
        most=code.most,
        per_customer=code.per_customer,
        valid_from=code.valid_from,
        valid_until=code.valid_until,
        closed_at=code.closed_at,
        active=code.is_open(datetime.now(UTC)) and incentive.is_open(datetime.now(UTC)),
    )


def coupon_view(held: HeldCoupon) -> w.IssuedCouponView:
    """With its worth, and whether it can still be used."""
    coupon, incentive = held.coupon, held.incentive
    unit, value = incentive.worth(coupon)
    return w.IssuedCouponView(
        code=coupon.known_as,
        incentive_id=incentive.id,
        incentive=incentive.name,
        kind=incentive.kind.value,
        unit=unit,
        value=value,
        currency=incentive.currency,
        min_total_cents=incentive.min_total_cents,
        state=coupon.state(datetime.now(UTC)),
        is_reward=coupon.reward_of is not None,
        minted_at=coupon.minted_at,
        minted_by=coupon.minted_by_kind,
        valid_until=coupon.valid_until,
        redeemed_at=coupon.redeemed_at,
        discount_cents=coupon.discount_cents,
        conversation_id=coupon.conversation_id,
    )


def points_view(account: Account) -> w.PointsView:
    """Balance and lines."""
    lines = [
        w.PointsLineView(
            change=line.change,
            reason=line.reason,
            at=line.at,
            by=line.by_kind,
            conversation_id=line.conversation_id,
        )
        for line in account.lines
    ]
    return w.PointsView(balance=account.balance, lines=lines)
