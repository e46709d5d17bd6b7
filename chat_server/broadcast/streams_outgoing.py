"""Operations on their way to the stream: a bounded buffer that never waits."""

from __future__ import annotations

from collections import deque

from chat_server.metrics import BUS_DROPPED, BUS_WAITING

from .streams_entry import Entry

# Room for an outage of ten seconds at thousands a second; beyond it the oldest hints go.
_MOST_OPERATIONS, _MOST_BYTES = 50_000, 32_000_000
# Redis keeps about `MAXLEN` entries, so their size bounds what it holds.
_MOST_IN_ENTRY = 16_000
_LARGEST = 1_000_000
_ENTRIES_AT_ONCE, _BYTES_AT_ONCE = 50, 1_000_000


class Outgoing:
    """Packs what waits into entries; a number left out tells readers that something was dropped."""

    def __init__(self, host: str) -> None:
        self._host = host
        self._waiting: deque[bytes] = deque()
        self._bytes = 0
        self._number = 0
        self._packed: list[Entry] = []

    def __bool__(self) -> bool:
        return bool(self._waiting or self._packed)

    def add(self, operation: bytes) -> None:
        """The oldest make room for the newest."""
        if len(operation) > _LARGEST:
            self._drop("large")
            return
        self._waiting.append(operation)
        self._bytes += len(operation)
        while len(self._waiting) > _MOST_OPERATIONS or self._bytes > _MOST_BYTES:
            self._bytes -= len(self._waiting.popleft())
            self._drop("full")
        BUS_WAITING.set(len(self._waiting))

    def entries(self) -> list[Entry]:
        """The same ones until `sent`: one whose answer was lost is added again under its number."""
        size = sum(len(entry.operations) for entry in self._packed)
        while self._waiting and len(self._packed) < _ENTRIES_AT_ONCE and size < _BYTES_AT_ONCE:
            self._number += 1
            self._packed.append(Entry(self._host, self._number, self._pack()))
            size += len(self._packed[-1].operations)
        BUS_WAITING.set(len(self._waiting))
        return self._packed

    def sent(self) -> None:
        """All that `entries` gave."""
        self._packed = []

    def _pack(self) -> bytes:
        taken = [self._waiting.popleft()]
        size = len(taken[0])
        while self._waiting and size + len(self._waiting[0]) <= _MOST_IN_ENTRY:
            taken.append(self._waiting.popleft())
            size += len(taken[-1])
        self._bytes -= size
        return b"[" + b",".join(taken) + b"]"

    def _drop(self, why: str) -> None:
        self._number += 1
        BUS_DROPPED.labels(why).inc()
