"""Writes that were made ready while others could write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from chat_server.domain.recall.said import Indexed


@dataclass(frozen=True)
class Findable:
    """A statement, and what made it one that may be kept: whose dialogue it is, and how often they answered so far."""

    words: Indexed
    conversation_id: str
    answers: int


@dataclass(frozen=True)
class Progress:
    """Of a job that reads the log: from where it read, and how far."""

    since: int
    until: int


class Shortcuts(Protocol):
    """Under the writers' lock each is one step, done whole where all is still as it was seen, and else not at all.

    False then: a transaction has to look anew.
    """

    async def make_findable(self, said: Sequence[Findable], progress: Progress) -> bool: ...
    async def keep_vectors(self, vectors: Mapping[int, bytes]) -> bool: ...
    async def say_again(self, moments: Mapping[str, datetime], progress: Progress | None) -> bool:
        """When each fact was said last."""

    async def mark_until(self, progress: Progress) -> bool:
        """How far the model looked at the log."""
