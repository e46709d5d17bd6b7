"""Token buckets that all hubs share, in Redis; nobody waits for a Redis that does not answer."""

from __future__ import annotations

import asyncio
import hashlib

import structlog

from chat_server import tasks
from chat_server.metrics import LIMITS_ALONE

from .streams_redis import AWAY, Backoff, client

_log = structlog.get_logger(__name__)
_ANSWER_WITHIN = 0.15
_MOST_AT_ONCE = 16
# KEYS[1] the bucket; ARGV burst, seconds, wanted. Fills by Redis' own clock; gives whole tokens.
_TAKE = """
local burst, seconds, wanted = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local kept = redis.pcall('HMGET', KEYS[1], 'tokens', 'at')
if kept.err then redis.call('DEL', KEYS[1]) kept = {} end
local tokens = math.min(burst, tonumber(kept[1]) or burst)
local at = math.min(now, tonumber(kept[2]) or now)
tokens = math.min(burst, tokens + (now - at) * burst / seconds)
local given = math.max(0, math.min(wanted, math.floor(tokens)))
redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens - given), 'at', string.format('%.6f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil(seconds * 1000))
return given
"""


class RedisBuckets:
    """See `domain.ports.SharedBuckets`.

    After one answer that did not come, hubs go by themselves until Redis answers again; that is asked in the
    background, so that a message is late once in an outage, by a sixth of a second.
    """

    def __init__(self, url: str, secret: str) -> None:
        self._client = client(url, _ANSWER_WITHIN)
        self._script = self._client.register_script(_TAKE)
        # Addresses and accounts stay unreadable to whoever reads Redis.
        self._key = hashlib.blake2b(b"samtal buckets " + secret.encode()).digest()
        self._room = asyncio.Semaphore(_MOST_AT_ONCE)
        self._probing: asyncio.Task[None] | None = None

    async def take(
        self, name: str, key: str, burst: int, seconds: float, wanted: int
    ) -> int | None:
        """One script, so that two hubs at once cannot take the same token."""
        try:
            async with self._room:
                if self._probing is not None:
                    return None
                given = await self._script(
                    keys=[f"samtal:bucket:{name}:{self._hidden(key)}"],
                    args=[burst, seconds, wanted],
                )
        except AWAY as error:
            self._go_alone(error)
            return None
        # What somebody else put there gives nobody more than was asked for.
        return max(0, min(wanted, given)) if isinstance(given, int) else None

    async def stop(self) -> None:
        """Closes its connections."""
        if self._probing is not None:
            await tasks.end([self._probing])
        await self._client.aclose()

    def _go_alone(self, error: BaseException) -> None:
        if self._probing is None:
            _log.warning("limits_alone", error=type(error).__name__)
            LIMITS_ALONE.set(1)
            self._probing = asyncio.create_task(self._probe(), name="limits_probe")

    async def _probe(self) -> None:
        backoff = Backoff()
        while True:
            await backoff.pause()
            try:
                await self._client.ping()
            except AWAY:
                continue
            self._probing = None
            LIMITS_ALONE.set(0)
            _log.info("limits_shared")
            return

    def _hidden(self, key: str) -> str:
        return hashlib.blake2b(key.encode(), key=self._key, digest_size=12).hexdigest()
