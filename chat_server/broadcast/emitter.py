"""Sends live events in the order of their commits, apart from whoever caused them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import socketio
import structlog

from chat_server.domain.live import LiveEvent, SessionEnded
from chat_server.wire.base import Outbound, dump

from . import rooms
from .audience import Delivery, deliveries
from .rooms import Surface

_log = structlog.get_logger(__name__)


class Emitter:
    """`publish` never waits and never fails; `run` emits until cancelled."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[LiveEvent] = asyncio.Queue()
        self._servers: dict[Surface, socketio.AsyncServer] = {}

    def attach(self, visitors: socketio.AsyncServer, agents: socketio.AsyncServer) -> None:
        """The servers exist after the services that publish."""
        self._servers = {
            Surface.VISITOR: visitors,
            Surface.RASA: visitors,
            Surface.AGENT: agents,
        }

    def publish(self, events: Sequence[LiveEvent]) -> None:
        """Queues events of one commit."""
        for event in events:
            self._queue.put_nowait(event)

    async def run(self) -> None:
        """One emitter keeps the order."""
        while True:
            await self._tell_safely(await self._queue.get())

    async def flush(self) -> None:
        """What is left when nobody runs it any more: other hubs have sockets yet."""
        while not self._queue.empty():
            await self._tell_safely(self._queue.get_nowait())

    async def _tell_safely(self, event: LiveEvent) -> None:
        try:
            await self._tell(event)
        except Exception:  # noqa: BLE001 - see below
            # A lost hint is repaired by `resume`; a dead emitter would be silence for everyone.
            _log.exception("emit_failed", event_type=type(event).__name__)

    async def _tell(self, event: LiveEvent) -> None:
        if isinstance(event, SessionEnded):
            manager = self._servers[Surface.AGENT].manager
            await manager.let_go(Surface.AGENT.value, rooms.session(event.token_digest))
            return
        for delivery in deliveries(event):
            self._emit(delivery)

    def _emit(self, delivery: Delivery) -> None:
        payload = delivery.payload
        if isinstance(payload, Outbound):
            payload = dump(payload)
        manager = self._servers[delivery.surface].manager
        manager.tell(delivery.event, payload, delivery.surface.value, delivery.rooms)
