"""As much of Thrift's compact protocol as a footer of Parquet is written in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_TRUE, _FALSE, _INT32, _INT64, _BINARY, _LIST, _STRUCT = 1, 2, 5, 6, 8, 9, 12
_SHORT_LIST, _SHORT_STEP = 15, 15


@dataclass(frozen=True)
class Struct:
    """Values by the number of their field; None is left out. Numbers of a `wide` field are of 64 bits."""

    fields: Mapping[int, object]
    wide: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Many:
    """A list of values of one type; bytes are structs that were encoded before."""

    items: Sequence[object]


def encoded(value: object) -> bytes:
    """As it is written."""
    match value:
        case Struct():
            return _struct(value)
        case Many():
            return _list(value.items)
        case bytes():
            return value
        case str():
            data = value.encode()
            return varint(len(data)) + data
        case int():
            return varint((value << 1) ^ (value >> 63))
        case _:
            raise TypeError(type(value).__name__)


def varint(value: int) -> bytes:
    """Seven bits a byte, the lowest first."""
    made = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - seven bits
        made.append(value & 0x7F | 0x80)
        value >>= 7
    made.append(value)
    return bytes(made)


def _struct(value: Struct) -> bytes:
    made, last = bytearray(), 0
    for number, one in value.fields.items():
        if one is None:
            continue
        kind = _kind(one, wide=number in value.wide)
        step = number - last
        if 0 < step <= _SHORT_STEP:
            made.append(step << 4 | kind)
        else:
            made.append(kind)
            made += encoded(number)
        last = number
        if not isinstance(one, bool):
            made += encoded(one)
    return bytes(made) + b"\0"


def _list(items: Sequence[object]) -> bytes:
    kind = _kind(items[0], wide=False) if items else _STRUCT
    size = len(items)
    short = size < _SHORT_LIST
    head = bytes([(size if short else 15) << 4 | kind]) + (b"" if short else varint(size))
    return head + b"".join(encoded(one) for one in items)


def _kind(value: object, *, wide: bool) -> int:
    if isinstance(value, bool):
        return _TRUE if value else _FALSE
    kinds = {int: _INT64 if wide else _INT32, str: _BINARY, Many: _LIST, Struct: _STRUCT}
    return kinds.get(type(value), _STRUCT)
