"""Which entries are new: numbers by hub, as far as they were seen."""

from __future__ import annotations

from collections import OrderedDict

import structlog

from chat_server.metrics import BUS_DROPPED, BUS_GAPS

from .streams_entry import Entry

_log = structlog.get_logger(__name__)
# Hubs come and go under new names; far more than ever run at once are remembered.
_MOST_HOSTS = 1_000


class Incoming:
    """Numbers only grow, so what came before is a repetition and a hole is a loss."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._seen: OrderedDict[str, int] = OrderedDict()

    def is_new(self, entry: Entry) -> bool:
        """Whether it is another hub's, and not seen yet."""
        if entry.host == self._host:
            return False
        last = self._seen.pop(entry.host, None)
        self._seen[entry.host] = max(entry.number, last or 0)
        if len(self._seen) > _MOST_HOSTS:
            self._seen.popitem(last=False)
        if last is None:
            return True
        if entry.number <= last:
            BUS_DROPPED.labels("repeated").inc()
            return False
        if entry.number > last + 1:
            BUS_GAPS.inc()
            # Nothing is lost for good: clients see the hole in `prev_seq` or ask for `heads`.
            _log.warning("bus_gap", host=entry.host, missing=entry.number - last - 1)
        return True
