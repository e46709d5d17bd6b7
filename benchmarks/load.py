"""Throughput and delays of the hub beside servers that do less, in one run.

`python -m benchmarks.load [--rounds N] [--seconds S] [--only NAME,…] [--visitors 1,50,200]`
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from benchmarks._contestants import Contestant, hub, make_shop, relay


def main() -> None:
    """Every round measures everyone once, so that a slow moment of the machine meets all alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--only", default="")
    parser.add_argument("--visitors", default="1,50,200")
    options = parser.parse_args()
    only = options.only.split(",") if options.only else []
    with tempfile.TemporaryDirectory(prefix="samtal-bench-") as folder, ExitStack() as stack:
        contestants = _contestants(stack, Path(folder), only)
        for visitors in map(int, options.visitors.split(",")):
            for number in range(options.rounds):
                for contestant in contestants:
                    _measure(contestant, visitors, number, options.seconds)


def _contestants(stack: ExitStack, folder: Path, only: list[str]) -> list[Contestant]:
    shop = make_shop(folder)
    ready: dict[str, Callable[[], AbstractContextManager[Contestant]]] = {
        "relay": lambda: relay("relay", "bare"),
        "relay-uvloop": lambda: relay("relay-uvloop", "bare", "--uvloop"),
        "hub-sqlite": lambda: hub("hub-sqlite", shop),
    }
    return [stack.enter_context(make()) for name, make in ready.items() if not only or name in only]


def _measure(contestant: Contestant, visitors: int, number: int, seconds: float) -> None:
    came = contestant.drive(visitors, seconds)
    print(
        f"{visitors:4} visitors, round {number + 1}: {contestant.name:14} {came.rate:7.0f}/s"
        f"  ack {came.ack_p50:7.2f} {came.ack_p99:7.2f} ms  agent {came.seen_p50:7.2f} {came.seen_p99:7.2f} ms"
        f"  lost {came.lost}  server {came.server_us:6.0f} µs  driver {came.driver_share:.0%}"
        f"  {contestant.resident() / 1e6:.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
