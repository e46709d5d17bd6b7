"""How often a usual day is called unusual, and how soon a rise is heard: `python -m evaluation.rises`.

Worlds of 60 themes with rates from one in a month to twenty a day, in which nothing ever happens: any alarm is false. Then one theme rises
on one day, and it is counted how often that day is told.
"""

from __future__ import annotations

from math import exp
from random import Random

from chat_server.domain.listening.rise import PAST_DAYS, rises

_THEMES, _DAYS, _WORLDS = 60, 456, 4
_WEEK = (1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5)
_ALIKE = (1.0,) * 7
_MANY = 30.0
_RISES = 200


def main() -> None:
    days = _WORLDS * (_DAYS - PAST_DAYS)
    print(f"Days with any false alarm, of {days} with {_THEMES} themes (to be at most 1 %):")
    for spread in (0.0, 0.1, 0.3, 1.0):
        for name, week in (("every day alike", _ALIKE), ("quiet weekends", _WEEK)):
            false = sum(false_days(Random(seed), spread, week) for seed in range(_WORLDS))  # noqa: S311 - the same each time
            print(f"  spread {spread:.1f}, {name}: {false / days:.2%}")
    for days in (1, 3):
        print(f"A rise told by its day {days}, of {_RISES}, among {_THEMES} themes (spread 0.1):")
        for usual in (0.2, 1.0, 3.0, 10.0):
            told = {times: _told(usual, times, days) / _RISES for times in (2, 3, 5, 10)}
            print(
                f"  usually {usual:4.1f} a day: "
                + ", ".join(f"×{t} {n:.0%}" for t, n in told.items())
            )


def false_days(random: Random, spread: float, week: tuple[float, ...] = _ALIKE) -> int:
    """In one world."""
    rates = [10 ** random.uniform(-1.5, 1.3) for _ in range(_THEMES)]
    counts = [
        [drawn(random, rate * week[day % 7], spread) for day in range(_DAYS)] for rate in rates
    ]
    return sum(
        bool(rises({n: one[day - PAST_DAYS : day + 1] for n, one in enumerate(counts)}))
        for day in range(PAST_DAYS, _DAYS)
    )


def drawn(random: Random, rate: float, spread: float) -> int:
    """A day's count: Poisson around a rate that differs from day to day."""
    if spread:
        rate = random.gammavariate(1 / spread, rate * spread)
    if rate > _MANY:
        return max(0, round(random.gauss(rate, rate**0.5)))
    count, product, floor = 0, random.random(), exp(-rate)
    while product > floor:
        count += 1
        product *= random.random()
    return count


def _told(usual: float, times: float, days: int) -> int:
    """The last so many days have so many times the usual."""
    random, told = Random(20), 0  # noqa: S311 - as above
    for _ in range(_RISES):
        themes = {
            n: [drawn(random, 1.0, 0.1) for _ in range(PAST_DAYS + 1)] for n in range(1, _THEMES)
        }
        past = [drawn(random, usual, 0.1) for _ in range(PAST_DAYS + 1 - days)]
        risen = [drawn(random, usual * times, 0.1) for _ in range(days)]
        told += 0 in rises({0: past + risen, **themes})
    return told


if __name__ == "__main__":
    main()
