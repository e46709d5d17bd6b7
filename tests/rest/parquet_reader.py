"""Reads back what an export wrote, by the format's own description and by nothing of the writer."""

from __future__ import annotations

import gzip
import struct
from dataclasses import dataclass
from typing import Any

_LONG, _BOOLS, _NUMBERS, _DOUBLE, _BINARY, _LIST, _STRUCT = 15, (1, 2), (3, 4, 5, 6), 7, 8, 9, 12
_INT64 = 2
_OPTIONAL, _REPEATED = 1, 2


@dataclass
class _Thrift:
    data: bytes
    at: int

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def number(self) -> int:
        value = shift = 0
        while True:
            part = self.byte()
            value |= (part & 0x7F) << shift
            shift += 7
            if part < 0x80:
                return value

    def signed(self) -> int:
        value = self.number()
        return value >> 1 ^ -(value & 1)

    def value(self, kind: int) -> Any:
        if kind in _BOOLS:
            return kind == 1
        if kind in _NUMBERS:
            return self.signed()
        if kind == _BINARY:
            size = self.number()
            self.at += size
            return self.data[self.at - size : self.at]
        if kind == _LIST:
            head = self.byte()
            size = head >> 4 if head >> 4 < _LONG else self.number()
            return [self.value(head & 15) for _ in range(size)]
        assert kind == _STRUCT, kind
        return self.struct()

    def struct(self) -> dict[int, Any]:
        found: dict[int, Any] = {}
        last = 0
        while head := self.byte():
            last = last + (head >> 4) if head >> 4 else self.signed()
            found[last] = self.value(head & 15)
        return found


@dataclass
class Read:
    """A whole file: `types` by column are the physical one and the logical one's field."""

    rows: list[dict[str, Any]]
    types: dict[str, tuple[int, int | None]]
    about: dict[str, str]
    groups: int


def read(data: bytes) -> Read:
    """Raises where it is none."""
    assert data[:4] == data[-4:] == b"PAR1"
    (size,) = struct.unpack("<I", data[-8:-4])
    footer = _Thrift(data, len(data) - 8 - size).struct()
    leaves: list[tuple[str, dict[int, Any], bool]] = []
    outer = ""
    for one in footer[2][1:]:
        name = one[4].decode()
        if one.get(5):
            outer = outer if one[3] == _REPEATED else name
        else:
            leaves.append((outer or name, one, bool(outer)))
            outer = ""
    rows: list[dict[str, Any]] = []
    for group in footer[4]:
        columns = {
            name: _column(data, chunk[3], leaf, listed=listed)
            for (name, leaf, listed), chunk in zip(leaves, group[1], strict=True)
        }
        made = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
        assert len(made) == group[3]
        rows += made
    assert len(rows) == footer[3]
    types = {name: (leaf[1], next(iter(leaf.get(10, {})), None)) for name, leaf, _ in leaves}
    about = {pair[1].decode(): pair[2].decode() for pair in footer.get(5, [])}
    return Read(rows, types, about, len(footer[4]))


def _column(data: bytes, chunk: dict[int, Any], leaf: dict[int, Any], *, listed: bool) -> list[Any]:
    head = _Thrift(data, chunk[9])
    page = head.struct()
    packed = data[head.at : head.at + page[3]]
    assert head.at + page[3] - chunk[9] == chunk[7]
    body = gzip.decompress(packed)
    assert len(body) == page[2]
    count, at = page[5][1], 0
    assert count == chunk[5]
    again, there = [0] * count, [1] * count
    if listed:
        again, at = _levels(body, at, count)
    if listed or leaf[3] == _OPTIONAL:
        there, at = _levels(body, at, count)
    values = iter(_values(body[at:], leaf[1], sum(there)))
    if not listed:
        return [next(values) if one else None for one in there]
    made: list[list[Any]] = []
    for more, one in zip(again, there, strict=True):
        if not more:
            made.append([])
        if one:
            made[-1].append(next(values))
    return made


def _levels(body: bytes, at: int, count: int) -> tuple[list[int], int]:
    (size,) = struct.unpack_from("<I", body, at)
    runs = _Thrift(body, at + 4)
    found: list[int] = []
    while runs.at < at + 4 + size:
        run = runs.number()
        assert not run & 1, "a run of one level"
        found += [runs.byte()] * (run >> 1)
    assert len(found) == count
    return found, at + 4 + size


def _values(body: bytes, kind: int, count: int) -> list[Any]:
    if kind == _INT64:
        return list(struct.unpack(f"<{count}q", body))
    found, at = [], 0
    for _ in range(count):
        (size,) = struct.unpack_from("<I", body, at)
        found.append(body[at + 4 : at + 4 + size].decode())
        at += 4 + size
    assert at == len(body)
    return found
