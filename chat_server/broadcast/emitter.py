"""Sends live events in the order of their commits, apart from whoever caused them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Coroutine, Sequence

import socketio
import structlog

from chat_server.domain.live import LiveEvent, SessionEnded, VisitorsParted
from chat_server.wire.base import Outbound, dump
from chat_server.wire.live import Reconnect

from . import rooms
from .audience import Delivery, deliveries
from .rooms import Surface

_log = structlog.get_logger(__name__)


class Emitter:
    """`publish` never waits and never fails."""

    def __init__(self, site: str) -> None:
        # For who hears of it on other sites.
        self._site = site
        self._waiting: deque[LiveEvent] = deque()
        self._servers: dict[Surface, socketio.AsyncServer] = {}
        self._ending: set[asyncio.Task[None]] = set()

    def attach(self, visitors: socketio.AsyncServer, agents: socketio.AsyncServer) -> None:
        """The servers exist after the services that publish."""
        self._servers = {
            Surface.VISITOR: visitors,
            Surface.RASA: visitors,
            Surface.AGENT: agents,
        }

    def publish(self, events: Sequence[LiveEvent]) -> None:
        """Events of one commit; told once those who wait for it have been answered.

        They were woken before this, so that the ack is written first, and leaves in the same system call.
        """
        if events and not self._waiting:
            asyncio.get_running_loop().call_soon(self._tell_all)
        self._waiting.extend(events)

    async def flush(self) -> None:
        """What is left at the end: other hubs have sockets yet."""
        self._tell_all()
        await asyncio.gather(*self._ending)

    def _tell_all(self) -> None:
        while self._waiting:
            event = self._waiting.popleft()
            try:
                self._tell(event)
            except Exception:  # noqa: BLE001 - a lost hint is repaired by `resume`; the next ones must be told
                _log.exception("emit_failed", event_type=type(event).__name__)

    def _tell(self, event: LiveEvent) -> None:
        if isinstance(event, SessionEnded):
            self._later(self._let_go(event.token_digest))
        if isinstance(event, VisitorsParted):
            self._later(self._part(event))
        for delivery in deliveries(event, self._site):
            self._emit(delivery)

    def _later(self, work: Coroutine[None, None, None]) -> None:
        ending = asyncio.ensure_future(work)
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)

    async def _part(self, event: VisitorsParted) -> None:
        """They come again, and are welcomed as who they are."""
        manager, surface = self._servers[Surface.VISITOR].manager, Surface.VISITOR.value
        old, new = rooms.contact(event.old), rooms.contact(event.new)
        for visitor_id in event.visitor_ids:
            room = rooms.visitor(visitor_id)
            try:
                await manager.move(surface, room, leave=old, enter=new)
                manager.tell("reconnect", dump(Reconnect(after_ms=0)), surface, (room,))
            except Exception:  # noqa: BLE001 - every command asks anew who they are
                _log.exception("emit_failed", event_type="VisitorsParted")

    async def _let_go(self, token_digest: str) -> None:
        manager = self._servers[Surface.AGENT].manager
        try:
            await manager.let_go(Surface.AGENT.value, rooms.session(token_digest))
        except Exception:  # noqa: BLE001 - the session is over all the same: every command is refused
            _log.exception("emit_failed", event_type="SessionEnded")

    def _emit(self, delivery: Delivery) -> None:
        payload = delivery.payload
        if isinstance(payload, Outbound):
            payload = dump(payload)
        manager = self._servers[delivery.surface].manager
        manager.tell(delivery.event, payload, delivery.surface.value, delivery.rooms)
