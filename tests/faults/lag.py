"""How long a hub's loop leaves a small request waiting."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

# A process of its own: the loop of the clients is busy, and would measure itself.
_PROBE = """
import http.client, sys, time
host, port = sys.argv[1].rsplit(":", 1)
connection = http.client.HTTPConnection(host, int(port), timeout=20)
while True:
    began = time.monotonic()
    connection.request("GET", "/healthz")
    connection.getresponse().read()
    print(time.monotonic() - began, flush=True)
    time.sleep(0.02)
"""


@dataclass
class Lag:
    """Seconds a request took."""

    samples: list[float] = field(default_factory=list)

    @property
    def longest(self) -> float:
        """The worst."""
        return max(self.samples, default=0.0)

    @property
    def p99(self) -> float:
        """All but the worst hundredth."""
        ordered = sorted(self.samples)
        return ordered[int(len(ordered) * 0.99)] if ordered else 0.0


@asynccontextmanager
async def lag_of(url: str) -> AsyncIterator[Lag]:
    """Asks all the time while the context lasts."""
    probe = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _PROBE, url.removeprefix("http://"), stdout=asyncio.subprocess.PIPE
    )
    lag = Lag()

    async def read() -> None:
        assert probe.stdout is not None
        while line := await probe.stdout.readline():
            lag.samples.append(float(line))

    reading = asyncio.create_task(read())
    try:
        yield lag
    finally:
        with suppress(ProcessLookupError):
            probe.kill()
        await probe.wait()
        await reading
    assert len(lag.samples) > 20
