"""Vectors as they are kept: a byte a dimension to compare by, and a bit a dimension to find the nearest by."""

from __future__ import annotations

import heapq
import math
from array import array
from collections.abc import Iterable
from operator import mul


def signs(vector: bytes) -> bytes:
    """A bit for each dimension, set where it is negative."""
    bits = 0
    for value in vector:
        bits = bits << 1 | value >> 7
    return bits.to_bytes((len(vector) + 7) // 8, "big")


def nearest(wanted: bytes, held: Iterable[tuple[int, bytes]], most: int) -> list[int]:
    """Positions of those whose signs differ least."""
    asked = int.from_bytes(wanted, "big")
    of = int.from_bytes
    apart = (((of(one, "big") ^ asked).bit_count(), -position) for position, one in held)
    return [-position for _, position in heapq.nsmallest(most, apart)]


def likeness(wanted: bytes, held: Iterable[tuple[int, bytes]]) -> dict[int, float]:
    """The cosine of each."""
    asked = array("b", wanted)
    length = _length(asked)
    found: dict[int, float] = {}
    for position, one in held:
        other = array("b", one)
        found[position] = sum(map(mul, asked, other)) / (length * _length(other))
    return found


def _length(vector: array[int]) -> float:
    return math.sqrt(sum(map(mul, vector, vector))) or 1.0
