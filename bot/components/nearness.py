"""What the examples nearest to a message say: better than a net where an intent has few of them, and learned in one step.

Ridge regression under an exponential kernel over meaning and wording. It keeps every example and compares each with the
message, which some thousand examples allow. Figures behind it: docs/decisions/0162-few-examples-are-compared.md and
0168-what-a-second-encoder-would-bring.md
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.linalg import solve

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Dense = NDArray[np.float32]

# How much likeness of meaning counts beside likeness of wording. A meaning comes with the length 4 and a wording is two
# rows of length 1, so that a message is as like itself as 9 + 2 before the division.
_OF_MEANING, _MOST = np.float32(9 / 16), np.float32(11)
# How fast an example counts less with its distance, and how little one example is trusted.
_STEEP, _CAUTION = np.float32(2.0), np.float32(0.1)
# So many examples are compared with all others at once: what is alike in wording is kept as pairs meanwhile.
_AT_ONCE = 1000


class Nearness:
    """Intent scores by likeness to examples."""

    def fit(self, wording: Any, meaning: Dense, intents: Sequence[str]) -> None:
        """Learn from examples: what each of them adds to each intent, in the order of their names."""
        # By columns: turned round it lies by rows, and a message asks for its own n-grams alone.
        self._wording, self._meaning = wording.tocsc(), meaning
        of_intent = np.array(intents)[:, np.newaxis] == np.unique(intents)
        wanted = (of_intent - of_intent.mean(axis=0)).astype(np.float32)
        likeness = np.empty((len(intents), len(intents)), dtype=np.float32)
        for start in range(0, len(intents), _AT_ONCE):
            some = slice(start, start + _AT_ONCE)
            likeness[some] = self._likeness(wording[some], meaning[some])
        likeness[np.diag_indices_from(likeness)] += _CAUTION
        self._adds = solve(likeness, wanted, assume_a="pos", overwrite_a=True, check_finite=False)

    def scores(self, wording: Any, meaning: Dense) -> Dense:
        """One row for each message, one column for each intent: near 1 for what an example says."""
        found: Dense = self._likeness(wording, meaning) @ self._adds
        return found

    def _likeness(self, wording: Any, meaning: Dense) -> Dense:
        same = (wording @ self._wording.T).toarray() + _OF_MEANING * (meaning @ self._meaning.T)
        near: Dense = np.exp(_STEEP * (same / _MOST - 1))
        return near
