"""What python-socketio itself costs: every message is passed to the agents, none is kept.

`python -m benchmarks.relays.bare PORT [--uvloop]`
"""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import Awaitable, Callable
from typing import Any

import socketio
import uvloop
from aiohttp import web

Said = dict[str, Any]


def make_relay(keep: Callable[[str, Said], Awaitable[None]] | None = None) -> web.Application:
    """python-socketio as its documentation sets it up; `keep` is awaited before anybody hears of a message."""
    server = socketio.AsyncServer(async_mode="aiohttp", cors_allowed_origins="*")
    numbers = itertools.count(1)

    async def agent_came(sid: str, _: object, __: object = None) -> None:
        await server.enter_room(sid, "agents", namespace="/agent")

    async def visitor_came(_: str, __: object, ___: object = None) -> None:
        """Everyone may."""

    async def send_message(sid: str, said: Said) -> dict[str, object]:
        if keep is not None:
            await keep(sid, said)
        seq = next(numbers)
        message = {**said, "seq": seq}
        await server.emit(
            "message_created", {"message": message}, room="agents", namespace="/agent"
        )
        return {"ok": True, "data": {"seq": seq}}

    server.on("connect", agent_came, namespace="/agent")
    server.on("connect", visitor_came, namespace="/visitor")
    server.on("send_message", send_message, namespace="/visitor")
    app = web.Application()
    server.attach(app)
    return app


def main() -> None:
    """Until it is told to stop."""
    port = int(sys.argv[1])
    loop = uvloop.new_event_loop() if "--uvloop" in sys.argv else asyncio.new_event_loop()
    web.run_app(make_relay(), host="127.0.0.1", port=port, print=None, access_log=None, loop=loop)


if __name__ == "__main__":
    main()
