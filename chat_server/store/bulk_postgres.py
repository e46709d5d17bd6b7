"""PostgreSQL statements for many rows at once: an array for each column, the same text for any number of rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from .shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the statements that are sent as one; `text` numbers its arrays from what came before.

    It ends where another condition may follow.
    """

    text: Callable[[int], str]
    arrays: list[list[Any]]


class BulkTable(Generic[T]):
    """See above."""

    def __init__(self, kind: type[T], table: sa.Table) -> None:
        self.shape = Shape(kind, table, sqlite=False)
        self.name = _quoted(table.name)
        self.columns = [_quoted(name) for name in self.shape.names]
        self._types = [_array(column) for column in self.shape.columns]
        key = next(iter(table.primary_key)).name
        self._key = self.shape.names.index(key) if key in self.shape.names else -1
        self._insert = cache(self._insert_text)
        self._update = cache(self._update_text)

    def inserts(self, things: Sequence[T]) -> list[Part]:
        """All of them in one, if there are any."""
        if not things:
            return []
        columns = zip(*map(self.shape.row, things), strict=True)
        return [Part(self._insert, [list(column) for column in columns])]

    def updates(self, pairs: Iterable[tuple[T, T]]) -> list[Part]:
        """From before to after; those whose same columns changed go together."""
        groups: dict[tuple[str, ...], list[T]] = {}
        for before, after in pairs:
            attributes = self.shape.changed(before, after)
            if attributes:
                groups.setdefault(attributes, []).append(after)
        return [self._updating(attributes, things) for attributes, things in groups.items()]

    def named(self, alias: str) -> str:
        """All columns, for a SELECT."""
        return ", ".join(f"{alias}.{column}" for column in self.columns)

    def _updating(self, attributes: tuple[str, ...], things: Sequence[T]) -> Part:
        places = tuple(place for name in attributes for place in self.shape.places_of(name))
        wanted = (self._key, *places)
        arrays = [list(c) for c in zip(*self.shape.some(things, wanted), strict=True)]
        return Part(lambda first: self._update(places, first), arrays)

    def _insert_text(self, first: int) -> str:
        arrays = ", ".join(f"${first + n}::{kind}" for n, kind in enumerate(self._types))
        columns = ", ".join(self.columns)
        return f"INSERT INTO {self.name} ({columns}) SELECT * FROM unnest({arrays}) WHERE true"  # noqa: S608 - names are ours

    def _update_text(self, places: tuple[int, ...], first: int) -> str:
        wanted = (self._key, *places)
        arrays = ", ".join(f"${first + n}::{self._types[place]}" for n, place in enumerate(wanted))
        names = ", ".join(self.columns[place] for place in wanted)
        sets = ", ".join(f"{self.columns[place]} = new.{self.columns[place]}" for place in places)
        key = self.columns[self._key]
        return (
            f"UPDATE {self.name} AS old SET {sets} FROM unnest({arrays}) AS new({names})"  # noqa: S608 - as above
            f" WHERE old.{key} = new.{key}"
        )


def together(parts: Sequence[Part]) -> tuple[str, list[list[Any]]]:
    """All parts as one statement, which is one round trip; answers the transaction."""
    return f"WITH {', '.join(_texts(parts, 1, ''))} SELECT pg_current_xact_id()::text", _arrays(
        parts
    )


def together_if(condition: Part, parts: Sequence[Part]) -> tuple[str, list[list[Any]]]:
    """The same, and nothing is written unless the condition's row `holds` is true; answers that and the transaction."""
    texts = [
        condition.text(1),
        *_texts(parts, len(condition.arrays) + 1, " AND (SELECT holds FROM condition)"),
    ]
    answer = "SELECT holds, pg_current_xact_id()::text FROM condition"
    return f"WITH {', '.join(texts)} {answer}", [*condition.arrays, *_arrays(parts)]


def _texts(parts: Sequence[Part], first: int, ending: str) -> list[str]:
    texts: list[str] = []
    for number, part in enumerate(parts):
        texts.append(f"part{number} AS ({part.text(first)}{ending})")
        first += len(part.arrays)
    return texts


def _arrays(parts: Sequence[Part]) -> list[list[Any]]:
    return [array for part in parts for array in part.arrays]


def _array(column: sa.Column[Any]) -> str:
    # Not varchar(n): a cast to it would cut what is too long, where it must be refused.
    if isinstance(column.type, sa.String):
        return "text[]"
    return f"{column.type.compile(_DIALECT)}[]"


def _quoted(name: str) -> str:
    return f'"{name}"'
