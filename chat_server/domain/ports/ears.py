"""What hears facts in text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from chat_server.domain.facts.marked import Marked
from chat_server.domain.facts.statement import Statement


class Ears(Protocol):
    """Quick: no I/O, well under a millisecond for an ordinary line, but for the first in a language.

    Languages are learned when they are first heard, which takes a second. Whoever has others to care for asks what is
    `unknown`, and has it learned beside them.
    """

    def hear(
        self, text: str, *, language: str | None, at: datetime, asked: str | None = None
    ) -> list[Statement]:
        """What a customer's message says of its author; `asked` is the kind that was asked for last."""

    def hear_promise(self, text: str, *, language: str | None, at: datetime) -> list[Statement]:
        """What an agent's message promises the customer, due at `valid_until`."""

    def stated(
        self, text: str, marked: Sequence[Marked], *, language: str | None, at: datetime
    ) -> list[Statement]:
        """What the words that a model marked in it say; of those that are no value of their kind nothing."""

    def unknown(self, text: str, *, language: str | None) -> str | None:
        """The language that has to be learned to hear this, if it has."""

    async def learn(self, code: str) -> None:
        """In a thread."""
