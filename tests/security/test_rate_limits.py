"""How often somebody may knock."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.errors import RateLimited
from chat_server.services import rate_limits
from chat_server.services.rate_limits import Limit, RateLimits
from tests.hub.clients import client_id
from tests.hub.fixtures import clients_of

if TYPE_CHECKING:
    from tests.hub.running import LocalHub


MakeHub = Callable[..., "LocalHub"]


def test_a_bucket_gives_exactly_its_tokens_and_fills_evenly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    limits, limit = RateLimits(enabled=True), Limit(5, 10.0)

    def accepted(key: str, times: int) -> int:
        count = 0
        for _ in range(times):
            try:
                limits.spend(limit, key)
            except RateLimited:
                continue
            count += 1
        return count

    assert accepted("flooder", 50) == 5
    assert accepted("neighbour", 3) == 3
    now += 4.0
    assert accepted("flooder", 50) == 2
    now += 1000.0
    assert accepted("flooder", 50) == 5


async def test_a_flood_is_cut_to_the_limit_and_the_neighbour_notices_nothing(
    make_hub: MakeHub,
) -> None:
    async with clients_of(make_hub(RATE_LIMITS="on")) as clients:
        flooder, neighbour = await clients.visitor(), await clients.visitor()
        began = time.monotonic()
        codes: list[str] = []
        await flooder.say("first")
        for number in range(40):
            ack = await flooder.ack(
                "send_message",
                {
                    "client_id": client_id(),
                    "conversation_id": flooder.conversation_id,
                    "content": {"type": "text", "text": str(number)},
                },
            )
            codes.append("ok" if ack["ok"] else ack["error"]["code"])
        refilled = int(time.monotonic() - began) + 1
        limit = rate_limits.MESSAGES.burst
        assert limit - 1 <= codes.count("ok") <= limit - 1 + refilled
        assert set(codes) == {"ok", "rate_limited"}
        await neighbour.answered("undisturbed")
        held = await flooder.do("resume", conversation_id=flooder.conversation_id, after=0)
        own = [m for m in held["messages"] if m["author"]["kind"] == "visitor"]
        assert len(own) == codes.count("ok") + 1
