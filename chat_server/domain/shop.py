"""What the shop tells us: products, orders, returns and coupons."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from .errors import Conflict

RETURN_DAYS = 30


class OrderStatus(StrEnum):
    """Where an order is."""

    PLACED = "placed"
    PACKED = "packed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    RETURNED = "returned"


@dataclass
class Product:
    """`in_stock` counts pieces per size."""

    sku: str
    name: str
    category: str
    description: str
    price_cents: int
    currency: str
    image_url: str
    url: str
    colours: list[str] = field(default_factory=list)
    sizes: list[str] = field(default_factory=list)
    in_stock: dict[str, int] = field(default_factory=dict)


@dataclass
class Customer:
    """A customer as the shop knows them; `id` is the `sub` of their signed identity."""

    id: str
    name: str
    email: str
    locale: str
    phone: str | None = None
    city: str | None = None


@dataclass
class Order:
    """`items` are dicts of sku, name, size, colour, quantity and price_cents."""

    number: str
    customer_id: str
    status: OrderStatus
    placed_at: datetime
    currency: str
    total_cents: int
    items: list[dict[str, object]] = field(default_factory=list)
    delivered_at: datetime | None = None
    eta: datetime | None = None
    carrier: str | None = None
    tracking_url: str | None = None

    def require_returnable(self, now: datetime) -> None:
        """Refuses what was not delivered yet or is past the return period."""
        if self.status is OrderStatus.RETURNED:
            raise Conflict("This order was already returned.")
        if self.delivered_at is None or self.status is not OrderStatus.DELIVERED:
            raise Conflict("This order has not been delivered yet.")
        if now - self.delivered_at > timedelta(days=RETURN_DAYS):
            raise Conflict(f"Returns are possible for {RETURN_DAYS} days after delivery.")


@dataclass
class OrderReturn:
    """A return that was asked for."""

    id: str
    order_number: str
    reason: str
    created_at: datetime
    sku: str | None = None
    status: str = "requested"


@dataclass
class Coupon:
    """A code that is told to everybody; `value` is percent points or cents, as `kind` says.

    Each use of one with an incentive is an issued coupon of that. It can be used `most` times in all and `per_customer`
    times by one customer; `uses` counts.
    """

    code: str
    kind: str
    value: int
    currency: str
    min_total_cents: int
    valid_until: datetime | None
    incentive_id: str | None = None
    valid_from: datetime | None = None
    most: int | None = None
    per_customer: int | None = 1
    uses: int = 0
    closed_at: datetime | None = None

    def is_open(self, now: datetime) -> bool:
        """Whether somebody may still use it, as far as its own bounds go."""
        begun = self.valid_from is None or self.valid_from <= now
        goes_on = self.valid_until is None or now < self.valid_until
        left = self.most is None or self.uses < self.most
        return self.closed_at is None and begun and goes_on and left
