"""A hub of a few lines that does what a test tells it: answer, keep silent, push with gaps, say goodbye."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import socketio
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

Json = dict[str, Any]
CONVERSATION = "c1"


def ok(**data: Any) -> Json:
    return {"ok": True, "data": data}


def refused(code: str) -> Json:
    return {"ok": False, "error": {"code": code, "message": "as scripted"}}


def conversation(last_seq: int, status: str = "open") -> Json:
    owner = {"kind": "bot", "epoch": 1}
    return {"id": CONVERSATION, "status": status, "owner": owner, "last_seq": last_seq}


@dataclass
class ScriptedHub:
    """`stored` is its database; `answer` may be replaced to misbehave."""

    url: str = ""
    stored: list[Json] = field(default_factory=list)
    came: list[tuple[str, Json]] = field(default_factory=list)
    welcomes: int = 0
    pushing: bool = True
    pushed_before_welcome: list[Json] = field(default_factory=list)
    answer: Callable[[str, Json], Json | None] | None = None
    io: Any = None
    sids: list[str] = field(default_factory=list)

    def store(self, text: str, client_id: str = "other") -> Json:
        """As a commit does; a known client_id changes nothing."""
        for message in self.stored:
            if client_id != "other" and message["client_id"] == client_id:
                return message
        seq = len(self.stored) + 1
        message = {
            "id": f"m{seq}-{text}",
            "conversation_id": CONVERSATION,
            "seq": seq,
            "prev_seq": seq - 1,
            "client_id": client_id,
            "author": {"kind": "visitor" if client_id != "other" else "agent"},
            "kind": "message",
            "content": {"type": "text", "text": text},
            "created_at": "2026-01-01T00:00:00.000Z",
        }
        self.stored.append(message)
        return message

    async def push(self, message: Json) -> None:
        await self.io.emit("message_created", {"message": message}, namespace="/visitor")

    async def say_goodbye(self, after_ms: int) -> None:
        await self.io.emit("reconnect", {"after_ms": after_ms}, namespace="/visitor")

    async def cut(self) -> None:
        for sid in self.sids:
            await self.io.disconnect(sid, namespace="/visitor")

    def sent(self) -> list[str]:
        """Texts of all tries, resends included."""
        return [body["content"]["text"] for name, body in self.came if name == "send_message"]

    def count(self, command: str) -> int:
        return sum(1 for name, _ in self.came if name == command)

    async def _connect(self, sid: str, _: Any, auth: Json) -> None:
        self.sids.append(sid)
        self.welcomes += 1
        known = conversation(len(self.stored)) if self.stored else None

        async def welcome() -> None:
            for message in self.pushed_before_welcome:
                await self.push(message)
            body: Json = {"token": "t", "conversation": known, "messages": []}
            await self.io.emit("welcome", body, to=sid, namespace="/visitor")

        asyncio.get_running_loop().call_later(0.01, lambda: asyncio.ensure_future(welcome()))

    async def _event(self, name: str, sid: str, body: Any = None) -> Json | None:
        self.came.append((name, body))
        if self.answer is not None:
            scripted = self.answer(name, body)
            if scripted is None:
                await asyncio.Event().wait()
            if scripted != {}:
                return scripted
        if name == "send_message":
            message = self.store(body["content"]["text"], body["client_id"])
            if self.pushing:
                await self.push(message)
            return ok(conversation_id=CONVERSATION, message_id=message["id"], seq=message["seq"])
        if name == "resume":
            later = [m for m in self.stored if m["seq"] > body["after"]]
            return ok(
                messages=later[:3], conversation=conversation(len(self.stored)), more=len(later) > 3
            )
        if name == "subscribe":
            return ok(conversations=[])
        head = {"conversation_id": CONVERSATION, "last_seq": len(self.stored)}
        return ok(heads=[{**head, "epoch": 1, "status": "open"}])


@asynccontextmanager
async def scripted_hub(port: int = 0) -> AsyncIterator[ScriptedHub]:
    """Served until the context ends."""
    hub = ScriptedHub()
    hub.io = socketio.AsyncServer(async_mode="aiohttp", cors_allowed_origins="*")
    hub.io.on("connect", hub._connect, namespace="/visitor")
    hub.io.on("*", hub._event, namespace="/visitor")
    hub.io.on("*", hub._event, namespace="/agent")
    app = web.Application()
    hub.io.attach(app)
    hub.io.attach(app, "agent/socket.io")
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", port)
    await site.start()
    hub.url = site.name
    try:
        yield hub
    finally:
        await hub.cut()
        await hub.io.shutdown()
        await runner.cleanup()
