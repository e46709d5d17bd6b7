"""The model that marks: the lower layers as they came, the upper ones as they were taught, and what they say of a piece."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from .files import HEAD, LAYER, unpacked
from .layers import Ground, passed, pretrained_layer, softmax
from .pieces import Piece, Reader
from .pretrained import Numbers, Pretrained
from .sight import Shares, Sight
from .tokens import tokens

# Of a text's pieces not more than the model has places for, its begin and its end among them.
_EDGES = 2


class Network:
    """As taught: `folder` holds a file a layer, from the first one that was taught to the last."""

    def __init__(self, folder: Path, kinds: int, states: int) -> None:
        model = Pretrained()
        self._edges = model.begin, model.end
        self._reader = Reader(model.pieces(), model.unknown)
        self._shape = model.shape
        self._ground = Ground(model)
        taught = {number: folder / LAYER.format(number) for number in range(model.shape.layers)}
        self._layers = [
            unpacked(path) if path.exists() else pretrained_layer(model, number)
            for number, path in taught.items()
        ]
        self._head = unpacked(folder / HEAD)
        model.let_go()
        self._kinds, self._states = kinds, states

    def sight(self, text: str, language: str) -> Sight:
        """Of a text, as far as it is read."""
        pieces, shares = self._shares(text)
        return Sight(tokens(text, language), [(one.start, one.end) for one in pieces], shares)

    def _shares(self, text: str) -> tuple[Sequence[Piece], Shares]:
        pieces = self._reader.pieces(text)[: self._shape.places - _EDGES]
        begin, end = self._edges
        rows = self._ground.of([begin, *(one.number for one in pieces), end])
        for layer in self._layers:
            rows = passed(rows, layer, self._shape)
        told = rows[1:-1] @ self._head["w"].T + self._head["b"]
        return pieces, shares_of(told, self._kinds, self._states)


def shares_of(told: Numbers, kinds: int, states: int) -> Shares:
    """What the numbers at the end mean; those of values are compared, not shared out."""
    last = kinds + 1 + states
    begins = (1 / (1 + np.exp(-told[:, kinds]))).astype(np.float32)
    return Shares(
        softmax(told[:, :kinds]), begins, softmax(told[:, kinds + 1 : last]), told[:, last:]
    )
