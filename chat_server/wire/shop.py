"""REST bodies of the shop: orders, returns, products and coupons."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .base import Identifier, Inbound, LongText, Outbound, Timestamp


class OrderItemView(Outbound):
    """One line of an order."""

    sku: str
    name: str
    size: str | None = None
    colour: str | None = None
    quantity: int
    price_cents: int


class CustomerView(Outbound):
    """Who ordered."""

    name: str
    email: str


class OrderView(Outbound):
    """An order as the shop knows it."""

    number: str
    status: Literal["placed", "packed", "shipped", "delivered", "cancelled", "returned"]
    placed_at: Timestamp
    delivered_at: Timestamp | None = None
    eta: Timestamp | None = None
    carrier: str | None = None
    tracking_url: str | None = None
    currency: str
    total_cents: int
    items: list[OrderItemView]
    customer: CustomerView


class ReturnBody(Inbound):
    """Who asks is proven by the order's e-mail or by an identified contact."""

    email: Annotated[str, Field(max_length=254)] | None = None
    contact_id: Identifier | None = None
    reason: Annotated[LongText, Field(min_length=1, max_length=500)]
    sku: Identifier | None = None


class ReturnView(Outbound):
    """A return that was asked for."""

    id: str
    number: str
    status: str
    reason: str
    sku: str | None = None


class ProductView(Outbound):
    """A product; `in_stock` counts pieces per size."""

    sku: str
    name: str
    category: str
    description: str
    price_cents: int
    currency: str
    colours: list[str]
    sizes: list[str]
    in_stock: dict[str, int]
    image_url: str
    url: str


class CouponView(Outbound):
    """`value` is percent points or cents, as `kind` says; a code of an incentive can be used over REST."""

    code: str
    kind: Literal["percent", "amount"]
    value: int
    currency: str
    min_total_cents: int
    valid_until: Timestamp
    active: bool
    incentive_id: str | None = None


class OrderFileBody(Inbound):
    """A table of comma-separated values; see the guide to the marketing pages for its columns."""

    csv: Annotated[str, Field(min_length=1, max_length=240_000)]


class RefusedLine(Outbound):
    """`line` as a spreadsheet counts; `column` is empty where the whole line is meant."""

    line: int
    column: str
    code: Literal[
        "missing",
        "bad_value",
        "not_a_time",
        "in_the_future",
        "not_an_amount",
        "too_many_cells",
        "twice",
        "another_customers",
    ]


class OrderImportView(Outbound):
    """Orders that are new, changed, or as they were; and lines that are none."""

    added: int
    changed: int
    same: int
    refused: list[RefusedLine]
