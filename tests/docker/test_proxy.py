"""The proxy's real configuration in a real Caddy, before a hub that tells what reached it."""

from __future__ import annotations

import asyncio
import os
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiohttp import web

from launcher import processes
from launcher.ports import free_port
from launcher.readiness import until_answers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

CADDYFILE = Path(__file__).resolve().parents[2] / "docker" / "Caddyfile"
CADDY = Path(sys.executable).with_name("caddy")

pytestmark = pytest.mark.integration


async def _tell(request: web.Request) -> web.StreamResponse:
    """What the hub sees of a request; a WebSocket is echoed."""
    if request.headers.get("Upgrade", "").lower() == "websocket":
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        async for message in socket:
            await socket.send_str(f"hub heard {message.data}")
        return socket
    body = await request.read()
    return web.json_response({"headers": dict(request.headers), "size": len(body)})


@pytest.fixture
async def proxy(tmp_path: Path) -> AsyncIterator[str]:
    """The address of a proxy with our configuration; only its ports are this test's."""
    app = web.Application(client_max_size=64 * 1024 * 1024)
    app.router.add_route("*", "/{path:.*}", _tell)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hub_port = runner.addresses[0][1]
    port, alive = free_port(), free_port()
    text = CADDYFILE.read_text()
    for ours, here in (
        ("dynamic a hub 8080", f"dynamic a localhost {hub_port}"),
        ("http_port 8080", f"http_port {port}"),
        ("https_port 8443", f"https_port {free_port()}"),
        (":8081 {", f":{alive} {{"),
    ):
        assert ours in text
        text = text.replace(ours, here)
    (tmp_path / "Caddyfile").write_text(text)
    process = await processes.start(
        [CADDY, "run", "--adapter", "caddyfile", "--config", tmp_path / "Caddyfile"],
        cwd=tmp_path,
        env={
            **os.environ,
            "SITE_ADDRESS": f"http://127.0.0.1:{port}",
            "XDG_DATA_HOME": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path),
        },
        log=tmp_path / "caddy.log",
    )
    try:
        async with asyncio.timeout(30):
            await until_answers(f"http://127.0.0.1:{alive}/alive")
        yield f"http://127.0.0.1:{port}"
    finally:
        await processes.stop(process)
        await runner.cleanup()


async def test_the_address_a_client_claims_is_replaced_by_its_real_one(proxy: str) -> None:
    claimed = {"X-Forwarded-For": "203.0.113.9"}
    async with aiohttp.ClientSession() as client, client.get(proxy, headers=claimed) as answer:
        seen = (await answer.json())["headers"]
    assert seen["X-Forwarded-For"] == "127.0.0.1"


async def test_figures_stay_inside(proxy: str) -> None:
    async with aiohttp.ClientSession() as client:
        async with client.get(f"{proxy}/metrics") as answer:
            assert answer.status == 404
        async with client.get(f"{proxy}/healthz") as answer:
            assert answer.status == 200


async def test_websockets_pass(proxy: str) -> None:
    async with (
        aiohttp.ClientSession() as client,
        client.ws_connect(f"{proxy}/socket.io/?EIO=4&transport=websocket") as socket,
    ):
        await socket.send_str("halló")
        assert await socket.receive_str(timeout=30) == "hub heard halló"


async def test_a_body_above_the_limit_never_reaches_the_hub_whole(proxy: str) -> None:
    async with aiohttp.ClientSession() as client:
        async with client.post(proxy, data=BytesIO(b"x" * 1_000_000)) as answer:
            assert (await answer.json())["size"] == 1_000_000
        async with client.post(proxy, data=BytesIO(b"x" * 13_000_000)) as answer:
            assert answer.status == 413
