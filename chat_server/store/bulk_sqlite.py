"""SQLite statements for many rows at once: one call, and the interpreter lock is free while it runs.

A prepared statement of many rows is large, some kilobytes a row. So rows go in pieces of 32, 16, 8, 4, 2 and 1: six
texts a table, where a text for each number of rows made a hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

import orjson

from .shape import Shape

if TYPE_CHECKING:
    import sqlalchemy as sa

T = TypeVar("T")
_LONGEST_PIECE = 32
Statement: TypeAlias = tuple[str, list[Any]]


class BulkTable(Generic[T]):
    """Statements are texts made once for each size of a piece, so that the driver finds them prepared."""

    def __init__(self, kind: type[T], table: sa.Table) -> None:
        self.shape = Shape(kind, table, sqlite=True)
        self._name = _quoted(table.name)
        self._columns = [_quoted(name) for name in self.shape.names]
        self._key = (
            self.shape.names.index(next(iter(table.primary_key)).name)
            if _keyed(table, self.shape)
            else -1
        )
        self._insert = cache(self._insert_text)
        self._update = cache(self._update_text)
        # One text for any number of them.
        self._select = (
            f"SELECT {', '.join(self._columns)} FROM {self._name}"  # noqa: S608 - names are ours
            f" WHERE {self._columns[self._key]} IN (SELECT value FROM json_each(?))"
        )

    def inserts(self, things: Sequence[T]) -> list[Statement]:
        """All of them, in order."""
        row = self.shape.row
        return [
            (self._insert(len(piece)), list(chain.from_iterable(map(row, piece))))
            for piece in _pieces(things)
        ]

    def updates(self, pairs: Iterable[tuple[T, T]]) -> list[Statement]:
        """From before to after; those whose same columns changed go together."""
        groups: dict[tuple[str, ...], list[T]] = {}
        for before, after in pairs:
            attributes = self.shape.changed(before, after)
            if attributes:
                groups.setdefault(attributes, []).append(after)
        return [
            self._updating(attributes, piece)
            for attributes, things in groups.items()
            for piece in _pieces(things)
        ]

    def select(self, ids: Sequence[str]) -> Statement:
        """By primary key."""
        return self._select, [orjson.dumps(list(ids)).decode()]

    def _updating(self, attributes: tuple[str, ...], things: Sequence[T]) -> Statement:
        places = tuple(place for name in attributes for place in self.shape.places_of(name))
        wanted = (self._key, *places)
        values = list(chain.from_iterable(self.shape.some(things, wanted)))
        return self._update(places, len(things)), values

    def _insert_text(self, rows: int) -> str:
        row = _marks(len(self._columns))
        return f"INSERT INTO {self._name} ({', '.join(self._columns)}) VALUES {', '.join([row] * rows)}"  # noqa: S608 - names are ours

    def _update_text(self, places: tuple[int, ...], rows: int) -> str:
        row = _marks(len(places) + 1)
        sets = ", ".join(
            f"{self._columns[place]} = new.column{number}"
            for number, place in enumerate(places, start=2)
        )
        values = ", ".join([row] * rows)
        return (
            f"UPDATE {self._name} SET {sets} FROM (VALUES {values}) AS new"  # noqa: S608 - as above
            f" WHERE {self._name}.{self._columns[self._key]} = new.column1"
        )


def _pieces(things: Sequence[T]) -> Iterator[Sequence[T]]:
    start, size = 0, _LONGEST_PIECE
    while start < len(things):
        while size > len(things) - start:
            size //= 2
        yield things[start : start + size]
        start += size


def _keyed(table: sa.Table, shape: Shape[Any]) -> bool:
    key = list(table.primary_key)
    return len(key) == 1 and key[0].name in shape.names


def _marks(count: int) -> str:
    return f"({', '.join(['?'] * count)})"


def _quoted(name: str) -> str:
    return f'"{name}"'
