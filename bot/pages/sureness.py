"""How sure it is that a passage answers a question: a logistic model over how it fits, the same for every language."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pages.index import Found

FILE = Path(__file__).with_name("sureness.json")


def signs(found: Found) -> list[float]:
    """What the model looks at."""
    fit = found.fit
    meant = fit.heading + fit.sentence
    return [
        fit.words,
        fit.pieces,
        fit.heading,
        fit.sentence,
        found.lead,
        found.above,
        found.trust,
        fit.words * meant,
    ]


class Sureness:
    """Weights as ``bot/evaluate_pages.py --tune`` left them."""

    def __init__(self, path: Path = FILE) -> None:
        kept = json.loads(path.read_text(encoding="utf-8"))
        self._weights: list[float] = kept["weights"]
        self._base: float = kept["base"]
        # From here on a passage is said.
        self.enough: float = kept["enough"]

    def of(self, found: Found) -> float:
        """From 0 to 1."""
        weighed = sum(
            weight * sign for weight, sign in zip(self._weights, signs(found), strict=True)
        )
        return 1 / (1 + math.exp(-max(min(self._base + weighed, 30.0), -30.0)))
