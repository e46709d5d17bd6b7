"""That a hub leaves nothing of itself behind, also when it could not start."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest
from aiohttp import web

from chat_server import settings as hub_settings
from chat_server.app.hub import make_app
from chat_server.bots.scripted import ScriptedBot
from chat_server.domain.errors import Unavailable
from chat_server.serving import serve
from launcher.ports import free_port
from tests.hub.data import SECRET_KEY

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path


async def test_one_that_cannot_start_ends_what_it_began(tmp_path: Path) -> None:
    environ = {
        "HOST": "127.0.0.1",
        "PORT": str(free_port()),
        "VAR_DIR": str(tmp_path),
        # Without any table.
        "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.db'}",
        "BOT_TOKEN": "the-secret-that-hub-and-bot-share",
        "SECRET_KEY": SECRET_KEY,
    }
    before = {thread for thread in threading.enumerate() if thread.name == "sqlite"}
    app = await make_app(hub_settings.load(environ), ScriptedBot())
    with pytest.raises(Unavailable):
        await serve(app, "127.0.0.1", int(environ["PORT"]), asyncio.Event())
    assert asyncio.all_tasks() == {asyncio.current_task()}
    for thread in threading.enumerate():
        if thread.name == "sqlite" and thread not in before:
            await asyncio.to_thread(thread.join, 20)
            assert not thread.is_alive()


async def test_a_part_that_does_not_begin_ends_those_before_it() -> None:
    ended: list[str] = []
    app = web.Application()

    async def first(_: web.Application) -> AsyncIterator[None]:
        yield
        ended.append("first")

    async def second(_: web.Application) -> AsyncIterator[None]:
        if not ended:
            raise OSError("no start")
        yield

    app.cleanup_ctx.extend([first, second])
    with pytest.raises(OSError, match="no start"):
        await serve(app, "127.0.0.1", free_port(), asyncio.Event())
    assert ended == ["first"]
