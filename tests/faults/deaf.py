"""Hubs that do not hear each other when Redis was away: pub/sub in the place of our stream, and heads that tell nothing."""

from __future__ import annotations

import asyncio
import json
import logging
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import socketio

from chat_server.broadcast import streams
from chat_server.broadcast.streams_entry import Operation, read, written
from chat_server.services.agent_messages import AgentMessages
from chat_server.services.visitor_messages import VisitorMessages

if TYPE_CHECKING:
    from collections.abc import Callable

    from chat_server.broadcast.streams import Receive


class PubSubBus:
    """What python-socketio brings: it tries twice, says so in the log, and goes on with the next one."""

    connected = True

    def __init__(self, url: str, _: str) -> None:
        self._host = uuid4().hex
        self._redis = socketio.AsyncRedisManager(url, logger=logging.getLogger("pubsub"), json=json)
        self._receive: dict[str, Receive] = {}
        self._waiting: asyncio.Queue[Operation] = asyncio.Queue()
        self._tasks: list[asyncio.Task[None]] = []

    def subscribe(self, namespace: str, receive: Receive) -> None:
        """As the stream's."""
        self._receive[namespace] = receive

    def publish(self, operation: Operation) -> None:
        """As the stream's."""
        self._waiting.put_nowait(operation)

    def start(self) -> None:
        """As the stream's."""
        self._tasks = [asyncio.create_task(self._say()), asyncio.create_task(self._hear())]

    async def stop(self) -> None:
        """As the stream's."""
        for task in self._tasks:
            task.cancel()
        await asyncio.wait(self._tasks, timeout=1)

    async def _say(self) -> None:
        while True:
            operation = await self._waiting.get()
            words = written(operation).decode()
            await self._redis._publish({"host": self._host, "words": words})

    async def _hear(self) -> None:
        async for data in self._redis._listen():
            said = json.loads(data)
            if said["host"] == self._host:
                continue
            for operation in read(f"[{said['words']}]".encode()):
                await self._receive[operation.namespace](operation)


def pubsub_bus() -> None:
    """Loses what is said while Redis is away."""
    streams.StreamBus = PubSubBus  # type: ignore[assignment,misc]


def no_heads() -> None:
    """Nothing shows a client what it missed but the next push."""

    async def none(*_: Any) -> list[Any]:
        return []

    for service in (VisitorMessages, AgentMessages):
        vars_of: Any = service
        vars_of.heads = none


DEAF: dict[str, Callable[[], None]] = {"pubsub_bus": pubsub_bus, "no_heads": no_heads}
