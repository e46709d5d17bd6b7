"""Connections that were let go: all are counted, few are logged, so that nobody can fill the log with them."""

from __future__ import annotations

import time

import structlog

from chat_server.metrics import DROPPED

_SAY_EVERY = 10.0
_log = structlog.get_logger(__name__)


class Drops:
    """A line for each reason, and then at most one in a while that says how many more there were."""

    def __init__(self) -> None:
        self._said: dict[str, float] = {}
        self._unsaid: dict[str, int] = {}

    def note(self, why: str) -> None:
        """One more."""
        DROPPED.labels(why).inc()
        now = time.monotonic()
        if now - self._said.get(why, -_SAY_EVERY) < _SAY_EVERY:
            self._unsaid[why] = self._unsaid.get(why, 0) + 1
            return
        self._said[why] = now
        _log.info("connection_dropped", why=why, unlogged_before=self._unsaid.pop(why, 0))
