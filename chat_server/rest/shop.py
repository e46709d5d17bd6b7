"""Orders, returns, products and coupons."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from pydantic import Field

from chat_server.domain.shop import Coupon, Customer, Order, Product
from chat_server.services.access import Permission
from chat_server.services.coupon_uses import HeldCoupon
from chat_server.wire.base import Identifier, Inbound, ShortText
from chat_server.wire.rest import PageOf
from chat_server.wire.shop import (
    CouponView,
    CustomerView,
    OrderImportView,
    OrderItemView,
    OrderView,
    ProductView,
    RefusedLine,
    ReturnView,
)

from .call import Call
from .paging import PageQuery, next_cursor

# The contract has a day for each.
_NEVER = datetime(9999, 12, 31, tzinfo=UTC)


class OrdersQuery(PageQuery):
    """`number` with its `email`, or an identified contact; administrators may leave out both and page through all."""

    number: ShortText | None = None
    email: Annotated[str, Field(max_length=254)] | None = None
    contact_id: Identifier | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 10


class ProductsQuery(Inbound):
    """All that are given must hold."""

    q: ShortText | None = None
    category: ShortText | None = None
    colour: ShortText | None = None
    size: ShortText | None = None
    limit: Annotated[int, Field(ge=1, le=50)] = 20


class CouponsQuery(Inbound):
    """By code."""

    code: ShortText | None = None


async def import_orders(call: Call) -> OrderImportView:
    """Orders of a file: good lines go in, the others are listed with line and reason."""
    made = await call.services.order_imports.take(call.agent, call.body.csv)
    return OrderImportView(
        added=made.added,
        changed=made.changed,
        same=made.same,
        refused=[RefusedLine.model_validate(one) for one in made.refused],
    )


async def orders(call: Call) -> PageOf[OrderView]:
    """Orders the given proof opens, newest first; to administrators without any, everybody's."""
    if call.agent.can(Permission.MANAGE) and not (call.query.number or call.query.contact_id):
        return await _all_orders(call)
    found = await call.services.shop.orders(
        call.agent,
        number=call.query.number,
        email=call.query.email,
        contact_id=call.query.contact_id,
        limit=call.query.limit,
    )
    return PageOf[OrderView](items=[order_view(*pair) for pair in found], next=None)


async def _all_orders(call: Call) -> PageOf[OrderView]:
    found = await call.services.shop.all_orders(call.agent, call.query.piece())
    cursor = None
    if found:
        last = found[-1][0]
        cursor = next_cursor(call.query.limit, len(found), last.placed_at, last.number)
    return PageOf[OrderView](items=[order_view(*pair) for pair in found], next=cursor)


async def request_return(call: Call) -> ReturnView:
    """Ask for a return."""
    body = call.body
    made = await call.services.shop.request_return(
        call.agent,
        call.path("number"),
        email=body.email,
        contact_id=body.contact_id,
        reason=body.reason,
        sku=body.sku,
    )
    return ReturnView(
        id=made.id, number=made.order_number, status=made.status, reason=made.reason, sku=made.sku
    )


async def products(call: Call) -> PageOf[ProductView]:
    """Products, best match first."""
    query = call.query
    found = await call.services.shop.products(
        call.agent,
        query=query.q,
        category=query.category,
        colour=query.colour,
        size=query.size,
        limit=query.limit,
    )
    return PageOf[ProductView](items=[product_view(product) for product in found], next=None)


async def coupons(call: Call) -> PageOf[CouponView]:
    """Coupons of the shop and whether they are valid now; one that was given to a person by its code only."""
    code = call.query.code
    found = await call.services.shop.coupons(call.agent, code)
    views = [coupon_view(*pair) for pair in found]
    held = await call.services.coupons.find(call.agent, code) if code and not views else None
    if held is not None:
        views.append(issued_view(held))
    return PageOf[CouponView](items=views, next=None)


def order_view(order: Order, customer: Customer) -> OrderView:
    """As the shop knows it."""
    return OrderView(
        number=order.number,
        status=order.status.value,
        placed_at=order.placed_at,
        delivered_at=order.delivered_at,
        eta=order.eta,
        carrier=order.carrier,
        tracking_url=order.tracking_url,
        currency=order.currency,
        total_cents=order.total_cents,
        items=[OrderItemView.model_validate(item) for item in order.items],
        customer=CustomerView(name=customer.name, email=customer.email),
    )


def product_view(product: Product) -> ProductView:
    """As the shop sells it."""
    return ProductView.model_validate(product)


def coupon_view(coupon: Coupon, active: bool) -> CouponView:  # noqa: FBT001 - one of a pair
    """With whether it is valid now."""
    return CouponView(
        code=coupon.code,
        kind="percent" if coupon.kind == "percent" else "amount",
        value=coupon.value,
        currency=coupon.currency,
        min_total_cents=coupon.min_total_cents,
        valid_until=coupon.valid_until or _NEVER,
        active=active,
        incentive_id=coupon.incentive_id,
    )


def issued_view(held: HeldCoupon) -> CouponView:
    """As one of the shop's."""
    coupon, incentive = held.coupon, held.incentive
    unit, value = incentive.worth(coupon)
    return CouponView(
        code=coupon.known_as,
        kind=unit,
        value=value,
        currency=incentive.currency,
        min_total_cents=incentive.min_total_cents,
        valid_until=coupon.valid_until or _NEVER,
        active=coupon.holds(datetime.now(UTC)),
        incentive_id=coupon.incentive_id,
    )
