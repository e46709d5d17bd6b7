"""Connections to Redis that never keep anybody waiting for long."""

from __future__ import annotations

import asyncio
import random

import redis.asyncio as redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff

_CONNECT_WITHIN = 1.0

# Everything that says "Redis is away": the client raises the last two as they come.
AWAY = (redis.RedisError, OSError, TimeoutError)


def client(url: str, answer_within: float) -> redis.Redis:
    """Asks once: whoever uses it knows better when to ask again."""
    return redis.Redis.from_url(
        url,
        socket_timeout=answer_within,
        socket_connect_timeout=min(_CONNECT_WITHIN, answer_within),
        retry=Retry(NoBackoff(), 0),
        # The shapes of answers differ between the protocols.
        protocol=2,
    )


class Backoff:
    """Pauses that double, each hub's at another moment."""

    def __init__(self, first: float = 0.05, longest: float = 1.0) -> None:
        self._first, self._longest = first, longest
        self._next = first

    def reset(self) -> None:
        """It worked."""
        self._next = self._first

    async def pause(self) -> None:
        """Half to one and a half times the pause."""
        pause, self._next = self._next, min(self._next * 2, self._longest)
        await asyncio.sleep(pause * (0.5 + random.random()))  # noqa: S311 - spreads load, hides nothing
