"""Orders owed to an element, as the first or the last that was met."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

Figures = dict[str, object]
_LISTED = ("orders", "people")


def without_dialogues(counted: Mapping[str, object]) -> Figures:
    """As `/reports/elements` has them."""
    return {
        code: {
            which: {name: one[name] for name in _LISTED}
            for which, one in figures.items()
            if isinstance(one, dict)
        }
        for code, figures in counted.items()
        if isinstance(figures, dict)
    }


class Owed:
    """Orders that are owed to one element."""

    def __init__(self) -> None:
        self._orders: Counter[str] = Counter()
        self._people: dict[str, set[str]] = {"first": set(), "last": set()}
        self._had: dict[str, set[tuple[str, int]]] = {"first": set(), "last": set()}

    def add(self, which: str, contact_id: str, had: set[tuple[str, int]]) -> None:
        """One more, with the dialogues before it."""
        self._orders[which] += 1
        self._people[which].add(contact_id)
        self._had[which] |= had

    def figures(self) -> Figures:
        """As the page has them."""
        return {
            which: {
                "orders": self._orders[which],
                "people": len(self._people[which]),
                "dialogues": len(self._had[which]),
            }
            for which in ("first", "last")
        }
