"""Where a track's samples lie."""

from __future__ import annotations

import struct
from itertools import islice
from typing import TYPE_CHECKING

from .window import TornError, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .boxes import Box, Boxes

_WAY = (b"mdia", b"minf", b"stbl")
# Of a track that is no picture and no sound: one sample a second is usual.
_MOST = 100_000
_HALF_BYTE = 4


def chunks_of(boxes: Boxes, track: Box) -> list[range]:
    """One behind the other; none for a track whose samples lie elsewhere or nowhere."""
    found = track
    for kind in _WAY:
        inner = {one.kind: one for one in boxes.within(found.body, found.stop)}
        if kind not in inner:
            return []
        found = inner[kind]
    tables = {one.kind: one for one in boxes.within(found.body, found.stop)}
    if not tables.keys() & {b"stco", b"co64"}:
        return []
    if b"stsc" not in tables or not tables.keys() & {b"stsz", b"stz2"}:
        raise TornError
    window = boxes.window
    starts = _starts(window, tables)
    sizes, runs = _sizes(window, tables), _runs(window, tables[b"stsc"])
    chunks, run, each = [], 0, 0
    for number, start in enumerate(starts, 1):
        if run < len(runs) and runs[run][0] <= number:
            each = runs[run][1]
            run += 1
        chunks.append(range(start, start + sum(islice(sizes, each))))
    return [chunk for chunk in chunks if chunk]


def _starts(window: Window, tables: dict[bytes, Box]) -> tuple[int, ...]:
    long = b"co64" in tables
    box = tables[b"co64" if long else b"stco"]
    count = _count(window, box, box.body + 4)
    return struct.unpack(
        f">{count}{'Q' if long else 'I'}", window.at(box.body + 8, count * (8 if long else 4))
    )


def _runs(window: Window, box: Box) -> list[tuple[int, int]]:
    """From which chunk on each has so many samples."""
    count = _count(window, box, box.body + 4)
    entries = struct.iter_unpack(">III", window.at(box.body + 8, count * 12))
    return [(first, min(each, _MOST)) for first, each, _ in entries]


def _sizes(window: Window, tables: dict[bytes, Box]) -> Iterator[int]:
    """Of each sample."""
    if b"stsz" in tables:
        box = tables[b"stsz"]
        count = _count(window, box, box.body + 8)
        same = window.number(box.body + 4, 4)
        if same:
            return iter([same] * count)
        return iter(struct.unpack(f">{count}I", window.at(box.body + 12, count * 4)))
    box = tables[b"stz2"]
    bits, count = window.at(box.body + 7, 1)[0], _count(window, box, box.body + 8)
    data = window.at(box.body + 12, (count * bits + 7) // 8)
    if bits == _HALF_BYTE:
        halves = (half for byte in data for half in (byte >> 4, byte & 15))
        return islice(halves, count)
    if bits not in {8, 16}:
        raise TornError
    return iter(struct.unpack(f">{count}{'B' if bits == 8 else 'H'}", data))  # noqa: PLR2004 - a byte


def _count(window: Window, box: Box, at: int) -> int:
    count = window.number(at, 4)
    if count > _MOST or at >= box.stop:
        raise TornError
    return count
