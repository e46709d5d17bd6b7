"""Which of several bots a dialogue belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b


def preferred(conversation_id: str, names: Iterable[str]) -> list[str]:
    """All bots in the order in which this dialogue prefers them, the same in every hub.

    Each pair of dialogue and bot has a weight of its own (highest random weight). So where a bot is added, only those
    dialogues move that prefer it to all others, and where one goes, only its own do: each to the next in its own order.
    """
    return sorted(names, key=lambda name: (_weight(conversation_id, name), name), reverse=True)


def _weight(conversation_id: str, name: str) -> bytes:
    return blake2b(f"{name}\0{conversation_id}".encode(), digest_size=8).digest()
