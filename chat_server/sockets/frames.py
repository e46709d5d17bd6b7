"""What a client may say: one shape read fast, the rest by the library, within bounds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import orjson
import socketio
from socketio.packet import Packet

# The longest message is 4,000 characters, each of which some clients write as 12 bytes.
MOST_BYTES = 1 << 16
_MOST_DEPTH = 12
_MOST_CONTAINERS = 2_000
_MOST_DIGITS = 15
_RESERVED = {"connect", "disconnect", "connect_error", "*"}


class BadFrame(ValueError):
    """A frame no client of ours sends; it is dropped with its connection."""


class Event(NamedTuple):
    """A command; `number` is what its answer refers to, None for no answer."""

    namespace: str
    number: int | None
    name: str
    payload: list[Any]


class StrictPacket(Packet):  # type: ignore[misc]  # python-socketio has no types
    """Text events only. Lifecycle names are the server's own, and nesting is bounded.

    Without this any client could run our connect and disconnect handlers by sending events of those names.
    """

    def decode(self, encoded_packet: str | bytes) -> int:
        """As the base class; raises BadFrame."""
        if not isinstance(encoded_packet, str) or encoded_packet[:1] not in set("01234"):
            raise BadFrame("packet type")
        if _containers(encoded_packet) > _MOST_CONTAINERS:
            raise BadFrame("too many containers")
        attachments: int = super().decode(encoded_packet)
        if attachments:
            raise BadFrame("attachments")
        if _depth(self.data) > _MOST_DEPTH:
            raise BadFrame("depth")
        if self.packet_type == socketio.packet.EVENT:
            _check_event(self.data)
        return 0


def read_event(words: str) -> Event | None:
    """`2/namespace,number["name",payload]`; None for anything else, which may be right all the same."""
    if not words.startswith("2/") or len(words) > MOST_BYTES:
        return None
    head, bracket, rest = words.partition("[")
    namespace, _, number = head[1:].partition(",")
    if len(number) > _MOST_DIGITS or (number and not (number.isascii() and number.isdigit())):
        return None
    containers = _containers(rest)
    if containers > _MOST_CONTAINERS:
        raise BadFrame("too many containers")
    try:
        data = orjson.loads(bracket + rest)
    except orjson.JSONDecodeError:
        return None
    if containers >= _MOST_DEPTH and _depth(data) > _MOST_DEPTH:
        raise BadFrame("depth")
    _check_event(data)
    return Event(namespace, int(number) if number else None, data[0], data[1:])


def head_of(words: str) -> tuple[str, str, int | None]:
    """Type, namespace and number of a packet that is too long to be read."""
    head = words[:200].partition("[")[0].partition("{")[0]
    kind, rest = head[:1], head[1:]
    namespace, _, number = rest.partition(",") if rest.startswith("/") else ("/", "", rest)
    known = number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS
    return kind, namespace, int(number) if known else None


def _check_event(data: object) -> None:
    name = data[0] if isinstance(data, list) and data else None
    if not isinstance(name, str) or name in _RESERVED:
        raise BadFrame("event name")


def _containers(words: str) -> int:
    return words.count("[") + words.count("{")


def _depth(value: object) -> int:
    depth, level = 0, [value]
    while level and depth <= _MOST_DEPTH:
        depth += 1
        level = [child for item in level for child in _children(item)]
    return depth


def _children(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return [item for item in value.values() if isinstance(item, dict | list)]
    if isinstance(value, list):
        return [item for item in value if isinstance(item, dict | list)]
    return []
