"""Hours in which nobody wants to be disturbed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chat_server.domain.hours import Hours, Span

if TYPE_CHECKING:
    from datetime import datetime

    from .plan import Quiet

_DAY = 24 * 60


def quiet_until(quiet: Quiet | None, zone: str, at: datetime) -> datetime | None:
    """When they end by the clocks of `zone`; None outside of them."""
    if quiet is None:
        return None
    end = quiet.end if quiet.end > quiet.start else quiet.end + _DAY
    hours = Hours(zone, ((Span(quiet.start, end),),) * 7)
    return hours.next_change(at) if hours.is_open(at) else None
