"""The hub as compose starts it: production settings, PostgreSQL, Valkey, two replicas, a proxy."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest
import yaml

from launcher import processes
from launcher.ports import free_port
from launcher.readiness import until_answers
from tests.services import valkey

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.services.server import Server

ROOT = Path(__file__).resolve().parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
_FILLED_IN = {
    "PUBLIC_URL": "https://chat.example.com",
    "SECRET_KEY": "a-secret-of-this-test-long-enough-0123456789",
    "BOT_TOKEN": "a-token-of-this-test-long-enough-01234567890",
    "POSTGRES_PASSWORD": "unused",
    "VALKEY_PASSWORD": "unused",
}

pytestmark = pytest.mark.integration


def _filled_in(place: re.Match[str]) -> str:
    """As compose does: what is set, else the default that is given there."""
    name, default = place.groups()
    return _FILLED_IN[name] if default is None else _FILLED_IN.get(name, default)


def hub_environment(postgres_url: str, redis_url: str) -> dict[str, str]:
    """What compose gives a hub, with the addresses of this test's servers."""
    environment = {
        name: re.sub(r"\$\{(\w+)(?::-(\w*))?[^}]*\}", _filled_in, value)
        for name, value in COMPOSE["services"]["hub"]["environment"].items()
    }
    assert environment["DATABASE_URL"].startswith("postgresql://samtal:")
    assert environment["REDIS_URL"].startswith("redis://")
    return environment | {"DATABASE_URL": postgres_url, "REDIS_URL": redis_url}


async def _finished(argv: list[str | Path], env: dict[str, str], log: Path) -> int:
    process = await processes.start(argv, cwd=ROOT, env=os.environ | env, log=log)
    return await process.wait()


@pytest.fixture
async def replicas(
    empty_postgres_url: str, spare_redis: Server, tmp_path: Path
) -> AsyncIterator[list[str]]:
    """The addresses of two hubs that share a database, migrated by the job compose runs first."""
    env = hub_environment(empty_postgres_url, valkey.url_of(spare_redis))
    module = [sys.executable, "-m", "chat_server"]
    migrated = tmp_path / "migrate.log"
    assert await _finished([*module, "migrate"], env, migrated) == 0, migrated.read_text()
    async with AsyncExitStack() as stack:
        urls = []
        for number in range(2):
            port, var = free_port(), tmp_path / f"var{number}"
            var.mkdir()
            place = {"HOST": "127.0.0.1", "PORT": str(port), "VAR_DIR": str(var)}
            process = await processes.start(
                [*module, "serve"],
                cwd=ROOT,
                env=os.environ | env | place,
                log=tmp_path / f"hub{number}.log",
            )
            stack.push_async_callback(processes.stop, process)
            urls.append(f"http://127.0.0.1:{port}")
        async with asyncio.timeout(90):
            for url in urls:
                await until_answers(f"{url}/healthz")
        yield urls


async def test_every_replica_has_its_database_and_its_bus(replicas: list[str]) -> None:
    async with aiohttp.ClientSession() as client:
        for url in replicas:
            async with client.get(f"{url}/readyz") as answer:
                states = (await answer.json())["dependencies"]
            assert states["database"] == "ok"
            assert states["redis"] == "ok"


async def test_production_has_no_demo(replicas: list[str], tmp_path: Path) -> None:
    assert list(tmp_path.rglob("demo.json")) == []
    login = {"email": "anna@hraun.example.com", "password": "anything"}
    async with (
        aiohttp.ClientSession() as client,
        client.post(
            f"{replicas[0]}/api/v1/session",
            json=login,
            headers={"Origin": _FILLED_IN["PUBLIC_URL"]},
        ) as answer,
    ):
        assert answer.status in {401, 403}


@pytest.mark.parametrize("missing", ["SECRET_KEY", "BOT_TOKEN"])
async def test_production_does_not_start_without_its_secrets(tmp_path: Path, missing: str) -> None:
    env = hub_environment("postgresql://nobody@127.0.0.1:1/none", "redis://127.0.0.1:1/0")
    log = tmp_path / "hub.log"
    code = await _finished([sys.executable, "-m", "chat_server", "serve"], env | {missing: ""}, log)
    assert code != 0
    assert missing in log.read_text()
    assert "Traceback" not in log.read_text()
