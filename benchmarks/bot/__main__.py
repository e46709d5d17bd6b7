"""Our bot beside stock Rasa on the same data: turns early and late in a dialogue, throughput, memory, start, training.

`python -m benchmarks.bot [--write] [--dialogues N] [--ours MODEL] [--stock MODEL]`: some ten minutes, most of them stock's.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import aiohttp

from benchmarks._figures import median
from benchmarks._page import table, write
from benchmarks.bot.contestants import Contestant, Cost, Ours, Running, Stock
from benchmarks.bot.measuring import Dialogue, Throughput, crowd, last_needed, talk

_TURNS = (5, 50, 300)
_CROWDS = 3


class Found:
    """Everything measured, by contestant's name."""

    def __init__(self) -> None:
        self.teaching: dict[str, Cost | None] = {}
        self.starts: dict[str, list[Cost]] = {}
        self.fresh: dict[str, float] = {}
        self.after: dict[str, float] = {}
        self.dialogues: dict[str, Dialogue] = {}
        self.crowds: dict[str, list[Throughput]] = {}


def main() -> None:
    """Measure, print and, when asked, write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    parser.add_argument("--dialogues", type=int, default=2, help="long ones with each")
    parser.add_argument("--starts", type=int, default=3, help="of each")
    parser.add_argument(
        "--epochs", type=int, default=2, help="stock is taught; a turn costs the same after 100"
    )
    parser.add_argument("--ours", type=Path, help="a model at hand, instead of teaching")
    parser.add_argument("--stock", type=Path, help="the same for stock")
    parser.add_argument("--keep", type=Path, help="a folder for models and logs")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="samtal-bench-bot-") as scratch:
        folder = options.keep or Path(scratch)
        contestants = (
            Stock(folder / "stock", options.stock, options.epochs),
            Ours(folder / "ours", options.ours),
        )
        found = Found()
        for contestant in contestants:
            found.teaching[contestant.name] = contestant.teach()
        asyncio.run(_measure(contestants, found, options.starts, options.dialogues))
    text = _text(found, options.epochs)
    print(text)
    if options.write:
        write("bot", text)


async def _measure(
    contestants: Sequence[Contestant], found: Found, starts: int, dialogues: int
) -> None:
    async with aiohttp.ClientSession() as session:
        for _ in range(starts - 1):
            for contestant in contestants:
                with contestant.running() as running:
                    found.starts.setdefault(contestant.name, []).append(
                        await running.ready(session)
                    )
        with ExitStack() as stack:
            up: list[Running] = []
            for contestant in contestants:
                running = stack.enter_context(contestant.running())
                found.starts.setdefault(contestant.name, []).append(await running.ready(session))
                up.append(running)
            await _turns(up, found, session, dialogues)


async def _turns(
    up: Sequence[Running], found: Found, session: aiohttp.ClientSession, dialogues: int
) -> None:
    for running in up:
        found.fresh[running.contestant.name] = running.resident()
        # What is loaded late is loaded now.
        await crowd(running, session, f"warm-{uuid4().hex}")
    for _ in range(_CROWDS):
        for running in up:
            done = await crowd(running, session, uuid4().hex)
            found.crowds.setdefault(running.contestant.name, []).append(done)
    for _ in range(dialogues):
        await talk(up, found.dialogues, session, uuid4().hex, last_needed(_TURNS))
    for running in up:
        found.after[running.contestant.name] = running.resident()


def _text(found: Found, epochs: int) -> str:
    rows: list[tuple[str, float, float, str, str]] = []
    stock, ours = found.dialogues["stock"], found.dialogues["ours"]
    for turn, asked in zip(_TURNS, ("≤ 0.33", "", "≤ 0.10"), strict=True):
        (theirs, their_cpu), (our, our_cpu) = stock.at(turn), ours.at(turn)
        rows.append((f"turn {turn}, p50 ms", theirs, our, ".1f", asked))
        rows.append((f"turn {turn}, processor ms", their_cpu, our_cpu, ".1f", ""))
    per_core = {name: median([one.per_core for one in done]) for name, done in found.crowds.items()}
    per_second = {
        name: median([one.turns / one.wall for one in done]) for name, done in found.crowds.items()
    }
    rows += [
        ("turns a second of processor", per_core["stock"], per_core["ours"], ".1f", "≥ 4"),
        ("turns/s, five visitors at once", per_second["stock"], per_second["ours"], ".1f", ""),
        ("ready, s", *_starts(found, "wall"), ".1f", ""),
        ("ready, processor s", *_starts(found, "cpu"), ".1f", ""),
        ("MB when ready", found.fresh["stock"], found.fresh["ours"], ".0f", ""),
        ("MB after all turns", found.after["stock"], found.after["ours"], ".0f", ""),
    ]
    lines = [
        [label, format(their, form), format(our, form), format(our / their, ".2f"), asked]
        for label, their, our, form, asked in rows
    ]
    text = table(["", "stock", "ours", "ratio", "asked"], lines)
    growth = [dialogue.at(_TURNS[-1])[0] / dialogue.at(_TURNS[0])[0] for dialogue in (stock, ours)]
    text += (
        f"\n\nTurn {_TURNS[-1]} of turn {_TURNS[0]}: stock {growth[0]:.2f}, ours {growth[1]:.2f} (asked: ≤ 1.2)."
        f" Unanswered: stock {_unanswered(found, 'stock')}, ours {_unanswered(found, 'ours')}."
    )
    return text + _taught(found, epochs)


def _starts(found: Found, kind: str) -> tuple[float, float]:
    stock, ours = (
        median([getattr(cost, kind) for cost in found.starts[name]]) for name in ("stock", "ours")
    )
    return stock, ours


def _unanswered(found: Found, name: str) -> int:
    return found.dialogues[name].unanswered + sum(one.unanswered for one in found.crowds[name])


def _taught(found: Found, epochs: int) -> str:
    told = [
        f"{name} {cost.wall:.0f} s ({cost.cpu:.0f} s of processor)"
        + (f" for {epochs} of 100 epochs" if name == "stock" else "")
        for name, cost in found.teaching.items()
        if cost is not None
    ]
    return f" Training: {', '.join(told)}." if told else ""


if __name__ == "__main__":
    main()
