"""Domain objects as rows and back without the ORM, derived from the tables: what has a column has a place here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from itertools import compress
from operator import attrgetter, is_not
from typing import Any, Generic, TypeAlias, TypeVar

import orjson
import sqlalchemy as sa

from .mapping import COMPOSITES
from .types import UtcDateTime

T = TypeVar("T")
Change: TypeAlias = Callable[[Any], Any]
_NATIVE = (sa.String, sa.Integer, sa.Float)
# One moment is written several times with each message; by identity, because a time's hash costs as much.
_written: dict[int, tuple[datetime, str]] = {}
_MOST_WRITTEN = 1_000


class Shape(Generic[T]):
    """The columns of a table, in its order, beside the attributes of its domain class.

    Numbers that the database gives are left out: they come with the row.
    """

    def __init__(self, kind: type[T], table: sa.Table, *, sqlite: bool) -> None:
        self._kind = kind
        self.table = table
        composites = COMPOSITES.get(kind, {})
        paths = {
            column.name: f"{name}.{field.name}"
            for name, (made, columns) in composites.items()
            for field, column in zip(fields(made), columns, strict=True)
        }
        attributes = {field.name for field in fields(kind)}  # type: ignore[arg-type]
        self.columns = [
            column
            for column in table.columns
            if column is not table.autoincrement_column
            and (column.name in attributes or column.name in paths)
        ]
        self.names = [column.name for column in self.columns]
        self._paths = [paths.get(name, name) for name in self.names]
        self._get = attrgetter(*self._paths)
        self._encoders = _changes(self.columns, sqlite, _encoder)
        self._encoder_of = dict(self._encoders)
        self._decoders = _changes(self.columns, sqlite, _decoder)
        place = {name: number for number, name in enumerate(self.names)}
        self._plain = [(name, place[name]) for name in self.names if name not in paths]
        self._composites = [
            (name, made, [place[column.name] for column in columns])
            for name, (made, columns) in composites.items()
        ]
        self._places = {name: [number] for name, number in self._plain}
        self._places |= {name: places for name, _, places in self._composites}

    def row(self, thing: T) -> list[Any]:
        """Of every column, as the driver wants them."""
        row = list(self._get(thing))
        for place, encode in self._encoders:
            row[place] = encode(row[place])
        return row

    def changed(self, before: T, after: T) -> tuple[str, ...]:
        """Attributes that differ; `after` was made from `before`, so that both have them in the same order.

        What has no column, as what the ORM keeps beside them, is none.
        """
        old, new = before.__dict__, after.__dict__
        # Most are the very same objects, which one look at each without a line of Python finds out.
        others = compress(new, map(is_not, new.values(), old.values()))
        return tuple(name for name in others if name in self._places and new[name] != old[name])

    def places_of(self, attribute: str) -> list[int]:
        """Its columns."""
        return self._places[attribute]

    def some(self, things: Iterable[T], places: tuple[int, ...]) -> Iterator[list[Any]]:
        """Rows of some columns, two or more, as the driver wants them."""
        get = attrgetter(*(self._paths[place] for place in places))
        encoders = [
            (number, self._encoder_of[place])
            for number, place in enumerate(places)
            if place in self._encoder_of
        ]
        for thing in things:
            row = list(get(thing))
            for number, encode in encoders:
                row[number] = encode(row[number])
            yield row

    def thing(self, row: Sequence[Any]) -> T:
        """From what the driver gave."""
        values = list(row)
        for place, decode in self._decoders:
            values[place] = decode(values[place])
        given: dict[str, Any] = {name: values[place] for name, place in self._plain}
        for name, made, places in self._composites:
            given[name] = made(*(values[place] for place in places))
        return self._kind(**given)


def _changes(
    columns: Iterable[sa.Column[Any]],
    sqlite: bool,  # noqa: FBT001 - passed on
    change: Callable[[sa.Column[Any], bool], Change | None],
) -> list[tuple[int, Change]]:
    found = [(place, change(column, sqlite)) for place, column in enumerate(columns)]
    return [(place, made) for place, made in found if made is not None]


def _encoder(column: sa.Column[Any], sqlite: bool) -> Change | None:  # noqa: FBT001 - passed on
    kind = column.type
    if isinstance(kind, sa.Enum):
        return _word
    if isinstance(kind, UtcDateTime):
        return _text_of_time if sqlite else None
    if isinstance(kind, sa.JSON):
        return _text_of_json if column.nullable else _text_of_required_json
    _require_native(column)
    return None


def _decoder(column: sa.Column[Any], sqlite: bool) -> Change | None:  # noqa: FBT001 - passed on
    kind = column.type
    if isinstance(kind, sa.Enum):
        members: Mapping[str | None, Any] = {member.value: member for member in kind.enum_class}  # type: ignore[union-attr]
        return members.get
    if isinstance(kind, UtcDateTime):
        return _time_of_text if sqlite else None
    if isinstance(kind, sa.JSON):
        return _json_of_text
    if isinstance(kind, sa.Boolean):
        return bool if sqlite else None
    return None


def _require_native(column: sa.Column[Any]) -> None:
    if not isinstance(column.type, (*_NATIVE, sa.Boolean)):
        raise TypeError(f"{column} has a type that the journal does not know")


def _word(value: Any) -> str | None:
    return None if value is None else value._value_


def _text_of_time(value: datetime | None) -> str | None:
    if value is None:
        return None
    written = _written.get(id(value))
    if written is not None and written[0] is value:
        return written[1]
    if len(_written) > _MOST_WRITTEN:
        _written.clear()
    # As SQLAlchemy writes it, or the two would not sort together.
    text = value.astimezone(UTC).isoformat(" ", "microseconds")[:26]
    _written[id(value)] = (value, text)
    return text


def _time_of_text(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value).replace(tzinfo=UTC)


def _text_of_required_json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _text_of_json(value: Any) -> str | None:
    return None if value is None else _text_of_required_json(value)


def _json_of_text(value: str | None) -> Any:
    return None if value is None else orjson.loads(value)
