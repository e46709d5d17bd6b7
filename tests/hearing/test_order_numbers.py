"""A number that nothing calls an order is one where the shop numbers so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from chat_server.hearing.ears import hear
from chat_server.hearing.order_numbers import OrderNumbers

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)


def _orders(text: str, shapes: str) -> list[str | None]:
    found = hear(text, language="en", at=AT, orders=OrderNumbers.of(shapes))
    return [one.value for one in found if one.key == "order_number"]


@pytest.mark.parametrize(
    "line", ["{} arrived today", "any news of {}?", "I sent {} back", "so what about {}?"]
)
def test_a_bare_number_is_an_order_by_its_shape(line: str) -> None:
    for number, shapes, heard in (
        ("10233", "1####", True),
        ("20233", "1####", False),
        ("704512", "70####, 8######", True),
        ("8123456", "70####, 8######", True),
        ("10233", "70####", False),
        ("10233", "", False),
    ):
        found = _orders(line.format(number), shapes)
        assert found == ([number] if heard else []), (number, shapes)


def test_what_is_called_an_order_is_one_however_it_is_numbered() -> None:
    assert _orders("my order number is 20233", "") == ["20233"]
