"""What an export has in its columns, from the models of its rows: the same names in every format."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from types import NoneType
from typing import Annotated, Literal, get_args, get_origin

from pydantic import BaseModel

from chat_server.wire.base import dump

from .parquet import Cell, Column, Kind

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@cache
def columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    """By its fields, in their order."""
    found = []
    for name, field in model.model_fields.items():
        some = get_args(field.annotation)
        optional = NoneType in some
        kind = _kind(
            next(one for one in some if one is not NoneType) if optional else field.annotation
        )
        # No words are an empty list.
        found.append(Column(name, kind, optional and kind is not Kind.WORDS))
    return tuple(found)


def cells_of(view: BaseModel, columns: Sequence[Column]) -> list[Cell]:
    """One row."""
    found: list[Cell] = []
    dumped: dict[str, object] | None = None
    for column in columns:
        value = getattr(view, column.name)
        if isinstance(value, datetime):
            found.append((value - _EPOCH) // _MICROSECOND)
        elif column.kind is Kind.JSON and value is not None:
            dumped = dumped or dump(view)
            found.append(json.dumps(dumped[column.name], ensure_ascii=False))
        else:
            found.append(value)
    return found


def _kind(annotation: object) -> Kind:
    if get_origin(annotation) is Annotated:
        return _kind(get_args(annotation)[0])
    if annotation is datetime:
        return Kind.MOMENT
    if annotation is int:
        return Kind.NUMBER
    if annotation is str or get_origin(annotation) is Literal:
        return Kind.TEXT
    if annotation == list[str]:
        return Kind.WORDS
    return Kind.JSON
