"""What was promised to whom, and what came of it."""

from __future__ import annotations

import sqlalchemy as sa

from chat_server.domain.incentive import IncentiveKind
from chat_server.store.types import words

from .columns import ID, key, metadata, moment, number, ref, text

incentives = sa.Table(
    "incentives",
    metadata,
    key(),
    ref("inbox_id", "inboxes.id"),
    text("name"),
    sa.Column("kind", words(IncentiveKind), nullable=False),
    text("unit", 10),
    number("value"),
    text("currency", 3),
    moment("created_at"),
    number("min_total_cents"),
    moment("valid_from", nullable=True),
    moment("valid_until", nullable=True),
    sa.Column("days", sa.Integer(), nullable=True),
    sa.Column("most", sa.Integer(), nullable=True),
    number("minted"),
    number("points"),
    text("reward_unit", 10, nullable=True),
    sa.Column("reward_value", sa.Integer(), nullable=True),
    sa.Column("bot_offers", sa.Boolean(), nullable=False),
    ref("campaign_id", "campaigns.id", nullable=True),
    moment("closed_at", nullable=True),
)

# Contacts and dialogues without references: who is forgotten still counts, under a name that leads nowhere.
issued_coupons = sa.Table(
    "issued_coupons",
    metadata,
    key(),
    sa.Column("code", ID, nullable=False, unique=True),
    ref("incentive_id", "incentives.id"),
    # None until somebody has one of the shop's.
    sa.Column("contact_id", ID, nullable=True),
    sa.Column("conversation_id", ID, nullable=True),
    moment("minted_at"),
    text("minted_by_kind", 20),
    sa.Column("minted_by_id", ID, nullable=True),
    moment("valid_from"),
    moment("valid_until", nullable=True),
    sa.Column("reward_of", ID, nullable=True),
    moment("redeemed_at", nullable=True),
    text("redeemed_by", nullable=True),
    text("order_number", 64, nullable=True),
    sa.Column("order_total_cents", sa.Integer(), nullable=True),
    sa.Column("discount_cents", sa.Integer(), nullable=True),
    text("sku", 64, nullable=True),
    text("reason", 500, nullable=True),
    moment("listed_at", nullable=True),
    sa.Column("published", ID, nullable=True),
    sa.Index(None, "incentive_id", "minted_at"),
    sa.Index(None, "contact_id"),
    sa.Index(None, "conversation_id"),
    sa.Index(None, "published", "order_number"),
    sa.Index(None, "order_number"),
    sa.Index(None, "published", "redeemed_by"),
)

points = sa.Table(
    "points",
    metadata,
    key(),
    ref("contact_id", "contacts.id"),
    number("change"),
    text("reason"),
    moment("at"),
    text("by_kind", 20),
    sa.Column("by_id", ID, nullable=True),
    sa.Column("conversation_id", ID, nullable=True),
    sa.Column("coupon_id", ID, nullable=True),
    sa.Index(None, "contact_id", "at"),
)
