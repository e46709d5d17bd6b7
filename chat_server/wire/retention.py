"""REST bodies about what is kept, for what purpose and how long."""

from __future__ import annotations

from typing import Literal

from .base import Outbound, Timestamp


class KeptView(Outbound):
    """Of one purpose. `days`: for so long, null until somebody erases it; what is older than `before` is gone."""

    purpose: Literal["service", "memory", "marketing", "analytics", "experiments"]
    days: int | None
    before: Timestamp | None
    swept_at: Timestamp | None
    gone: int
