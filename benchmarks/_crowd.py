"""Visitors who come, and stay: `python -m benchmarks._crowd` reads a `Crowd` as JSON and prints a `Gathered`.

Then it answers pings until its input ends. Visitors come back with the tokens that they were given before, when
`memory` names a file that has them.
"""

from __future__ import annotations

import asyncio
import gc
import json
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

import uvloop

from benchmarks._figures import percentile
from benchmarks._wire import Wire

_WELCOMED_WITHIN = 10.0


@dataclass(frozen=True)
class Crowd:
    """`at_once` is how many are on their way at a time."""

    visitor_url: str
    inbox: str
    many: int
    at_once: int
    memory: str = ""


@dataclass(frozen=True)
class Gathered:
    """Times in seconds; from the first byte to the namespace joined."""

    connected: int
    failed: int
    seconds: float
    p99: float
    slowest: float


async def gather(crowd: Crowd) -> tuple[Gathered, list[Wire]]:
    """Everyone connects."""
    tokens: list[str] = []
    if crowd.memory and Path(crowd.memory).exists():
        tokens = json.loads(Path(crowd.memory).read_text())
    wires: list[Wire] = []
    took: list[float] = []
    welcomes: asyncio.Queue[str] = asyncio.Queue()
    turns = asyncio.Semaphore(crowd.at_once)
    began = time.perf_counter()

    def heard(words: bytes) -> None:
        if words.startswith(b'2["welcome"') and crowd.memory:
            welcomes.put_nowait(json.loads(words[1:])[1]["token"])

    async def come(number: int) -> None:
        auth = {"inbox": crowd.inbox}
        if number < len(tokens):
            auth["token"] = tokens[number]
        async with turns:
            at = time.perf_counter()
            with suppress(OSError, TimeoutError):
                wires.append(await Wire.connect(crowd.visitor_url, "/visitor", auth, heard))
                took.append(time.perf_counter() - at)

    await asyncio.gather(*(come(number) for number in range(crowd.many)))
    seconds = time.perf_counter() - began
    took.sort()
    if crowd.memory and not tokens:
        given = [await asyncio.wait_for(welcomes.get(), _WELCOMED_WITHIN) for _ in wires]
        Path(crowd.memory).write_text(json.dumps(given))
    gathered = Gathered(
        connected=len(wires),
        failed=crowd.many - len(wires),
        seconds=seconds,
        p99=percentile(took, 99),
        slowest=took[-1] if took else 0.0,
    )
    return gathered, wires


async def stay(crowd: Crowd) -> None:
    """Until nobody wants them any more."""
    gc.disable()
    gathered, wires = await gather(crowd)
    print(json.dumps(asdict(gathered)), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
    print(json.dumps(sum(not wire.ended.done() for wire in wires)), flush=True)
    for wire in wires:
        wire.close()


def main() -> None:
    """One crowd."""
    uvloop.run(stay(Crowd(**json.loads(sys.stdin.readline()))))


if __name__ == "__main__":
    main()
