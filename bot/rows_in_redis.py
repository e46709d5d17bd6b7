"""Dialogues in Redis, which the processes of several machines share."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from typing import Any

from redis.asyncio import Redis
from redis.exceptions import RedisError

from dialogue_rows import KEPT_FOR, DialogueRow

logger = logging.getLogger(__name__)

_PREFIX = "samtal:bot:"
# A turn has 1.8 s in all: who cannot read its dialogue in a part of that shall say so.
_PATIENCE = 0.5
_FIELDS = ("events", "turn_id", "answer", "saved_at")

# Each is one step for everybody else.
_WRITE = """
if (redis.call('HGET', KEYS[1], 'saved_at') or '') ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
redis.call('HSET', KEYS[1], 'events', ARGV[2], 'turn_id', ARGV[3], 'answer', ARGV[4], 'saved_at', ARGV[5])
redis.call('EXPIRE', KEYS[1], ARGV[6])
return 1
"""
_TAKE = """
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1
"""
_LET_GO = "if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end return 0"


class RowsInRedis:
    """Old rows go by themselves."""

    def __init__(self, url: str) -> None:
        self._redis: Any = Redis.from_url(
            url, decode_responses=True, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE
        )
        self._write, self._take, self._let_go = (
            self._redis.register_script(script) for script in (_WRITE, _TAKE, _LET_GO)
        )

    async def version(self, conversation_id: str) -> float | None:
        found = await self._redis.hget(_dialogue(conversation_id), "saved_at")
        return float(found) if found else None

    async def read(self, conversation_id: str) -> DialogueRow | None:
        events, turn_id, answer, saved_at = await self._redis.hmget(
            _dialogue(conversation_id), _FIELDS
        )
        if events is None:
            return None
        return DialogueRow(events, turn_id or None, answer or None, float(saved_at))

    async def write(self, conversation_id: str, row: DialogueRow, before: float | None) -> bool:
        written = await self._write(
            keys=[_dialogue(conversation_id)],
            args=[
                "" if before is None else repr(before),
                row.events,
                row.turn_id or "",
                row.answer or "",
                repr(row.saved_at),
                int(KEPT_FOR),
            ],
        )
        return bool(written)

    async def answered(self, conversation_id: str, turn_id: str) -> str | None:
        last, answer = await self._redis.hmget(_dialogue(conversation_id), ("turn_id", "answer"))
        return answer if last == turn_id and answer else None

    async def forget(self, conversation_ids: Sequence[str]) -> int:
        if not conversation_ids:
            return 0
        return int(await self._redis.delete(*map(_dialogue, conversation_ids)))

    async def forget_old(self, now: float) -> int:
        """They expire."""
        del now
        return 0

    async def keys(self) -> Iterable[str]:
        prefix = _dialogue("")
        return [key.removeprefix(prefix) async for key in self._redis.scan_iter(f"{prefix}*")]

    async def take(self, conversation_id: str, holder: str, seconds: float) -> bool:
        return bool(
            await self._take(keys=[_lease(conversation_id)], args=[holder, int(seconds * 1000)])
        )

    async def let_go(self, conversation_id: str, holder: str) -> None:
        try:
            await self._let_go(keys=[_lease(conversation_id)], args=[holder])
        except RedisError as error:
            # The turn is done, and the lease ends by itself.
            logger.warning("a lease was not given back: %s", type(error).__name__)

    async def close(self) -> None:
        await self._redis.close()


def _dialogue(conversation_id: str) -> str:
    return f"{_PREFIX}dialogue:{conversation_id}"


def _lease(conversation_id: str) -> str:
    return f"{_PREFIX}lease:{conversation_id}"
