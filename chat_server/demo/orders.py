"""A thousand orders whose status, dates and parcels agree with each other.

Numbers are dealt at random, as shops do that would rather not tell their turnover.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from chat_server.domain.shop import Customer, Order, OrderStatus, Product

from .catalogue import CURRENCY

if TYPE_CHECKING:
    from random import Random

FIRST_NUMBER = 10_001
COUNT = 1_000
_OLDEST_DAYS = 400
_CARRIERS = ("DHL", "DPD", "PostNord", "Pósturinn")


@dataclass(frozen=True)
class Anchor:
    """An order that documentation and tests may name: whose, in which state, how many days ago placed."""

    number: str
    customer_id: str
    status: OrderStatus
    days: float
    lines: tuple[tuple[str, str, str], ...]


ANCHORS = (
    Anchor(
        "10432",
        "cus-001",
        OrderStatus.SHIPPED,
        3,
        (("HEKLA-JKT", "M", "moss green"), ("VIK-SCK", "40-43", "grey")),
    ),
    Anchor("10211", "cus-001", OrderStatus.DELIVERED, 140, (("KRAFLA-HAT", "one size", "lava"),)),
    Anchor("10518", "cus-002", OrderStatus.DELIVERED, 10, (("ESJA-SWT", "L", "grey"),)),
    Anchor("10077", "cus-003", OrderStatus.DELIVERED, 200, (("LAKI-BTS", "43", "rust"),)),
    Anchor("10650", "cus-004", OrderStatus.CANCELLED, 20, (("KATLA-DWN", "S", "rust"),)),
    Anchor(
        "10871",
        "cus-005",
        OrderStatus.PACKED,
        1.2,
        (("BURFELL-BPK", "30 l", "black"), ("GEYSIR-MUG", "0.35 l", "white")),
    ),
    Anchor("10902", "cus-006", OrderStatus.PLACED, 0.2, (("SKAFTA-TRS", "L", "grey"),)),
    Anchor("10345", "cus-006", OrderStatus.RETURNED, 45, (("FIMMV-LGT", "44", "grey"),)),
)


def orders(
    products: list[Product], customers: list[Customer], random: Random, now: datetime
) -> list[Order]:
    """The anchors and drawn ones, by number; every customer has ordered at least once."""
    by_sku = {product.sku: product for product in products}
    found = [_anchored(anchor, by_sku, random, now) for anchor in ANCHORS]
    taken = {order.number for order in found}
    numbers = [
        str(number)
        for number in range(FIRST_NUMBER, FIRST_NUMBER + COUNT)
        if str(number) not in taken
    ]
    random.shuffle(numbers)
    for place, number in enumerate(numbers):
        customer = customers[place] if place < len(customers) else random.choice(customers)
        found.append(_drawn(number, customer, products, random, now))
    return sorted(found, key=lambda order: order.number)


def as_of(order: Order, at: datetime) -> Order | None:
    """The order as it was known at an earlier time, or None when it had not been placed yet."""
    if order.placed_at > at:
        return None
    arrived_at = order.delivered_at
    if order.status is OrderStatus.RETURNED and arrived_at and at < arrived_at + _RETURN_TAKES:
        order = replace(order, status=OrderStatus.DELIVERED)
    if arrived_at is None or at >= arrived_at:
        return order
    days = (at - order.placed_at) / timedelta(days=1)
    under_way = _stage(days)
    eta = order.placed_at + _PROMISED
    if under_way is OrderStatus.SHIPPED:
        return replace(order, status=under_way, delivered_at=None, eta=eta)
    return replace(
        order, status=under_way, delivered_at=None, eta=eta, carrier=None, tracking_url=None
    )


def _anchored(anchor: Anchor, by_sku: dict[str, Product], random: Random, now: datetime) -> Order:
    lines = [_line(by_sku[sku], size, colour, 1) for sku, size, colour in anchor.lines]
    placed_at = now - timedelta(days=anchor.days)
    return _order(anchor.number, anchor.customer_id, anchor.status, placed_at, lines, random)


def _drawn(
    number: str, customer: Customer, products: list[Product], random: Random, now: datetime
) -> Order:
    # Squared, so that recent weeks hold more orders than last year's: the shop is growing.
    days = 0.1 + _OLDEST_DAYS * random.random() ** 2
    lines = [
        _line(
            product,
            random.choice(product.sizes),
            random.choice(product.colours),
            random.choice((1, 1, 1, 1, 2)),
        )
        for product in random.sample(products, random.choice((1, 1, 1, 2, 2, 3)))
    ]
    return _order(
        number, customer.id, _status(days, random), now - timedelta(days=days), lines, random
    )


def _status(days: float, random: Random) -> OrderStatus:
    chance = random.random()
    if chance < 0.04:  # noqa: PLR2004
        return OrderStatus.CANCELLED
    if days > 25 and chance < 0.10:  # noqa: PLR2004 - there and back again takes about this long
        return OrderStatus.RETURNED
    # No parcel travels longer than that here, so whatever is older has arrived.
    return _stage(days) if days < _LONGEST_WAY else OrderStatus.DELIVERED


def _stage(days: float) -> OrderStatus:
    return next((status for oldest, status in _STAGES if days < oldest), OrderStatus.SHIPPED)


_STAGES = ((0.8, OrderStatus.PLACED), (1.7, OrderStatus.PACKED))
_LONGEST_WAY = 5.5
_PROMISED = timedelta(days=6.5)
_RETURN_TAKES = timedelta(days=12)


def _order(
    number: str,
    customer_id: str,
    status: OrderStatus,
    placed_at: datetime,
    lines: list[dict[str, object]],
    random: Random,
) -> Order:
    carrier = random.choice(_CARRIERS)
    days_on_the_way = random.uniform(2.5, 5.2)
    order = Order(
        number=number,
        customer_id=customer_id,
        status=status,
        placed_at=placed_at,
        currency=CURRENCY,
        total_cents=sum(_cents(line) for line in lines),
        items=lines,
    )
    if status in {OrderStatus.DELIVERED, OrderStatus.RETURNED}:
        order.delivered_at = placed_at + timedelta(days=days_on_the_way)
    elif status is not OrderStatus.CANCELLED:
        order.eta = placed_at + _PROMISED
    if status in {OrderStatus.SHIPPED, OrderStatus.DELIVERED, OrderStatus.RETURNED}:
        order.carrier = carrier
        order.tracking_url = f"https://tracking.example.com/{_slug(carrier)}/HR{number}IS"
    return order


def _line(product: Product, size: str, colour: str, quantity: int) -> dict[str, object]:
    return {
        "sku": product.sku,
        "name": product.name,
        "size": size,
        "colour": colour,
        "quantity": quantity,
        "price_cents": product.price_cents,
    }


def _cents(line: dict[str, object]) -> int:
    quantity, price = line["quantity"], line["price_cents"]
    assert isinstance(quantity, int)  # noqa: S101 - written by `_line`
    assert isinstance(price, int)  # noqa: S101
    return quantity * price


def _slug(carrier: str) -> str:
    return carrier.lower().replace("ó", "o")
