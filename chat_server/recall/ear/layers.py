"""The model's layers with numpy: each looks at all pieces of a text, and then at each by itself."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .pretrained import Numbers, Pretrained, Shape

_TABLES = {"q": 0, "k": 0, "v": 0, "ao": 0, "fi": 0, "fo": 1}
_ROWS = ("q.b", "k.b", "v.b", "ao.b", "aln.w", "aln.b", "fi.b", "fo.b", "oln.w", "oln.b")
# Of the error function; wrong by less than 2e-7 (Abramowitz and Stegun, 7.1.26).
_STEP = 0.3275911
_TERMS = (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)

# By names like `q.w`.
Layer = Mapping[str, Numbers]


def pretrained_layer(model: Pretrained, number: int) -> dict[str, Numbers]:
    """As it came."""
    columns = (model.shape.width, model.shape.inner)
    layer = {
        f"{name}.w": model.weights(f"l{number}.{name}.w", columns[inner])
        for name, inner in _TABLES.items()
    }
    return layer | {name: model.numbers(f"l{number}.{name}") for name in _ROWS}


class Ground:
    """What stands below the first layer: the pieces themselves, and their order."""

    def __init__(self, model: Pretrained) -> None:
        self._model = model
        width = model.shape.width
        self._places = (
            model.numbers("emb.pos").reshape(-1, width) + model.numbers("emb.type")[:width]
        )
        self._norm = model.numbers("emb.ln.w"), model.numbers("emb.ln.b")

    def of(self, pieces: list[int]) -> Numbers:
        """A row a piece."""
        rows = self._model.words(np.array(pieces)) + self._places[: len(pieces)]
        return normed(rows, *self._norm, self._model.shape.epsilon)


def passed(rows: Numbers, layer: Layer, shape: Shape) -> Numbers:
    """Through a layer."""
    seen = _attended(rows, layer, shape.heads) @ layer["ao.w"].T + layer["ao.b"]
    rows = normed(rows + seen, layer["aln.w"], layer["aln.b"], shape.epsilon)
    inner = _gelu(rows @ layer["fi.w"].T + layer["fi.b"])
    thought = inner @ layer["fo.w"].T + layer["fo.b"]
    return normed(rows + thought, layer["oln.w"], layer["oln.b"], shape.epsilon)


def normed(rows: Numbers, weight: Numbers, base: Numbers, epsilon: float) -> Numbers:
    """Each row brought to one mean and one spread."""
    rows = rows - rows.mean(axis=1, keepdims=True)
    spread = np.sqrt((rows * rows).mean(axis=1, keepdims=True) + np.float32(epsilon))
    found: Numbers = rows / spread * weight + base
    return found


def softmax(rows: Numbers) -> Numbers:
    """Shares of one, along the last axis."""
    rows = np.exp(rows - rows.max(axis=-1, keepdims=True))
    found: Numbers = rows / rows.sum(axis=-1, keepdims=True)
    return found


def _attended(rows: Numbers, layer: Layer, heads: int) -> Numbers:
    many, width = rows.shape

    def split(name: str) -> Numbers:
        one = rows @ layer[f"{name}.w"].T + layer[f"{name}.b"]
        found: Numbers = one.reshape(many, heads, width // heads).transpose(1, 0, 2)
        return found

    scale = np.float32((width // heads) ** -0.5)
    looks = softmax(split("q") @ split("k").transpose(0, 2, 1) * scale)
    found: Numbers = (looks @ split("v")).transpose(1, 0, 2).reshape(many, width)
    return found


def _gelu(rows: Numbers) -> Numbers:
    half = np.abs(rows) * np.float32(0.5**0.5)
    step = 1 / (1 + np.float32(_STEP) * half)
    sum_ = np.zeros_like(step)
    for term in _TERMS:
        sum_ = (sum_ + np.float32(term)) * step
    error = 1 - sum_ * np.exp(-half * half)
    found: Numbers = 0.5 * rows * (1 + np.copysign(error, rows))
    return found
