"""From messages to intents: one model for all languages, the same for every set of examples.

Knows nothing of Rasa, so that the evaluation measures on public sets exactly what the bot uses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from components.intent_net import IntentNet, Recipe, softmax
from components.meaning import weighed_meanings
from components.nearness import Nearness
from components.wording import Wording

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Two nets are asked: one that always sees both wording and meaning, and one that was made to do with the meaning
# alone a quarter of the time. Where one is wrong the other often is not.
_RECIPES = (Recipe(), Recipe(drop_all_wording=0.25, seed=1))
# With fewer examples an intent, and no more in all than can be compared with each other in some seconds, those nearest
# to a message are asked too, and count so much beside the nets.
_FEW, _COMPARABLE = 150, 10_000
_NEAR_WEIGHT = np.float32(20.0)
_HELD_BACK = 0.1
_TINY = np.float32(1e-7)
_TEMPERATURES = np.geomspace(0.25, 2.0, 25)


class IntentModel:
    """Words and meaning in, a share for each intent out."""

    def __init__(self) -> None:
        self._wording = Wording()
        self._decide = _Both()
        self._temperature = 1.0

    @property
    def intents(self) -> list[str]:
        """In the order of the columns of :meth:`shares`."""
        return self._decide.classes

    def fit(
        self, texts: Sequence[str], intents: Sequence[str], wordings: Sequence[str] | None = None
    ) -> None:
        """Learn from examples. ``wordings`` are the texts as n-grams should see them, when that differs."""
        wording, meaning = self._wording.fit(wordings or texts), weighed_meanings(texts)
        few = len(intents) < min(_FEW * len(set(intents)), _COMPARABLE)
        self._calibrate(wording, meaning, np.array(intents), few=few)
        self._decide.fit(wording, meaning, intents, few=few)

    def shares(
        self, texts: Sequence[str], wordings: Sequence[str] | None = None
    ) -> NDArray[np.float32]:
        """How likely each intent is, one row for each text."""
        scores = self._decide.scores(self._wording.of(wordings or texts), weighed_meanings(texts))
        return softmax(scores / np.float32(self._temperature))

    def best(self, texts: Sequence[str]) -> list[tuple[str, float]]:
        """The likeliest intent of each text and how likely it is."""
        shares = self.shares(texts)
        return [(self.intents[row.argmax()], float(row.max())) for row in shares]

    def known(self, text: str) -> float:
        """Which share of the words of a text were learned."""
        return self._wording.known(text)

    def _calibrate(
        self, wording: Any, meaning: Any, intents: NDArray[np.str_], *, few: bool
    ) -> None:
        """Learn from nine tenths how sure to be, so that of the answers given with 0.8 some 80 % are right."""
        back = np.random.default_rng(0).random(len(intents)) < _HELD_BACK
        known = np.isin(intents, intents[~back])
        judged = back & known
        if not judged.any():
            return
        trial = _Both()
        trial.fit(wording[~back], meaning[~back], intents[~back].tolist(), few=few)
        scores = trial.scores(wording[judged], meaning[judged])
        right = np.searchsorted(trial.classes, intents[judged])
        self._temperature = min(_TEMPERATURES, key=lambda heat: _surprise(scores / heat, right))


class _Both:
    """The nets as one: the mean of what they say. With few examples, these have a say themselves."""

    # Here, not in __init__: models kept from before know of none.
    _near: Nearness | None = None

    def __init__(self) -> None:
        self._nets = [IntentNet(recipe) for recipe in _RECIPES]

    @property
    def classes(self) -> list[str]:
        return self._nets[0].classes

    def fit(self, wording: Any, meaning: Any, intents: Sequence[str], *, few: bool) -> None:
        for net in self._nets:
            net.fit(wording, meaning, intents)
        if few:
            self._near = Nearness()
            self._near.fit(wording, meaning, intents)

    def scores(self, wording: Any, meaning: Any) -> NDArray[np.float32]:
        found = [np.log(softmax(net.scores(wording, meaning)) + _TINY) for net in self._nets]
        mean: NDArray[np.float32] = np.mean(found, axis=0)
        if self._near is not None:
            mean += _NEAR_WEIGHT * self._near.scores(wording, meaning)
        return mean


def _surprise(scores: Any, right: Iterable[int]) -> float:
    shares = softmax(scores.astype(np.float32))
    return float(-np.log(shares[np.arange(len(shares)), list(right)] + 1e-9).mean())
