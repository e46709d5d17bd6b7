"""Throughput and delays of the hub beside servers that do less, all in one run.

`python -m benchmarks.load [--rounds N] [--seconds S] [--only a,b] [--visitors 1,50,200]`; with `--only` the page stays.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

from benchmarks import _page
from benchmarks._contestants import (
    Contestant,
    Shop,
    hub,
    make_postgres,
    make_shop,
    node_relay,
    others_still,
    relay,
    two_hubs,
)
from benchmarks._drive import Driven
from benchmarks._figures import median
from tests.services import valkey

# Letters as in the list of what must be measured; `a` on the loop that the hub runs on is what ratios refer to.
_TITLES = {
    "a": "python-socketio, nothing kept",
    "a2": "the same on asyncio's own loop",
    "b": "**hub, SQLite**",
    "c": "**hub, PostgreSQL**",
    "d": "hub, SQLite, one commit a message",
    "e": "socket.io on Node, nothing kept",
    "f": "two hubs, PostgreSQL, Redis",
    "g": "python-socketio and a group commit to SQLite",
}
_LIGHT = ("a", "b", "c", "f", "g")
_LIGHT_VISITORS, _LIGHT_SECONDS, _LIGHT_ROUNDS = 50, 6.0, 2
# Twice is bad luck on a busy machine, three times is a finding.
_MOST_LET_GO = 3
Results = dict[tuple[str, str], list[Driven]]
Make = Callable[[], AbstractContextManager[Contestant]]


def main() -> None:
    """Every round measures everyone once, so that a slow moment of the machine meets all alike."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--only", default="")
    parser.add_argument("--visitors", default="1,50,200")
    options = parser.parse_args()
    only = options.only.split(",") if options.only else list(_TITLES)
    results: Results = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="samtal-bench-") as folder, ExitStack() as stack:
        contestants = _contestants(stack, Path(folder), only)
        for visitors in options.visitors.split(","):
            for _ in range(options.rounds):
                for contestant in contestants:
                    with others_still(contestants, contestant):
                        _measure(results, contestant, visitors, options.seconds)
        for _ in range(_LIGHT_ROUNDS):
            for contestant in contestants:
                if contestant.name in _LIGHT:
                    with others_still(contestants, contestant):
                        _measure(results, contestant, "light", _LIGHT_SECONDS)
        resident = {one.name: one.resident() / 1e6 for one in contestants}
    text = _text(results, options.visitors.split(","), resident)
    print(text)
    if not options.only:
        _page.write("load", text)


def _contestants(stack: ExitStack, folder: Path, only: Sequence[str]) -> list[Contestant]:
    shop = make_shop(folder)
    ready: dict[str, Make] = {
        "a": lambda: relay("a", "bare", "--uvloop"),
        "a2": lambda: relay("a2", "bare"),
        "b": lambda: hub("b", shop),
        "d": lambda: hub("d", shop, module="benchmarks.relays.one_by_one"),
        "e": lambda: node_relay("e"),
        "g": lambda: relay("g", "committing", str(folder / "committing.db")),
    }
    if {"c", "f"} & set(only):
        ready |= _on_postgres(stack, folder, only)
    return [stack.enter_context(ready[name]()) for name in _TITLES if name in only]


def _on_postgres(stack: ExitStack, folder: Path, only: Sequence[str]) -> dict[str, Make]:
    postgres, notes = make_postgres(stack)
    shop = Shop(folder / "shop.db", notes)
    found: dict[str, Make] = {
        "c": lambda: hub("c", shop, postgres.create_database("one", "shop")),
    }
    if "f" in only:
        redis = valkey.new_server(folder)
        stack.callback(redis.stop)
        redis.start()
        url = valkey.url_of(redis)
        found["f"] = lambda: two_hubs("f", shop, postgres.create_database("two", "shop"), url)
    return found


def _measure(results: Results, contestant: Contestant, load: str, seconds: float) -> None:
    light = load == "light"
    visitors = _LIGHT_VISITORS if light else int(load)
    came = _driven(contestant, visitors, seconds, pace=1.0 if light else 0.0)
    results[contestant.name, load].append(came)
    print(
        f"{load:>5} {contestant.name:3} {came.rate:7.0f}/s"
        f"  ack {came.ack_p50:7.2f} {came.ack_p99:7.2f} ms"
        f"  agent {came.seen_p50:7.2f} {came.seen_p99:7.2f} ms  lost {came.lost}"
        f"  server {came.server_us:6.0f} µs  driver {came.driver_share:.0%}"
        f"  {contestant.resident() / 1e6:.0f} MB",
        flush=True,
    )
    assert came.lost == 0, "an agent did not hear of a message"


def _driven(contestant: Contestant, visitors: int, seconds: float, pace: float) -> Driven:
    """Again when the driver read so slowly that its agent was let go; every time is told."""
    for _ in range(_MOST_LET_GO):
        came = contestant.drive(visitors, seconds, pace=pace)
        if not came.let_go:
            return came
        print(f"{visitors:>5} {contestant.name:3} let its agent go after {came.rate:.0f}/s: again")
    message = f"({contestant.name}) let its agent go {_MOST_LET_GO} times"
    raise AssertionError(message)


def _text(results: Results, loads: Sequence[str], resident: dict[str, float]) -> str:
    parts = [_part(results, load, _title(load)) for load in loads]
    parts.append(_part(results, "light", "50 visitors, each a message a second"))
    rows = [[_TITLES[name], f"{size:.0f}"] for name, size in resident.items()]
    parts.append("Memory after all of it, bot not counted:\n\n" + _page.table(["", "MB"], rows))
    return "\n\n".join(parts)


def _title(load: str) -> str:
    who = "One visitor" if load == "1" else f"{load} visitors"
    return f"{who}, each writing as soon as the last message was acknowledged"


def _part(results: Results, load: str, title: str) -> str:
    heads = ["", "messages/s", "of (a)", "ack p50", "p99", "to the agent p50", "p99 ms", "CPU µs"]
    base = _middle(results.get(("a", load), []), "rate")
    rows = []
    for name, title_of in _TITLES.items():
        rounds = results.get((name, load), [])
        if not rounds:
            continue
        rate = _middle(rounds, "rate")
        rows.append(
            [
                f"({name}) {title_of}",
                f"{rate:,.0f}",
                f"{rate / base:.2f}" if base else "",
                *(
                    f"{_middle(rounds, field):.1f}"
                    for field in ("ack_p50", "ack_p99", "seen_p50", "seen_p99")
                ),
                f"{_middle(rounds, 'server_us'):.0f}",
            ]
        )
    return f"**{title}**\n\n{_page.table(heads, rows)}"


def _middle(rounds: Sequence[Driven], field: str) -> float:
    return median([getattr(came, field) for came in rounds]) if rounds else 0.0


if __name__ == "__main__":
    main()
