"""One long dialogue, and many short ones at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle

import aiohttp

from benchmarks._figures import median
from benchmarks.bot.contestants import Running
from benchmarks.bot.lines import ENGLISH, EVERY_LANGUAGE

# A turn is judged with two before and two after it.
_BESIDE = 2
# One of each language; the hub asks a bot no more than four things at once.
_VISITORS = 5
_TURNS_EACH = 20


@dataclass
class Dialogue:
    """What each turn of one or more equally long dialogues cost, in ms; the first turn is number 1."""

    wall: dict[int, list[float]] = field(default_factory=dict)
    cpu: dict[int, list[float]] = field(default_factory=dict)
    unanswered: int = 0

    def at(self, turn: int) -> tuple[float, float]:
        """The median around a turn: on the clock, and of processor time."""
        near = range(max(turn - _BESIDE, 1), turn + _BESIDE + 1)
        wall, cpu = (
            median([figure for number in near for figure in kept.get(number, ())])
            for kept in (self.wall, self.cpu)
        )
        return wall, cpu


@dataclass(frozen=True)
class Throughput:
    """Turns of many dialogues at once."""

    turns: int
    wall: float
    cpu: float
    unanswered: int

    @property
    def per_core(self) -> float:
        """Turns for a second of processor time."""
        return self.turns / self.cpu


def last_needed(turns: Sequence[int]) -> int:
    """How long a dialogue has to be to judge these turns."""
    return max(turns) + _BESIDE


async def talk(
    contestants: Sequence[Running],
    found: dict[str, Dialogue],
    session: aiohttp.ClientSession,
    name: str,
    length: int,
) -> None:
    """One dialogue with each, turn by turn in turns, so that a slow moment meets all alike."""
    for number, line in zip(range(1, length + 1), cycle(ENGLISH), strict=False):
        for running in contestants:
            dialogue = found.setdefault(running.contestant.name, Dialogue())
            before, began = running.cpu(), time.perf_counter()
            answered = await running.say(session, name, number, line)
            dialogue.wall.setdefault(number, []).append((time.perf_counter() - began) * 1000)
            dialogue.cpu.setdefault(number, []).append((running.cpu() - before) * 1000)
            dialogue.unanswered += not answered


async def crowd(running: Running, session: aiohttp.ClientSession, name: str) -> Throughput:
    """Visitors of every language, each of whom writes as soon as the last line was answered."""

    async def visit(visitor: int) -> int:
        lines = cycle(EVERY_LANGUAGE[visitor % len(EVERY_LANGUAGE)])
        said = [
            await running.say(session, f"{name}-{visitor}", number, next(lines))
            for number in range(1, _TURNS_EACH + 1)
        ]
        return said.count(False)

    before, began = running.cpu(), time.perf_counter()
    unanswered = await asyncio.gather(*(visit(visitor) for visitor in range(_VISITORS)))
    return Throughput(
        _VISITORS * _TURNS_EACH,
        time.perf_counter() - began,
        running.cpu() - before,
        sum(unanswered),
    )
