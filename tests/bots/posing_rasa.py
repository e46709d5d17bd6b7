"""A server that poses as Rasa and answers as it is told to, and the hub's bot in front of it."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import BaseTestServer, TestServer

from chat_server.bots.rasa import RasaBot
from chat_server.domain.bot_turn import Question

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ASKED = Question(
    turn_id="t1",
    conversation_id="x",
    seq=3,
    text="Where is 10432?",
    locale="en",
    first_turn=False,
    contact_id="c1",
    identified=True,
    facts=({"id": "f1", "key": "name", "value": "Katrín", "observed_at": "2026-03-01"},),
    context={"inbox": "hraun", "human_stretch": 3},
)
GOOD: dict[str, Any] = {
    "turn_id": "t1",
    "replies": [{"content": {"type": "text", "text": "On its way."}, "used_facts": ["f1"]}],
    "intent": {"name": "order_status", "confidence": 0.91},
    "ranking": [{"name": "order_status", "confidence": 0.91}],
    "entities": [{"entity": "order_number", "value": "10432", "start": 9, "end": 14}],
    "slots": {"order_number": "10432"},
    "facts": [
        {"key": "order_number", "value": "10432", "confidence": 0.9, "start": 9, "end": 14},
        {"key": "open_problem", "value": None, "confidence": 0.8},
    ],
    "handoff": None,
}
Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Posing:
    """A Rasa of which every answer can be set."""

    turn: Answering
    healthy: bool = True
    told: object = field(default_factory=dict)
    asked: list[tuple[str, str, Any]] = field(default_factory=list)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.json() if request.method == "POST" else None
        self.asked.append((request.path, request.headers.get("Authorization", ""), body))
        if request.path.endswith("/turn"):
            return await self.turn(request)
        return web.json_response(self.told, status=200 if self.healthy else 503)


def saying(body: object, status: int = 200) -> Answering:
    async def answer(_: web.Request) -> web.StreamResponse:
        text = body if isinstance(body, str) else json.dumps(body)
        return web.Response(text=text, status=status, content_type="application/json")

    return answer


@asynccontextmanager
async def rasa(
    stub: Posing, deadline: float = 5.0
) -> AsyncIterator[tuple[RasaBot, BaseTestServer]]:
    app = web.Application()
    app.router.add_route("*", "/webhooks/samtal/{what}", stub.answer)
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        yield RasaBot([str(server.make_url("/"))], "secret", session, deadline), server
