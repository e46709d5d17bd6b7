"""Errors a caller can act on; each carries the stable code that leaves through sockets and REST."""

from __future__ import annotations

from typing import ClassVar


class SamtalError(Exception):
    """Base of every expected refusal; `message` is written for the person who caused it."""

    code: ClassVar[str] = "internal"

    def __init__(self, message: str, fields: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.fields = fields


class Invalid(SamtalError):
    """The payload breaks the contract; `fields` names what and why."""

    code = "invalid"


class NotFound(SamtalError):
    """It does not exist, or the caller may not know that it does."""

    code = "not_found"


class NotAllowed(SamtalError):
    """The caller is known, or could not prove who they are, and may not do this."""

    code = "not_allowed"


class Conflict(SamtalError):
    """The state has moved on: an old epoch, a closed conversation, a second accept."""

    code = "conflict"


class Duplicate(Conflict):
    """Two of the same at once, and the other one was first."""


class RateLimited(SamtalError):
    """Too many in too short a time; nothing was done."""

    code = "rate_limited"


class TooLarge(SamtalError):
    """Longer or heavier than the limit that the message names."""

    code = "too_large"


class TypeNotAllowed(SamtalError):
    """A file of a kind that is not taken, whatever it is called; over REST only."""

    code = "type_not_allowed"


class Unavailable(SamtalError):
    """A part we need is away; nothing was done and trying again is safe."""

    code = "unavailable"
