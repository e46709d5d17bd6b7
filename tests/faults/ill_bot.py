"""A bot in a process of its own that falls ill on demand: `python -m tests.faults.ill_bot PORT`."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import urllib.request
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web

from launcher.ports import free_port
from launcher.processes import end_with_parent
from tests.faults.echo_bot import EchoBot

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_ROOT = Path(__file__).resolve().parents[2]
_DOOR = "/webhooks/samtal"


class IllBot(EchoBot):
    """The process, seen from the test."""

    def __init__(self) -> None:
        super().__init__()
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    async def start(self) -> None:
        """Returns once it answers."""
        parent = os.getpid()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.ill_bot", str(self.port)],
            cwd=_ROOT,
            stdout=subprocess.PIPE,
            preexec_fn=lambda: end_with_parent(parent, signal.SIGTERM),  # noqa: PLW1509
        )
        assert self._process.stdout is not None
        if self._process.stdout.readline() != b"ready\n":
            self.kill()
            raise RuntimeError("the bot did not start")

    def fall(self, mode: str) -> None:
        """Ill in this way from now on; `well` ends it. What hangs goes on hanging."""
        self._call("mode", mode.encode())

    def asked(self) -> dict[str, int]:
        """How often each turn was asked for; recalls are not counted."""
        found: dict[str, int] = self._call("asked")
        return found

    def kill(self) -> None:
        """Crash it."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()

    async def stop(self) -> None:
        """End it."""
        if self._process is not None:
            self.kill()

    def _call(self, path: str, body: bytes | None = None) -> Any:
        with urllib.request.urlopen(f"{self.url}/{path}", body, timeout=5) as answer:
            return json.load(answer)


class _Serving:
    """The process from inside."""

    def __init__(self) -> None:
        self.mode = "well"
        self.asked: Counter[str] = Counter()
        self.modes: dict[str, Callable[[web.Request, str], Awaitable[web.StreamResponse]]] = {
            "well": self._well,
            "hang": self._hang,
            "slow": self._slow,
            "error": self._error,
            "empty": self._empty,
            "wrong": self._wrong,
            "drip": self._drip,
            "flood": self._flood,
        }

    async def turn(self, request: web.Request) -> web.StreamResponse:
        question = await request.json()
        turn_id = question["turn_id"]
        if question.get("recall"):
            return web.json_response({}, status=404)
        self.asked[turn_id] += 1
        return await self.modes[self.mode](request, turn_id)

    async def set_mode(self, request: web.Request) -> web.Response:
        self.mode = (await request.read()).decode()
        return web.json_response({})

    async def all_asked(self, _: web.Request) -> web.Response:
        return web.json_response(self.asked)

    async def _well(self, _: web.Request, turn_id: str) -> web.Response:
        content = {"type": "text", "text": "Here you are."}
        return web.json_response(_answer(turn_id, [{"content": content, "used_facts": []}]))

    async def _hang(self, *_: object) -> web.Response:
        await asyncio.Event().wait()
        raise AssertionError

    async def _slow(self, request: web.Request, turn_id: str) -> web.Response:
        await asyncio.sleep(3)
        return await self._well(request, turn_id)

    async def _error(self, *_: object) -> web.Response:
        return web.json_response({"error": {"code": "internal", "message": "no"}}, status=500)

    async def _empty(self, _: web.Request, turn_id: str) -> web.Response:
        return web.json_response(_answer(turn_id, []))

    async def _wrong(self, *_: object) -> web.Response:
        return web.json_response([{"recipient_id": "x", "text": "as Rasa's REST channel says it"}])

    async def _drip(self, request: web.Request, _: str) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while True:
            await response.write(b"{")
            await asyncio.sleep(1)

    async def _flood(self, request: web.Request, _: str) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _number in range(160):
            await response.write(b" " * 65_536)
        return response


def _answer(turn_id: str, replies: list[dict[str, object]]) -> dict[str, object]:
    return {
        "turn_id": turn_id,
        "replies": replies,
        "intent": {"name": "inform", "confidence": 0.9},
        "handoff": None,
    }


async def _serve(port: int) -> None:
    serving = _Serving()
    app = web.Application()

    async def health(_: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    app.router.add_post(f"{_DOOR}/turn", serving.turn)
    app.router.add_get(f"{_DOOR}/health", health)
    app.router.add_post("/mode", serving.set_mode)
    app.router.add_get("/asked", serving.all_asked)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    print("ready", flush=True)  # noqa: T201 - what the starter waits for
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_serve(int(sys.argv[1])))
