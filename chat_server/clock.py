"""The clock of production."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """See `domain.ports.Clock`."""
    return datetime.now(UTC)
