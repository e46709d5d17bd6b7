"""What may be sent back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from chat_server.domain.errors import Conflict
from chat_server.domain.shop import Order, OrderStatus

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def order(status: OrderStatus, days_ago: float | None) -> Order:
    delivered = NOW - timedelta(days=days_ago) if days_ago is not None else None
    placed = NOW - timedelta(days=60)
    return Order("10432", "c", status, placed, "EUR", 100, delivered_at=delivered)


@pytest.mark.parametrize("days", [0, 1, 29.9, 30])
def test_a_delivered_order_may_be_returned_for_thirty_days(days: float) -> None:
    order(OrderStatus.DELIVERED, days).require_returnable(NOW)


@pytest.mark.parametrize(
    ("status", "days"),
    [
        (OrderStatus.DELIVERED, 30.1),
        (OrderStatus.DELIVERED, None),
        (OrderStatus.SHIPPED, None),
        (OrderStatus.PLACED, None),
        (OrderStatus.CANCELLED, None),
        (OrderStatus.RETURNED, 3),
    ],
)
def test_any_other_may_not(status: OrderStatus, days: float | None) -> None:
    with pytest.raises(Conflict):
        order(status, days).require_returnable(NOW)
