"""Whose consoles each hub has, in Redis: one field a hub, which counts as long as the hub keeps it fresh."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import orjson
import redis.asyncio as redis

from .streams_redis import AWAY, client

CONSOLES = "samtal:consoles"
_SINCE = "since"
_ANSWER_WITHIN = 1.0


@dataclass(frozen=True)
class _Said:
    agents: frozenset[str]
    until: int


class RedisConsoles:
    """See `presence.OtherHubs`. Times are Redis' own, in milliseconds."""

    def __init__(self, url: str, kept: float = 12.0) -> None:
        self._hub = uuid4().hex
        self._client = client(url, _ANSWER_WITHIN)
        self._kept = int(kept * 1000)

    async def tell(self, agent_ids: Collection[str]) -> None:
        """Fresh for a while; a Redis that is away hears it the next time."""
        try:
            now = await self._now()
            since = _number(await self._client.hget(CONSOLES, _SINCE))
            said = orjson.dumps({"agents": sorted(agent_ids), "until": now + self._kept})
            fields: dict[Any, Any] = {self._hub: said}
            if since is None or since > now:
                fields[_SINCE] = now
            await self._client.hset(CONSOLES, mapping=fields)
        except redis.ResponseError:
            await self._begin_anew()
        except AWAY:
            return

    async def elsewhere(self) -> frozenset[str] | None:
        """None also while Redis has not known the hubs long enough to have heard from all of them."""
        try:
            now = await self._now()
            fields: Mapping[bytes, bytes] = await self._client.hgetall(CONSOLES)  # type: ignore[assignment]
        except AWAY:
            return None
        since = _number(fields.get(_SINCE.encode()))
        if since is None or not since + self._kept <= now:
            return None
        said = {hub: _said(value) for hub, value in fields.items() if hub != _SINCE.encode()}
        # One that claims to be fresh for longer than any hub may is none of ours.
        fresh = {
            hub: what for hub, what in said.items() if what and now < what.until <= now + self._kept
        }
        await self._forget(said.keys() - fresh.keys())
        fresh.pop(self._hub.encode(), None)
        return frozenset(agent for what in fresh.values() for agent in what.agents)

    async def stop(self) -> None:
        """Its agents go to other hubs, and are theirs."""
        with contextlib.suppress(*AWAY):
            await self._client.hdel(CONSOLES, self._hub)
        await self._client.aclose()

    async def _now(self) -> int:
        seconds, microseconds = await self._client.time()
        return int(seconds) * 1000 + int(microseconds) // 1000

    async def _forget(self, hubs: Collection[bytes]) -> None:
        """Hubs that ended without a word; their agents are found by the books."""
        if hubs:
            with contextlib.suppress(*AWAY):
                await self._client.hdel(CONSOLES, *hubs)

    async def _begin_anew(self) -> None:
        with contextlib.suppress(*AWAY):
            await self._client.delete(CONSOLES)


def _number(value: object) -> int | None:
    return int(value) if isinstance(value, bytes) and value.isdigit() else None


def _said(value: bytes) -> _Said | None:
    """What a hub wrote, if it is that."""
    try:
        said = orjson.loads(value)
    except orjson.JSONDecodeError:
        return None
    if not isinstance(said, dict):
        return None
    agents, until = said.get("agents"), said.get("until")
    if not isinstance(agents, list) or not isinstance(until, int):
        return None
    return _Said(frozenset(agent for agent in agents if isinstance(agent, str)), until)
