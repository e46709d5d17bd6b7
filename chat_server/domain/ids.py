"""Identifiers: time-ordered for rows, random for secrets, derived for events."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
import uuid
from collections import deque

# Two of the four bits of this digit say which variant it is.
_VARIANTS = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
_EVENT_NAMESPACE = uuid.UUID("5f3a2c1e-8d47-5b6a-9c0d-7e1f2a3b4c5d")


# Asking the system for random bytes costs more than all the rest: they are fetched for many ids at once.
_AT_ONCE, _SHARE = 256, 10
_random: deque[bytes] = deque()
os.register_at_fork(after_in_child=_random.clear)


def new_id() -> str:
    """A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits."""
    stamp = f"{time.time_ns() // 1_000_000:012x}"
    tail = _random_bytes().hex()
    variant = _VARIANTS[tail[3]]
    return f"{stamp[:8]}-{stamp[8:]}-7{tail[:3]}-{variant}{tail[4:7]}-{tail[7:19]}"


def _random_bytes() -> bytes:
    try:
        return _random.pop()
    except IndexError:
        fetched = os.urandom(_AT_ONCE * _SHARE)
        _random.extend(fetched[at : at + _SHARE] for at in range(_SHARE, len(fetched), _SHARE))
        return fetched[:_SHARE]


def new_token() -> str:
    """256 random bits, URL safe; only its digest is ever stored."""
    return secrets.token_urlsafe(32)


def token_digest(token: str) -> str:
    """What is stored in place of a token; a fast hash suffices for 256 random bits."""
    # A header may carry bytes that are no text; such a token is unknown, not an error.
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def event_id(*parts: str | int) -> str:
    """The same parts give the same id, so recording an event again adds nothing."""
    return str(uuid.uuid5(_EVENT_NAMESPACE, "\x1f".join(map(str, parts))))
