"""How long a client waits for what."""

from __future__ import annotations

from dataclasses import dataclass

from .backoff import Backoff


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. `silence` ends a connection from which nothing at all comes while answers are due."""

    resend: float = 2.5
    heads: float = 3.0
    answer: float = 6.0
    silence: float = 10.0
    connect: float = 10.0
    first_pause: float = 0.2
    longest_pause: float = 3.0

    def backoff(self) -> Backoff:
        """For tries that fail."""
        return Backoff(self.first_pause, self.longest_pause)
