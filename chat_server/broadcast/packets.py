"""Packets as sockets take them: encoded once, however many receive them."""

from __future__ import annotations

import json
from collections.abc import Sequence

import orjson

_SHORT, _MEDIUM = 126, 1 << 16
_TEXT = 0x81


class Outgoing:
    """One engine.io packet; `frame` is what a WebSocket's transport takes, `text` what a poll does."""

    __slots__ = ("_words", "frame")

    def __init__(self, words: bytes) -> None:
        self._words = words
        self.frame = _frame(words)

    @property
    def text(self) -> str:
        """As characters."""
        return self._words.decode()


def event_packet(namespace: str, event: str, *payload: object) -> Outgoing:
    """What a live event looks like to every client of a namespace."""
    return Outgoing(b"42" + _place(namespace) + _json([event, *payload]))


def ack_packet(namespace: str, number: int, answer: object) -> Outgoing:
    """The answer to the command of that number."""
    given = [] if answer is None else [answer]
    return Outgoing(b"43%b%d%b" % (_place(namespace), number, _json(given)))


def error_packet(namespace: str, refusal: object) -> Outgoing:
    """The answer to a handshake that was refused."""
    return Outgoing(b"44" + _place(namespace) + _json(refusal))


def _place(namespace: str) -> bytes:
    return b"" if namespace == "/" else namespace.encode() + b","


def _json(value: Sequence[object] | object) -> bytes:
    try:
        return orjson.dumps(value)
    except TypeError:
        # Half a surrogate pair, or a number of more than 64 bits: the standard library has a way to write them.
        return json.dumps(value, separators=(",", ":")).encode()


def _frame(words: bytes) -> bytes:
    """RFC 6455: a whole text message, not masked, as servers send them."""
    length = len(words)
    if length < _SHORT:
        return bytes((_TEXT, length)) + words
    if length < _MEDIUM:
        return bytes((_TEXT, 126)) + length.to_bytes(2, "big") + words
    return bytes((_TEXT, 127)) + length.to_bytes(8, "big") + words
