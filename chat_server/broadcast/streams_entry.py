"""What travels between hubs: operations on rooms, in signed entries that anybody might have written."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

_MOST_HOST, _MOST_ROOMS = 64, 1_000
_Name = Annotated[str, Field(min_length=1, max_length=300)]


class _Operation(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")

    namespace: _Name


class Emit(_Operation):
    """`words`, an event as sockets take it, for every socket in any of the rooms; None is the room of all."""

    method: Literal["emit"] = "emit"
    rooms: list[_Name] | None = Field(max_length=_MOST_ROOMS)
    words: Annotated[str, Field(pattern="^42")]
    skip: list[_Name] = []


class Close(_Operation):
    """Every socket in the room is let go."""

    method: Literal["close"] = "close"
    room: _Name


class Move(_Operation):
    """Every socket in the room leaves one room for another."""

    method: Literal["move"] = "move"
    room: _Name
    leave: _Name
    enter: _Name


Operation = Emit | Close | Move
_operation: TypeAdapter[Operation] = TypeAdapter(
    Annotated[Operation, Field(discriminator="method")]
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Operations of one hub, numbered without holes as long as none was dropped."""

    host: str
    number: int
    operations: bytes


class BadEntry(ValueError):
    """Not written by a hub of ours."""


class Seal:
    """Signs with a key that only hubs have: who can write to Redis still cannot speak as a hub."""

    def __init__(self, secret: str) -> None:
        self._key = hashlib.blake2b(b"samtal between hubs " + secret.encode()).digest()

    def fields(self, entry: Entry) -> dict[str, bytes]:
        """As it is added to the stream."""
        return {
            "h": entry.host.encode(),
            "n": b"%d" % entry.number,
            "d": entry.operations,
            "s": self._sign(entry),
        }

    def read(self, fields: object) -> Entry:
        """Raises BadEntry."""
        if not isinstance(fields, Mapping):
            raise BadEntry("no fields")
        host, number, operations, signature = (
            fields.get(name) for name in (b"h", b"n", b"d", b"s")
        )
        if not (
            isinstance(host, bytes)
            and isinstance(number, bytes)
            and isinstance(operations, bytes)
            and isinstance(signature, bytes)
        ):
            raise BadEntry("fields")
        if not (0 < len(host) <= _MOST_HOST and host.isalnum() and number.isdigit()):
            raise BadEntry("host or number")
        if len(number) > len(str(2**63)):
            raise BadEntry("number")
        entry = Entry(host.decode(), int(number), operations)
        if not hmac.compare_digest(self._sign(entry), signature):
            raise BadEntry("signature")
        return entry

    def _sign(self, entry: Entry) -> bytes:
        head = b"%b %d " % (entry.host.encode(), entry.number)
        return hashlib.blake2b(head + entry.operations, key=self._key, digest_size=16).digest()


def written(operation: Operation) -> bytes:
    """One operation as JSON; raises TypeError for what is no JSON."""
    return orjson.dumps(dict(operation))


def read(operations: bytes) -> list[Operation]:
    """Those that we know; a newer hub may say what we do not."""
    try:
        items = orjson.loads(operations)
    except orjson.JSONDecodeError:
        return []
    if not isinstance(items, list):
        return []
    found = []
    for item in items:
        try:
            found.append(_operation.validate_python(item))
        except ValidationError:
            continue
    return found
