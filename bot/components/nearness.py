"""What the examples nearest to a message say: better than a net where an intent has few of them, and learned in one step.

Ridge regression under an exponential kernel over meaning and wording. It keeps every example and compares each with the
message, which only few examples allow. Figures behind it: docs/decisions/0162-few-examples-are-compared.md
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Dense = NDArray[np.float32]

# How much likeness of meaning counts beside likeness of wording. A meaning comes with the length 4 and a wording is two
# rows of length 1, so that a message is as like itself as 9 + 2 before the division.
_OF_MEANING, _MOST = np.float32(9 / 16), np.float32(11)
# How fast an example counts less with its distance, and how little one example is trusted.
_STEEP, _CAUTION = np.float32(2.0), np.float32(0.1)


class Nearness:
    """Intent scores by likeness to examples."""

    def fit(self, wording: Any, meaning: Dense, intents: Sequence[str]) -> None:
        """Learn from examples: what each of them adds to each intent, in the order of their names."""
        self._wording, self._meaning = wording, meaning
        of_intent = np.array(intents)[:, np.newaxis] == np.unique(intents)
        wanted = of_intent - of_intent.mean(axis=0)
        likeness = self._likeness(wording, meaning) + _CAUTION * np.eye(len(intents))
        self._adds = np.linalg.solve(likeness, wanted).astype(np.float32)

    def scores(self, wording: Any, meaning: Dense) -> Dense:
        """One row for each message, one column for each intent: near 1 for what an example says."""
        found: Dense = self._likeness(wording, meaning) @ self._adds
        return found

    def _likeness(self, wording: Any, meaning: Dense) -> Dense:
        same = (wording @ self._wording.T).toarray() + _OF_MEANING * (meaning @ self._meaning.T)
        near: Dense = np.exp(_STEEP * (same / _MOST - 1))
        return near
