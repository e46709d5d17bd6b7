"""A small net that chooses an intent from a message's wording (sparse n-grams) and meaning (a dense encoding).

Its hidden layer brings wordings of five languages together by what they mean, which a linear classifier cannot. Only
numpy and scipy are needed, in training too. Figures behind it: docs/decisions/0102-one-pipeline.md
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Dense = NDArray[np.float32]

_TINY = np.float32(1e-8)


@dataclass(frozen=True)
class Recipe:
    """How to train. One recipe serves every set of examples there is."""

    hidden: int = 192
    batch: int = 128
    epochs: int = 8
    least_steps: int = 700
    dense_rate: float = 1e-3
    wording_rate: float = 0.05
    # Shares left out at random, so that no single feature is relied on.
    drop_wording: float = 0.2
    drop_meaning: float = 0.1
    drop_hidden: float = 0.3
    drop_all_wording: float = 0.0
    # What is held back from the right answer, so that the sure and the unsure stay apart.
    smoothing: float = 0.1
    seed: int = 0


def softmax(scores: Dense) -> Dense:
    """Scores as shares of one."""
    shares: Dense = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return shares


class IntentNet:
    """Intent scores from a message's wording (sparse) and meaning (dense)."""

    def __init__(self, recipe: Recipe | None = None) -> None:
        self._recipe = recipe or Recipe()
        self.classes: list[str] = []

    def fit(self, wording: csr_matrix, meaning: Dense, intents: Sequence[str]) -> None:
        """Learn from examples, the same way every time."""
        self.classes = sorted(set(intents))
        number = {intent: index for index, intent in enumerate(self.classes)}
        right = np.array([number[intent] for intent in intents])
        training = _Training(self._recipe, wording.shape[1], meaning.shape[1], len(self.classes))
        training.run(wording, meaning, right)
        self._take(training)

    def scores(self, wording: csr_matrix, meaning: Dense) -> Dense:
        """Before softmax: one row for each message, one column for each class."""
        narrow, columns = _narrowed(wording)
        raised = narrow @ self._of_wording[columns].astype(np.float32)
        raised += meaning @ self._of_meaning + self._hidden_bias
        found: Dense = np.maximum(raised, 0) @ self._output + self._bias
        return found

    def _take(self, training: _Training) -> None:
        # A row for each n-gram is most of the model; half the precision loses nothing that can be measured.
        self._of_wording = training.of_wording.weights.astype(np.float16)
        self._of_meaning, self._hidden_bias, self._output, self._bias = (
            part.weights for part in training.dense
        )


def _narrowed(wording: csr_matrix) -> tuple[csr_matrix, NDArray[np.int32]]:
    """Only the n-grams that occur, and which they are: a message has a hundred of many thousands."""
    columns, places = np.unique(wording.indices, return_inverse=True)
    shape = (wording.shape[0], len(columns))
    return csr_matrix((wording.data, places, wording.indptr), shape=shape), columns


class _Rows:
    """Weights with a row for each n-gram. Only the rows a batch touches are updated, each at its own pace (Adagrad)."""

    def __init__(self, weights: Dense, rate: float) -> None:
        self.weights = weights
        self._rate = np.float32(rate)
        self._seen = np.full((len(weights), 1), _TINY, dtype=np.float32)

    def learn(self, rows: NDArray[np.int32], gradient: Dense, left: float) -> None:
        """A step against ``gradient``; ``left`` is the share of the training still to come."""
        self._seen[rows] += np.square(gradient).mean(axis=1, keepdims=True)
        self.weights[rows] -= self._rate * np.float32(left) * gradient / np.sqrt(self._seen[rows])


class _Adam:
    """Weights that every batch touches."""

    def __init__(self, weights: Dense, rate: float) -> None:
        self.weights = weights
        self._rate = rate
        self._mean = np.zeros_like(weights)
        self._square = np.zeros_like(weights)
        self._steps = 0

    def learn(self, gradient: Dense, left: float) -> None:
        """A step against ``gradient``; ``left`` is the share of the training still to come."""
        self._steps += 1
        self._mean += np.float32(0.1) * (gradient - self._mean)
        self._square += np.float32(0.001) * (np.square(gradient) - self._square)
        rate = np.float32(self._rate * left / (1 - 0.9**self._steps))
        spread = np.sqrt(self._square * np.float32(1 / (1 - 0.999**self._steps))) + _TINY
        self.weights -= rate * self._mean / spread


class _Training:
    """Everything that exists only while learning."""

    def __init__(self, recipe: Recipe, wordings: int, width: int, classes: int) -> None:
        self._recipe = recipe
        self._random = np.random.default_rng(recipe.seed)
        size, rate = recipe.hidden, recipe.dense_rate
        self.of_wording = _Rows(self._drawn(wordings, size, 0.05), recipe.wording_rate)
        self.dense = [
            _Adam(self._drawn(width, size, width**-0.5), rate),
            _Adam(np.zeros(size, np.float32), rate),
            _Adam(self._drawn(size, classes, size**-0.5), rate),
            _Adam(np.zeros(classes, np.float32), rate),
        ]

    def run(self, wording: csr_matrix, meaning: Dense, right: NDArray[np.int64]) -> None:
        """All batches, the examples in a new order each time round, in ever smaller steps."""
        recipe, count = self._recipe, len(right)
        rounds = -(-count // recipe.batch)
        epochs = max(recipe.epochs, -(-recipe.least_steps // rounds))
        step = 0
        for _ in range(epochs):
            order = self._random.permutation(count)
            for start in range(0, count, recipe.batch):
                chosen = order[start : start + recipe.batch]
                step += 1
                self._batch(
                    wording[chosen], meaning[chosen], right[chosen], 1 - step / (epochs * rounds)
                )

    def _batch(
        self, wording: csr_matrix, meaning: Dense, right: NDArray[np.int64], left: float
    ) -> None:
        recipe, count = self._recipe, len(right)
        wording.data = self._thinned(wording)
        wording, columns = _narrowed(wording)
        meaning = meaning * self._mask(meaning.shape, recipe.drop_meaning)
        of_meaning, hidden_bias, output, bias = self.dense

        raised = wording @ self.of_wording.weights[columns] + meaning @ of_meaning.weights
        raised += hidden_bias.weights
        passed = (raised > 0) * self._mask(raised.shape, recipe.drop_hidden)
        hidden = raised * passed
        wrong = softmax(hidden @ output.weights + bias.weights)
        wrong -= np.float32(recipe.smoothing / wrong.shape[1])
        wrong[np.arange(count), right] -= np.float32(1 - recipe.smoothing)

        back = (wrong @ output.weights.T) * passed
        self.of_wording.learn(columns, wording.T @ back, left)
        of_meaning.learn(meaning.T @ back / count, left)
        hidden_bias.learn(back.mean(axis=0, dtype=np.float32), left)
        output.learn(hidden.T @ wrong / count, left)
        bias.learn(wrong.mean(axis=0, dtype=np.float32), left)

    def _thinned(self, wording: csr_matrix) -> Dense:
        lengths = np.diff(wording.indptr)
        whole = self._random.random(len(lengths), dtype=np.float32) >= self._recipe.drop_all_wording
        kept: Dense = wording.data * self._mask(wording.data.shape, self._recipe.drop_wording)
        return kept * np.repeat(whole, lengths)

    def _mask(self, shape: tuple[int, ...], dropped: float) -> Any:
        kept = self._random.random(shape, dtype=np.float32) >= dropped
        return kept * np.float32(1 / (1 - dropped))

    def _drawn(self, rows: int, columns: int, spread: float) -> Dense:
        drawn: Dense = self._random.standard_normal((rows, columns), dtype=np.float32)
        return drawn * np.float32(spread)
