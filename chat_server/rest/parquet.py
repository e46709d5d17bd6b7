"""Parquet written as it is streamed: one group of rows in memory at a time, and no library.

What it needs of the format (github.com/apache/parquet-format): plain values in pages of version 1, packed with gzip, flat columns and lists of words,
and the footer in Thrift's compact protocol.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import groupby
from typing import Final

from .thrift import Many, Struct, encoded, varint

_MAGIC: Final = b"PAR1"
_VERSION, _GZIP, _PLAIN, _RLE, _DATA_PAGE = 2, 2, 0, 3, 0
_REQUIRED, _OPTIONAL, _REPEATED = 0, 1, 2
_INT64, _BYTES = 2, 6
_LEVEL: Final = 1
# zlib's way to say: with the header of gzip.
_GZIP_WINDOW: Final = 31


class Kind(Enum):
    """What a cell holds."""

    TEXT = "text"
    JSON = "json"
    NUMBER = "number"
    MOMENT = "moment"
    WORDS = "words"

    @property
    def physical(self) -> int:
        """How it lies in the file."""
        return _INT64 if self in (Kind.NUMBER, Kind.MOMENT) else _BYTES


_EMPTY: Final = Struct({})
_MICROSECONDS_UTC: Final = Struct({1: True, 2: Struct({2: _EMPTY})})
# What a number or bytes mean, by the old name and by the new one.
_MEANING: Final[dict[Kind, tuple[int | None, Struct | None]]] = {
    Kind.TEXT: (0, Struct({1: _EMPTY})),
    Kind.JSON: (19, Struct({12: _EMPTY})),
    Kind.NUMBER: (None, None),
    Kind.MOMENT: (10, Struct({8: _MICROSECONDS_UTC})),
    Kind.WORDS: (0, Struct({1: _EMPTY})),
}


@dataclass(frozen=True)
class Column:
    """An optional one may be None; a list of words may be empty instead."""

    name: str
    kind: Kind
    optional: bool = False


Cell = str | int | Sequence[str] | None


@dataclass(frozen=True)
class _Chunk:
    at: int
    packed: int
    size: int
    values: int


@dataclass
class ParquetWriter:
    """Bytes to send for each group of rows, and at the end; only where they lie is kept."""

    columns: Sequence[Column]
    about: dict[str, str] = field(default_factory=dict)
    _place: int = 0
    _groups: list[bytes] = field(default_factory=list)
    _rows: int = 0

    def begin(self) -> bytes:
        """The first bytes of the file."""
        return self._sent(_MAGIC)

    def group(self, rows: Sequence[Sequence[Cell]]) -> bytes:
        """One group; the rows are needed no more."""
        if not rows:
            return b""
        began, sent, chunks = self._place, bytearray(), []
        for number, column in enumerate(self.columns):
            page = _page(column, [row[number] for row in rows])
            chunks.append(_Chunk(began + len(sent), *page[1:]))
            sent += page[0]
        metadata = (_chunk(column, one) for column, one in zip(self.columns, chunks, strict=True))
        size = sum(one.size for one in chunks)
        group = Struct(
            {1: Many(list(metadata)), 2: size, 3: len(rows), 5: began, 6: len(sent)},
            wide=frozenset({2, 3, 5, 6}),
        )
        self._groups.append(encoded(group))
        self._rows += len(rows)
        return self._sent(bytes(sent))

    def end(self) -> bytes:
        """The footer."""
        pairs = [Struct({1: key, 2: value}) for key, value in self.about.items()]
        footer = encoded(
            Struct(
                {
                    1: _VERSION,
                    2: Many(list(_schema(self.columns))),
                    3: self._rows,
                    4: Many(self._groups),
                    5: Many(pairs),
                    6: "samtal",
                },
                wide=frozenset({3}),
            )
        )
        return self._sent(footer + struct.pack("<I", len(footer)) + _MAGIC)

    def _sent(self, data: bytes) -> bytes:
        self._place += len(data)
        return data


def _schema(columns: Sequence[Column]) -> Iterable[Struct]:
    yield Struct({4: "schema", 5: len(columns)})
    for column in columns:
        physical, (meaning, logical) = column.kind.physical, _MEANING[column.kind]
        if column.kind is Kind.WORDS:
            listed = Struct({3: Struct({})})
            yield Struct({3: _REQUIRED, 4: column.name, 5: 1, 6: 3, 10: listed})
            yield Struct({3: _REPEATED, 4: "list", 5: 1})
            yield Struct({1: physical, 3: _REQUIRED, 4: "element", 6: meaning, 10: logical})
        else:
            repetition = _OPTIONAL if column.optional else _REQUIRED
            yield Struct({1: physical, 3: repetition, 4: column.name, 6: meaning, 10: logical})


def _chunk(column: Column, chunk: _Chunk) -> Struct:
    path = [column.name, "list", "element"] if column.kind is Kind.WORDS else [column.name]
    metadata = Struct(
        {
            1: column.kind.physical,
            2: Many([_PLAIN, _RLE]),
            3: Many(path),
            4: _GZIP,
            5: chunk.values,
            6: chunk.size,
            7: chunk.packed,
            9: chunk.at,
        },
        wide=frozenset({5, 6, 7, 9}),
    )
    return Struct({2: chunk.at, 3: metadata}, wide=frozenset({2}))


def _page(column: Column, cells: Sequence[Cell]) -> tuple[bytes, int, int, int]:
    """Header and packed body; then packed and plain length of both, and how many values there are."""
    levels, values = b"", cells
    count = len(cells)
    if column.kind is Kind.WORDS:
        again, there, flat = [], [], []
        for words in cells:
            some = list(words) if isinstance(words, list | tuple) else []
            again += [0, *([1] * (len(some) - 1))] if some else [0]
            there += [1] * len(some) or [0]
            flat += some
        count, values, levels = len(there), flat, _levels(again) + _levels(there)
    elif column.optional:
        levels = _levels([int(cell is not None) for cell in cells])
        values = [cell for cell in cells if cell is not None]
    body = levels + _plain(column.kind, values)
    packer = zlib.compressobj(6, zlib.DEFLATED, _GZIP_WINDOW)
    packed = packer.compress(body) + packer.flush()
    data = Struct({1: count, 2: _PLAIN, 3: _RLE, 4: _RLE})
    header = encoded(Struct({1: _DATA_PAGE, 2: len(body), 3: len(packed), 5: data}))
    whole = header + packed
    return whole, len(whole), len(header) + len(body), count


def _levels(levels: Iterable[int]) -> bytes:
    """Runs of the same level, of one bit each."""
    runs = b"".join(
        varint(len(list(run)) << 1) + level.to_bytes(_LEVEL, "little")
        for level, run in groupby(levels)
    )
    return struct.pack("<I", len(runs)) + runs


def _plain(kind: Kind, values: Sequence[Cell]) -> bytes:
    if kind.physical == _INT64:
        return struct.pack(f"<{len(values)}q", *values)
    made = bytearray()
    for value in values:
        data = str(value).encode()
        made += struct.pack("<I", len(data)) + data
    return bytes(made)
