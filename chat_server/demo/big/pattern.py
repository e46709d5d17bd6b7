"""SQL that makes rows of many dialogues out of one script: the database does the copying."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

from chat_server.store.types import UtcDateTime

from .cast import Cast
from .scripts import after, kept

_SLOT = re.compile(r"\{([a-z]+)\}")
_SLOTS = {name: name for name in Cast._fields} | {"dialogue": "id"}


@dataclass(frozen=True)
class Dialect:
    """The few words that differ."""

    sqlite: bool

    def moment(self, milliseconds: str) -> str:
        """A time as the columns keep it."""
        if self.sqlite:
            return f"strftime('%Y-%m-%d %H:%M:%f', ({milliseconds})/1000.0, 'unixepoch') || '000'"
        return f"timestamptz 'epoch' + ({milliseconds}) * interval '1 millisecond'"

    def as_kept(self, value: str, column: sa.Column[Any]) -> str:
        """PostgreSQL wants to be told."""
        if self.sqlite:
            return value
        kind = column.type.compile(postgresql.dialect())  # type: ignore[no-untyped-call]
        return f"CAST({value} AS {kind})"


class Pattern:
    """Rows of one table as scripts have them; `given` are columns that every dialogue has of its own."""

    def __init__(
        self,
        table: sa.Table,
        rows: Iterable[tuple[int, Mapping[str, object]]],
        dialect: Dialect,
        given: Mapping[str, str] | None = None,
    ) -> None:
        self._dialect, self._given = dialect, dict(given or {})
        self._columns = [column for column in table.columns if column.name != "position"]
        self.name, self._target = f"big_{table.name}", table.name
        own = [column.name for column in self._columns if column.name not in self._given]
        self.columns = ["script", "n", *own]
        self.rows: list[tuple[object, ...]] = []
        self._slots: dict[str, set[str]] = {name: set() for name in own}
        numbers: dict[int, int] = {}
        for script, row in rows:
            numbers[script] = numbers.get(script, -1) + 1
            values = [_plain(row[name]) for name in own]
            for name, value in zip(own, values, strict=True):
                if isinstance(value, str):
                    self._slots[name].update(set(_SLOT.findall(value)) & _SLOTS.keys())
            self.rows.append((script, numbers[script], *values))

    @property
    def create(self) -> str:
        """The table of the rows."""
        kinds = {"script": "INTEGER", "n": "INTEGER"}
        columns = ", ".join(
            f'"{name}" {kinds.get(name) or self._kind(name)}' for name in self.columns
        )
        return f"CREATE TEMP TABLE {self.name} ({columns}, PRIMARY KEY (script, n))"

    @property
    def insert(self) -> str:
        """All rows of the dialogues in `big_cast`."""
        names = ", ".join(f'"{column.name}"' for column in self._columns)
        values = ", ".join(
            self._dialect.as_kept(self._value(column), column) for column in self._columns
        )
        return (
            f"INSERT INTO {self._target} ({names}) SELECT {values} FROM big_cast d"  # noqa: S608 - names are ours
            f" JOIN {self.name} m ON m.script = d.script ORDER BY d.n, m.n"
        )

    def _kind(self, name: str) -> str:
        column = next(one for one in self._columns if one.name == name)
        if isinstance(column.type, sa.Boolean):
            return "BOOLEAN"
        if isinstance(column.type, UtcDateTime | sa.Integer):
            return "BIGINT"
        return "DOUBLE PRECISION" if isinstance(column.type, sa.Float) else "TEXT"

    def _value(self, column: sa.Column[Any]) -> str:
        if column.name in self._given:
            return self._given[column.name]
        value = f'm."{column.name}"'
        if isinstance(column.type, UtcDateTime):
            return self._dialect.moment(f"d.ms + {value}")
        for slot in sorted(self._slots[column.name]):
            value = f"replace({value}, '{{{slot}}}', d.\"{_SLOTS[slot]}\")"
        return value


def cast_table() -> str:
    """Where the dialogues of one go are."""
    numbers = {"n", "script", "ms", "share", "in_vain"}
    columns = ", ".join(
        f'"{name}" {"BIGINT" if name in numbers else "TEXT"}' for name in Cast._fields
    )
    return f"CREATE TEMP TABLE big_cast ({columns})"


def names_of(rows: Sequence[str]) -> str:
    """As in a statement."""
    return ", ".join(f'"{name}"' for name in rows)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return after(value)
    if isinstance(value, dict | list):
        return kept(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)
