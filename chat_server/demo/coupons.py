"""Hraun's coupons, dated from now so that three can be used and one has lapsed."""

from __future__ import annotations

from datetime import datetime, timedelta

from chat_server.domain.shop import Coupon

from .catalogue import CURRENCY


def coupons(now: datetime) -> list[Coupon]:
    """A percentage for newcomers, one for wool, an amount above a total, and one that is over."""
    return [
        Coupon("WELCOME10", "percent", 10, CURRENCY, 0, now + timedelta(days=365)),
        Coupon("WOOL15", "percent", 15, CURRENCY, 10_000, now + timedelta(days=30)),
        Coupon("TRAIL20", "amount", 2_000, CURRENCY, 15_000, now + timedelta(days=60)),
        Coupon("SUMMER25", "percent", 25, CURRENCY, 0, now - timedelta(days=20)),
    ]
