"""What the shop told us."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.shop import OrderStatus
from chat_server.store.types import words

from .columns import json, key, metadata, moment, number, ref, text

products = sa.Table(
    "products",
    metadata,
    key("sku"),
    text("name"),
    text("category", 40),
    sa.Column("description", sa.Text(), nullable=False),
    number("price_cents"),
    text("currency", 3),
    sa.Column("image_url", sa.Text(), nullable=False),
    sa.Column("url", sa.Text(), nullable=False),
    json("colours"),
    json("sizes"),
    json("in_stock"),
)

customers = sa.Table(
    "customers",
    metadata,
    key(),
    text("name"),
    sa.Column("email", sa.String(254), nullable=False),
    text("locale", 20),
    text("phone", 40, nullable=True),
    text("city", nullable=True),
    sa.Index(None, "email"),
)

orders = sa.Table(
    "orders",
    metadata,
    key("number"),
    ref("customer_id", "customers.id"),
    sa.Column("status", words(OrderStatus), nullable=False),
    moment("placed_at"),
    text("currency", 3),
    number("total_cents"),
    json("items"),
    moment("delivered_at", nullable=True),
    moment("eta", nullable=True),
    text("carrier", nullable=True),
    sa.Column("tracking_url", sa.Text(), nullable=True),
    # With all that is asked about orders of a customer or of a time, so that none has to be looked up.
    sa.Index(None, "customer_id", "placed_at", "status", "total_cents"),
    sa.Index(None, "placed_at", "customer_id", "status"),
)

order_returns = sa.Table(
    "order_returns",
    metadata,
    key(),
    ref("order_number", "orders.number"),
    sa.Column("reason", sa.Text(), nullable=False),
    moment("created_at"),
    text("sku", 64, nullable=True),
    text("status", 20),
    sa.Index(None, "order_number"),
)

coupons = sa.Table(
    "coupons",
    metadata,
    key("code"),
    text("kind", 20),
    number("value"),
    text("currency", 3),
    number("min_total_cents"),
    moment("valid_until", nullable=True),
    # None where the hub may only tell of it.
    ref("incentive_id", "incentives.id", nullable=True),
    moment("valid_from", nullable=True),
    sa.Column("most", sa.Integer(), nullable=True),
    sa.Column("per_customer", sa.Integer(), nullable=True),
    sa.Column("uses", sa.Integer(), nullable=False, server_default="0"),
    moment("closed_at", nullable=True),
)
