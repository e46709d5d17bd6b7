"""A bot behind HTTP that answers every question with what was said."""

from __future__ import annotations

from typing import Any

from aiohttp import web


def echo(question: dict[str, Any]) -> dict[str, object]:
    """The connector's answer to a turn."""
    content = {"type": "text", "text": f"You said: {question['text']}"}
    return {
        "turn_id": question["turn_id"],
        "replies": [{"content": content, "used_facts": []}],
        "intent": {"name": "echo", "confidence": 1.0},
        "ranking": [],
        "entities": [],
        "slots": {},
        "facts": [],
        "handoff": None,
    }


class EchoBot:
    """Serves on a port of its own from `start` to `stop`."""

    def __init__(self) -> None:
        self.turns = 0
        self.url = ""
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Returns once it serves."""
        app = web.Application()
        app.router.add_post("/webhooks/samtal/turn", self._turn)
        app.router.add_get("/webhooks/samtal/health", self._health)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = site.name

    async def stop(self) -> None:
        """Ends it."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _turn(self, request: web.Request) -> web.Response:
        self.turns += 1
        return web.json_response(echo(await request.json()))

    async def _health(self, _: web.Request) -> web.Response:
        return web.json_response({"status": "ok", "model": "echo"})
