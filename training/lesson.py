"""What there is to learn from: lines, what they mean, and what each of them states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt

from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.recall.ear.labels import NO_FACT

from . import chances
from .chances import Flags, Numbers
from .corpus import CLOSED, Example
from .embeddings import Vectors

_LEAST_EXAMPLES = 8
_INNER = 2
# Of the others the words are the value.
_VALUED = CLOSED - {"language"}

Chosen = npt.NDArray[np.bool_]
Told = list[tuple[Example, Mapping[str, float]]]


class Lesson:
    """All examples; a name a column: kinds, kinds that are over, values of a few kinds."""

    def __init__(self, examples: list[Example], vectors: Vectors) -> None:
        self.examples, self._vectors = examples, vectors
        self.languages = sorted({one.language for one in examples})
        said = [_names(one) for one in examples]
        often = {name: sum(name in one for one in said) for name in sorted(set().union(*said))}
        self._keys = [
            name
            for key in FACT_KINDS
            for name in (key, f"{NO_FACT}{key}")
            if often.get(name, 0) >= _LEAST_EXAMPLES
        ]
        values = [name for name in often if "=" in name and often[name] >= _LEAST_EXAMPLES / 2]
        self._names = [*self._keys, *values]
        self._flags: Flags = np.array([[name in one for name in self._names] for one in said])

    @property
    def batches(self) -> list[str]:
        """Of each example."""
        return [one.batch for one in self.examples]

    def rows(self) -> dict[str, Numbers]:
        """Of weights, learned from all, for each kind and each value."""
        return dict(zip(self._names, chances.weights(self._vectors, self._flags), strict=True))

    def told(self, chosen: Chosen) -> Told:
        """The chosen examples with what is likely of each by what was learned from others of them."""
        folds = chances.folds_of(self.batches, _INNER)
        return [
            one
            for fold in range(_INNER)
            for one in self._foretold(chosen & (folds != fold), chosen & (folds == fold))
        ]

    def foretold(self, chosen: Chosen) -> Told:
        """The other examples, with what is likely of each by what was learned from the chosen ones."""
        return list(self._foretold(chosen, ~chosen))

    def _foretold(
        self, known: Chosen, wanted: Chosen
    ) -> Iterator[tuple[Example, Mapping[str, float]]]:
        rows = chances.weights(self._vectors[known], self._flags[known][:, : len(self._keys)])
        likely = chances.chances(self._vectors[wanted], rows).tolist()
        for at, row in zip(np.flatnonzero(wanted), likely, strict=True):
            yield self.examples[at], dict(zip(self._keys, row, strict=True))


def _names(example: Example) -> set[str]:
    found = set(example.kinds)
    for mark in example.marks:
        if mark.gone:
            found.add(f"{NO_FACT}{mark.key}")
        if mark.holds and mark.key in _VALUED and mark.value is not None:
            found.add(f"{mark.key}={mark.value}")
    return found
