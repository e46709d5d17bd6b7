"""Whether experiments tell the truth to who looks after every person: `python -m evaluation.experiments 500`.

Many experiments are played in worlds whose truth is known, with the hub's own formulas and a look after each person.
Where nothing differs, no more than one in twenty may ever find something; the intervals shall hold the truth at every
look at once in about nineteen of twenty; and a spoilt deal shall be noticed. The table goes into the document.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import Path
from random import Random

from chat_server.domain.experiments.comparison import Verdict, judge
from chat_server.domain.experiments.design import Comparison, Element
from chat_server.domain.experiments.outcomes import LOWEST, OUTCOMES, OutcomeKey, scaled
from chat_server.domain.experiments.planning import level_of, plan
from chat_server.domain.experiments.ratio import RatioWatch
from chat_server.domain.experiments.sequences import Tally, difference

_DOCUMENT = Path(__file__).parent.parent / "docs" / "experiments.md"
_BEGIN, _END = "<!-- begin simulation -->", "<!-- end simulation -->"
_SEED = 20_261_123
_TIMES = 500
_PEOPLE = 10_000
_AGAINST = (Comparison(Element.GREETING, (0,), (1,)),)
_THREE = (*_AGAINST, Comparison(Element.GREETING, (0,), (2,)))
_CROSSED = (
    Comparison(Element.GREETING, (0, 1), (2, 3)),
    Comparison(Element.REPLIES, (0, 2), (1, 3)),
)
# How many of a hundred give 1 to 5 stars.
_STARS = (8, 4, 10, 28, 50)
Draw = Callable[[Random, float], float]


def _happens(random: Random, share: float) -> float:
    return random.random() < share


def _rates(random: Random, _: float) -> float:
    return scaled(random.choices(range(LOWEST, LOWEST + len(_STARS)), _STARS)[0])


@dataclass(frozen=True)
class World:
    """`shares` of the variants in which the goal is reached; `effect` is what the marketer looked for."""

    name: str
    shares: tuple[float, ...]
    effect: float
    weights: tuple[float, ...] = (0.5, 0.5)
    compared: tuple[Comparison, ...] = _AGAINST
    draw: Draw = _happens
    people: int = _PEOPLE

    def truth(self, one: Comparison) -> float:
        """The other's share less the base's; weights within each are the same."""
        other = sum(self.shares[at] for at in one.other) / len(one.other)
        return other - sum(self.shares[at] for at in one.base) / len(one.base)


@dataclass
class Played:
    """Of one experiment: whether it ever found what is so, or is not, and held the truth at every look."""

    right: bool = False
    wrong: bool = False
    held: bool = True


@dataclass
class _Pair:
    """One comparison, and when it is looked at next."""

    comparison: Comparison
    truth: float
    people: list[int] = field(default_factory=lambda: [0, 0])
    totals: list[float] = field(default_factory=lambda: [0.0, 0.0])
    squares: list[float] = field(default_factory=lambda: [0.0, 0.0])
    wait: int = 0

    def see(self, variant: int, value: float) -> bool:
        side = 1 if variant in self.comparison.other else 0
        if not side and variant not in self.comparison.base:
            return False
        self.people[side] += 1
        self.totals[side] += value
        self.squares[side] += value * value
        self.wait -= 1
        return self.wait <= 0

    @property
    def tallies(self) -> tuple[Tally, Tally]:
        base, other = (Tally(self.people[at], self.totals[at], self.squares[at]) for at in (0, 1))
        return other, base


def play(world: World, random: Random, *, skip: bool = True) -> Played:
    """One experiment, looked at after every person; `skip` leaves out looks that cannot find anything new."""
    played, level = Played(), level_of(len(world.compared))
    pairs = [_Pair(one, world.truth(one)) for one in world.compared]
    for variant in _dealt(world.weights, world.people, random):
        value = world.draw(random, world.shares[variant])
        for pair in pairs:
            if pair.see(variant, value):
                quiet = _look(world, pair, played, level)
                pair.wait = quiet if skip else 0
    return played


def _look(world: World, pair: _Pair, played: Played, level: float) -> int:
    """Returns for how many people nothing can happen."""
    other, base = pair.tallies
    verdict = judge(other, base, world.effect, level)
    if verdict is Verdict.FEW:
        return 0
    if verdict in {Verdict.BETTER, Verdict.WORSE}:
        right = pair.truth != 0 and (verdict is Verdict.BETTER) is (pair.truth > 0)
        played.right |= right
        played.wrong |= not right
    shown = difference(other, base, world.effect)
    played.held &= shown.low <= pair.truth <= shown.high
    sure = difference(other, base, world.effect, level)
    room = min(
        abs(edge - at)
        for lift, at in ((shown, pair.truth), (sure, 0.0))
        for edge in (lift.low, lift.high)
    )
    # One person moves a mean by at most 1/n, and the interval around it by less.
    return int(room * min(other.people, base.people) / 4)


def _dealt(weights: Sequence[float], people: int, random: Random) -> Iterator[int]:
    inner = list(accumulate(weights))[:-1]
    for _ in range(people):
        yield bisect_right(inner, random.random())


def alarmed(planned: Sequence[float], real: Sequence[float], people: int, random: Random) -> bool:
    """Whether the watch over the deal ever goes off."""
    watch = RatioWatch(planned)
    for variant in _dealt(real, people, random):
        watch.see(variant)
        if watch.alarm:
            return True
    return False


_EVEN, _UNEVEN = (0.5, 0.5), (0.8, 0.2)
ALIKE = (
    World("2 of 100 have a dialogue", (0.02, 0.02), 0.01),
    World("10 of 100", (0.1, 0.1), 0.03),
    World("50 of 100", (0.5, 0.5), 0.05),
    World("10 of 100, dealt 80 to 20", (0.1, 0.1), 0.03, _UNEVEN),
    World("10 of 100, three variants", (0.1,) * 3, 0.03, (1 / 3,) * 3, _THREE),
    World("10 of 100, factorial, two by two", (0.1,) * 4, 0.03, (0.25,) * 4, _CROSSED),
    World(
        "ratings, guardrail",
        (0.5, 0.5),
        OUTCOMES[OutcomeKey.RATING].scale,
        draw=_rates,
        people=2_000,
    ),
)
DIFFERENT = (
    World("2 and 3 of 100 have a dialogue", (0.02, 0.03), 0.01),
    World("10 and 13 of 100", (0.1, 0.13), 0.03),
    World("50 and 55 of 100", (0.5, 0.55), 0.05),
    World("10 and 13 of 100, dealt 80 to 20", (0.1, 0.13), 0.03, _UNEVEN),
    World("10 and 13 of 100, factorial", (0.1, 0.1, 0.13, 0.13), 0.03, (0.25,) * 4, _CROSSED),
)
DEALS = (
    ("50 to 50 as planned", _EVEN, _EVEN),
    ("80 to 20 as planned", _UNEVEN, _UNEVEN),
    ("three alike as planned", (1 / 3,) * 3, (1 / 3,) * 3),
    ("52 to 48 instead of 50 to 50", _EVEN, (0.52, 0.48)),
    ("one of three loses 6 of 100", (1 / 3,) * 3, (1 / 2.94, 1 / 2.94, 0.94 / 2.94)),
)


def tables(times: int) -> Iterator[str]:
    """Line by line, as they are found."""
    yield f"{times} experiments a line, seed {_SEED}, a look after every person."
    yield ""
    yield "| nothing differs | people | ever found a difference | interval held zero at every look |"
    yield "| --- | ---: | ---: | ---: |"
    for world in ALIKE:
        wrong, _, held = _shares(world, times)
        yield f"| {world.name} | {world.people:,} | {wrong} | {held} |"
    yield ""
    yield "| something differs | people planned | found by then | found what is not so | interval held the truth at every look |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for world in DIFFERENT:
        people = plan(world.shares[0], world.effect, world.weights, world.compared).people
        wrong, right, held = _shares(replace(world, people=people), times)
        yield f"| {world.name} | {people:,} | {right} | {wrong} | {held} |"
    yield ""
    yield f"| who came | alarm within {_PEOPLE:,} people |"
    yield "| --- | ---: |"
    for name, planned, real in DEALS:
        rang = sum(alarmed(planned, real, _PEOPLE, random) for random in _randoms(name, times))
        yield f"| {name} | {rang / times:.1%} |"


def _shares(world: World, times: int) -> tuple[str, str, str]:
    played = [play(world, random) for random in _randoms(world.name, times)]
    counts = (
        sum(one.wrong for one in played),
        sum(one.right for one in played),
        sum(one.held for one in played),
    )
    wrong, right, held = (f"{count / times:.1%}" for count in counts)
    return wrong, right, held


def _randoms(name: str, times: int) -> Iterator[Random]:
    for number in range(times):
        yield Random(f"{_SEED} {name} {number}")  # noqa: S311 - made-up people, no secret


def main() -> None:
    """Print the tables, and write them into the document between its marks."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else _TIMES
    lines = []
    for line in tables(times):
        print(line, flush=True)
        lines.append(line)
    before, _, rest = _DOCUMENT.read_text(encoding="utf-8").partition(_BEGIN)
    _, mark, after = rest.partition(_END)
    if not mark:
        sys.exit(f"{_DOCUMENT} has no place between {_BEGIN} and {_END}.")
    table = "\n".join(lines)
    _DOCUMENT.write_text(f"{before}{_BEGIN}\n{table}\n{_END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
