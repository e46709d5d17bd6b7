"""How likely kinds are by what a text means: a logistic regression a kind, over all languages together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from chat_server.recall.ear.model import SCALE

from .embeddings import Vectors

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
# With fewer examples a row says "never".
_LEAST = 3
_NEVER = -9.0
# How much an example counts against large weights.
_C = 1.0
_STEPS = 100


def weights(vectors: Vectors, flags: Flags) -> Numbers:
    """A row a column of `flags`, the base at its end.

    All rows are learned in one go: one product of matrices a step, instead of as many walks through the vectors as there are
    rows.
    """
    seen = np.hstack([vectors * SCALE, np.ones((len(vectors), 1))]).astype(np.float32)
    right = flags.astype(np.float32)
    many = flags.shape[1], seen.shape[1]

    def loss(flat: Numbers) -> tuple[float, Numbers]:
        rows = flat.reshape(many)
        odds = seen @ rows.T.astype(np.float32)
        wrong = 1 / (1 + np.exp(-odds)) - right
        lost = float(np.sum(np.logaddexp(0, odds) - right * odds, dtype=np.float64))
        large = rows.copy()
        large[:, -1] = 0
        slope = _C * (wrong.T @ seen).astype(np.float64) + large
        return _C * lost + 0.5 * float(np.sum(large * large)), slope.ravel()

    begin = np.zeros(many)
    begin[:, -1] = _NEVER / 2
    found = minimize(
        loss, begin.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS, "maxcor": 20}
    )
    rows: Numbers = found.x.reshape(many)
    rare = flags.sum(axis=0) < _LEAST
    rows[rare] = 0
    rows[rare, -1] = _NEVER
    return rows


def chances(vectors: Vectors, rows: Numbers) -> Numbers:
    """A row a text, a column a kind."""
    found: Numbers = 1 / (1 + np.exp(-(vectors * SCALE @ rows[:, :-1].T + rows[:, -1])))
    return found


def folds_of(batches: Sequence[str], many: int) -> npt.NDArray[np.int64]:
    """What was written in one go stays together."""
    places = {batch: number % many for number, batch in enumerate(sorted(set(batches)))}
    return np.array([places[batch] for batch in batches])
