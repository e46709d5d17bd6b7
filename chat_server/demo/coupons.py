"""Hraun's coupons, dated from now so that three can be used and one has lapsed, and what the bot and agents may give."""

from __future__ import annotations

from datetime import datetime, timedelta

from chat_server.domain.incentive import Incentive, IncentiveKind, Unit
from chat_server.domain.shop import Coupon

from .catalogue import CURRENCY


def coupons(now: datetime) -> list[Coupon]:
    """A percentage for newcomers, one for wool, an amount above a total, and one that is over."""
    return [
        Coupon("WELCOME10", "percent", 10, CURRENCY, 0, now + timedelta(days=365), "welcome"),
        Coupon("WOOL15", "percent", 15, CURRENCY, 10_000, now + timedelta(days=30), "wool"),
        Coupon("TRAIL20", "amount", 2_000, CURRENCY, 15_000, now + timedelta(days=60), "trail"),
        Coupon("SUMMER25", "percent", 25, CURRENCY, 0, now - timedelta(days=20), "summer"),
    ]


def incentives(inbox_id: str, now: datetime) -> list[Incentive]:
    """The bot gives the first to who asks; agents may give all."""
    begun = now - timedelta(days=75)
    return [
        Incentive(
            id="welcome",
            inbox_id=inbox_id,
            name="Welcome to Hraun",
            kind=IncentiveKind.PERCENT,
            unit="percent",
            value=10,
            currency=CURRENCY,
            created_at=begun,
            days=30,
            points=10,
            bot_offers=True,
        ),
        Incentive(
            id="bring-a-friend",
            inbox_id=inbox_id,
            name="Bring a friend",
            kind=IncentiveKind.REFER_FRIEND,
            unit="percent",
            value=10,
            currency=CURRENCY,
            created_at=begun,
            days=90,
            reward_unit="amount",
            reward_value=1_500,
        ),
        _told("wool", "Wool weeks", ("percent", 15), begun, least=10_000, box=inbox_id),
        _told("trail", "On the trail", ("amount", 2_000), begun, least=15_000, box=inbox_id),
        _told(
            "summer",
            "Summer sale",
            ("percent", 25),
            begun,
            box=inbox_id,
            until=now - timedelta(days=20),
        ),
        Incentive(
            id="money-back",
            inbox_id=inbox_id,
            name="Dry or your money back",
            kind=IncentiveKind.MONEY_BACK,
            unit="percent",
            value=100,
            currency=CURRENCY,
            created_at=begun,
            days=90,
        ),
    ]


def _told(
    name: str,
    title: str,
    worth: tuple[Unit, int],
    begun: datetime,
    *,
    box: str,
    least: int = 0,
    until: datetime | None = None,
) -> Incentive:
    """What a code that everybody knows gives."""
    return Incentive(
        id=name,
        inbox_id=box,
        name=title,
        kind=IncentiveKind(worth[0]),
        unit=worth[0],
        value=worth[1],
        currency=CURRENCY,
        created_at=begun,
        min_total_cents=least,
        valid_until=until,
    )
