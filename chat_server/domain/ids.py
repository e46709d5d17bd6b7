"""Identifiers: time-ordered for rows, random for secrets, derived for events."""

from __future__ import annotations

import hashlib
import secrets
import time
import uuid

_EVENT_NAMESPACE = uuid.UUID("5f3a2c1e-8d47-5b6a-9c0d-7e1f2a3b4c5d")


def new_id() -> str:
    """A UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits."""
    value = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return str(uuid.UUID(int=value))


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
