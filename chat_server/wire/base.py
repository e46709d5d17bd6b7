"""What every wire model shares: lenient to what comes in, exact in what goes out."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
)

from chat_server.domain.message import MAX_TEXT, clean_text

_EXTENSION = re.compile(r"[-_][A-Za-z0-9][-_]")


class Inbound(BaseModel):
    """A command or body from outside; unknown fields are ignored so that clients may be newer."""

    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)


class Outbound(BaseModel):
    """What leaves; a field that is not declared here never does."""

    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)


def rfc3339(value: datetime) -> str:
    """UTC, to the millisecond."""
    if value.tzinfo is not UTC:
        value = value.astimezone(UTC)
    return value.isoformat(timespec="milliseconds")[: -len("+00:00")] + "Z"


def cleaned(value: object) -> object:
    """Text without what no reader could see; anything else is left to its own check."""
    return clean_text(value) if isinstance(value, str) else value


def _not_blank(value: str) -> str:
    if not value:
        raise ValueError("must not be empty")
    return value


def _without_extensions(value: object) -> object:
    return _EXTENSION.split(value, maxsplit=1)[0] if isinstance(value, str) else value


Timestamp = Annotated[datetime, PlainSerializer(rfc3339, return_type=str)]
"""RFC 3339, UTC, milliseconds."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:-]{1,64}$")]
"""Our ids and clients' ids alike."""

Text = Annotated[
    str, Field(max_length=MAX_TEXT), BeforeValidator(cleaned), AfterValidator(_not_blank)
]
"""Up to 4,000 characters of harmless text that is not blank."""

ShortText = Annotated[str, Field(max_length=200), BeforeValidator(cleaned)]
"""Titles, names and comments."""

LongText = Annotated[str, BeforeValidator(cleaned)]
"""Text whose field says how long it may be; the limit of `ShortText` would hold beside that of the field."""

Locale = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}$", max_length=20),
    BeforeValidator(_without_extensions),
]
"""A BCP 47 tag; extensions, as browsers may add them, are dropped."""


def dump(model: BaseModel) -> dict[str, object]:
    """As JSON values; optional fields without a value are left out, required ones are null."""
    kind = type(model)
    if _is_flat(kind):
        return dict(model.__dict__)
    values: dict[str, object] = model.model_dump(mode="json", by_alias=True, exclude_none=True)
    for name in _required(kind):
        values.setdefault(name, None)
    return values


@cache
def _is_flat(model: type[BaseModel]) -> bool:
    """Whether its values are JSON as they are and none is ever left out, as in the most frequent acks."""
    return all(
        field.annotation in {str, int, bool}
        and field.is_required()
        and not (field.metadata or field.serialization_alias)
        for field in model.model_fields.values()
    )


@cache
def _required(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(
        field.serialization_alias or name
        for name, field in model.model_fields.items()
        if field.is_required()
    )
