"""What can go wrong between a client and its hub."""

from __future__ import annotations

from typing import Any

# Trying again later is safe and may succeed; every other code is the hub's last word.
_PASSING = frozenset({"unavailable", "internal", "rate_limited", "none"})


class Refused(Exception):
    """The hub did not accept a command or a connection."""

    def __init__(self, error: dict[str, Any]) -> None:
        super().__init__(f"{error['code']}: {error.get('message', '')}")
        self.code: str = error["code"]
        self.fields: dict[str, str] = error.get("fields") or {}

    @property
    def definite(self) -> bool:
        """Whether asking again would be refused again."""
        return self.code not in _PASSING


class NoAnswer(Exception):
    """Nobody knows whether it was done: too late, or the connection went."""


class ConnectionLost(NoAnswer):
    """The connection went, or never came about."""
