"""People dealt by a keyed hash of who they are: nothing is stored, every hub agrees, nobody can choose."""

from __future__ import annotations

from hashlib import blake2b

_BYTES = 8


def place_of(person: str, salt: bytes) -> float:
    """The person's own number in [0, 1) under a salt of at most 64 bytes: always the same, and all equally likely."""
    digest = blake2b(person.encode(), digest_size=_BYTES, key=salt).digest()
    # A float holds 53 bits; with all 64 the largest would round up to 1.
    return (int.from_bytes(digest) >> 11) / 2**53
