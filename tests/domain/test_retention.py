"""Days by purpose, as they are written in the environment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from chat_server.domain.retention import KeptFor, Retention

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def test_a_purpose_that_is_left_out_keeps() -> None:
    retention = Retention.of(" service=730, memory = 365 ")
    assert retention.before(KeptFor.MEMORY, NOW) == NOW - timedelta(days=365)
    assert retention.before(KeptFor.MARKETING, NOW) is None
    assert Retention.of("").days == {}
