"""From an event to its ack: validation, limits and errors, alike for every namespace."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, ClassVar, Protocol

import socketio
import structlog
from prometheus_client import Counter
from pydantic import BaseModel
from socketio.exceptions import ConnectionRefusedError as Refused

from chat_server.domain.errors import Invalid, NotAllowed, SamtalError
from chat_server.metrics import COMMANDS as COUNTED
from chat_server.metrics import CONNECTED
from chat_server.services.rate_limits import COMMANDS, CONNECTIONS, RateLimits
from chat_server.wire.base import dump
from chat_server.wire.errors import checked, error_body
from chat_server.wire.protocol import Command

_log = structlog.get_logger(__name__)
_AT_THE_DOOR = 4
Ack = dict[str, object]
Handler = tuple[type[BaseModel], Callable[[str, Any], Awaitable[BaseModel]]]


class Peer(Protocol):
    """The address a request came from, behind trusted proxies."""

    def __call__(self, environ: Mapping[str, Any]) -> str: ...


class CommandNamespace(socketio.AsyncNamespace):  # type: ignore[misc]  # python-socketio has no types
    """Subclasses have `open(sid, environ, auth)`, `closed(sid)` and a `do_<command>` for each command."""

    commands: ClassVar[Mapping[str, Command]]

    def __init__(self, namespace: str, limits: RateLimits, peer: Peer) -> None:
        super().__init__(namespace)
        self._limits = limits
        self._peer = peer
        self._sessions: dict[str, Any] = {}
        # When everybody comes at once they wait here and not before the database, where who is in would wait with them.
        self._door = asyncio.Semaphore(_AT_THE_DOOR)
        self._handlers: dict[str, Handler] = {
            name: (command.payload, getattr(self, f"do_{name}"))
            for name, command in self.commands.items()
        }
        # Finding a counter by its labels costs as much as the rest of the way here.
        self._counters: dict[tuple[str, str], Counter] = {}

    async def trigger_event(self, event: str, *args: Any) -> Any:
        """The one place where events enter."""
        if event == "connect":
            return await self._connect(*args)
        if event == "disconnect":
            return await self._disconnect(args[0])
        sid, *payload = args
        ack = await self._run(event, sid, payload)
        self._count(event if event in self.commands else "unknown", _code(ack))
        return ack

    def session_of(self, sid: str) -> Any:
        """What `save_session` was given; raises NotAllowed when the connection is over."""
        try:
            return self._sessions[sid]
        except KeyError:
            raise NotAllowed("This connection is over.") from None

    async def get_session(self, sid: str, _: str | None = None) -> Any:
        """As the library has it."""
        return self.session_of(sid)

    async def save_session(self, sid: str, session: Any, _: str | None = None) -> None:
        """Kept here for as long as the connection lasts."""
        self._sessions[sid] = session

    async def open(self, sid: str, environ: Mapping[str, Any], auth: object) -> None:
        """Raises SamtalError to refuse."""
        raise NotImplementedError

    async def joined(self, sid: str) -> None:
        """After the client was told that it is connected."""
        async with self._door:
            await self.welcome(sid)

    async def welcome(self, sid: str) -> None:
        """What subclasses have to say to who has just connected."""

    async def closed(self, sid: str) -> None:
        """After the client is gone."""

    def key_of(self, sid: str) -> str:
        """Whose bucket a command is counted in."""
        return sid

    async def _connect(self, sid: str, environ: Mapping[str, Any], auth: object = None) -> None:
        try:
            await self._limits.spend_shared(CONNECTIONS, self._peer(environ))
            async with self._door:
                await self.open(sid, environ, auth)
        except SamtalError as error:
            self._sessions.pop(sid, None)
            raise Refused(error.message, error_body(error)) from error
        except Exception as error:
            self._sessions.pop(sid, None)
            _log.exception("connect_failed", namespace=self.namespace)
            body = {"code": "internal", "message": "Something went wrong on our side."}
            raise Refused(body["message"], body) from error
        CONNECTED.labels(self.namespace).inc()

    async def _disconnect(self, sid: str) -> None:
        CONNECTED.labels(self.namespace).dec()
        try:
            await self.closed(sid)
        finally:
            self._sessions.pop(sid, None)

    async def _run(self, event: str, sid: str, payload: list[Any]) -> Ack:
        try:
            model, do = self._handler(event)
            self._limits.spend(COMMANDS, self.key_of(sid))
            given = payload[0] if payload and payload[0] is not None else {}
            data: BaseModel = await do(sid, checked(model, given))
        except SamtalError as error:
            return _refused(error)
        except Exception:  # noqa: BLE001 - see below
            # Without an ack the client would wait and resend for ever.
            _log.exception("command_failed", namespace=self.namespace, command=event)
            return _refused(SamtalError("Something went wrong on our side; try again."))
        return {"ok": True, "data": dump(data)}

    def _handler(self, event: str) -> Handler:
        handler = self._handlers.get(event)
        if handler is None:
            raise Invalid("There is no such command.", {"event": event[:64]})
        return handler

    def _count(self, command: str, outcome: str) -> None:
        counter = self._counters.get((command, outcome))
        if counter is None:
            counter = COUNTED.labels(self.namespace, command, outcome)
            self._counters[command, outcome] = counter
        counter.inc()


def _refused(error: SamtalError) -> Ack:
    return {"ok": False, "error": error_body(error)}


def _code(ack: Ack) -> str:
    error = ack.get("error")
    return str(error["code"]) if isinstance(error, dict) else "ok"
