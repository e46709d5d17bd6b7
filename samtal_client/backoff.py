"""Pauses between tries: growing, bounded, and never the same for all clients."""

from __future__ import annotations

import random


class Backoff:
    """Each pause is drawn from the upper half of a doubling span."""

    def __init__(self, first: float, most: float) -> None:
        self._first = first
        self._most = most
        self._span = first

    def next(self) -> float:
        """How long to wait now; never nothing, for a loop that does not rest starves all others."""
        span, self._span = self._span, min(self._span * 2, self._most)
        return random.uniform(span / 2, span)  # noqa: S311 - spreads clients, keeps no secret

    def reset(self) -> None:
        """It worked."""
        self._span = self._first
