"""Two trees of figures side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isclose

_NOTHING = "-"


@dataclass(frozen=True)
class Difference:
    """One figure; `shown` stands on the page, `counted` is what the log says."""

    place: str
    shown: object
    counted: object

    def __str__(self) -> str:
        return f"{self.place}: shows {self.shown}, the log says {self.counted}"


def compare(place: str, shown: object, counted: object) -> tuple[int, list[Difference]]:
    """How many figures there are, and those that differ; what one side lacks differs too."""
    here, there = dict(_leaves(place, shown)), dict(_leaves(place, counted))
    names = list(dict.fromkeys([*here, *there]))
    differing = [
        Difference(name, here.get(name, _NOTHING), there.get(name, _NOTHING))
        for name in names
        if not _same(here.get(name, _NOTHING), there.get(name, _NOTHING))
    ]
    return len(names), differing


def _leaves(place: str, tree: object) -> Iterator[tuple[str, object]]:
    if isinstance(tree, Mapping):
        for name, branch in tree.items():
            yield from _leaves(f"{place} / {name}", branch)
    else:
        yield place, tree


def _same(one: object, other: object) -> bool:
    # Sums of the same numbers in another order differ in their last digits.
    if isinstance(one, float) and isinstance(other, float | int):
        return isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)
    return one == other
