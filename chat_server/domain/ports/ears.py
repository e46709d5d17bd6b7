"""What hears facts in text."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from chat_server.domain.facts.statement import Statement


class Ears(Protocol):
    """Pure and quick: no I/O, well under a millisecond for an ordinary line."""

    def hear(
        self, text: str, *, language: str | None, at: datetime, asked: str | None = None
    ) -> list[Statement]:
        """What a customer's message says of its author; `asked` is the kind that was asked for last."""

    def hear_promise(self, text: str, *, language: str | None, at: datetime) -> list[Statement]:
        """What an agent's message promises the customer, due at `valid_until`."""
