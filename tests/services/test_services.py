"""The servers other tests stand on are real and come back after a crash."""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg
import pytest
from redis.asyncio import Redis
from redis.exceptions import TimeoutError as RedisTimeoutError

from tests.services import valkey

if TYPE_CHECKING:
    from tests.services.postgres import Postgres
    from tests.services.server import Server


async def _value(url: str, query: str) -> object:
    connection = await asyncpg.connect(url)
    try:
        return await connection.fetchval(query)
    finally:
        await connection.close()


async def test_postgres_is_real_and_recent(empty_postgres_url: str) -> None:
    version = await _value(empty_postgres_url, "SHOW server_version_num")
    assert int(str(version)) >= 150_000


async def test_each_test_gets_a_database_of_its_own(
    empty_postgres_url: str, postgres_server: Postgres
) -> None:
    await _value(empty_postgres_url, "CREATE TABLE mine (n int)")
    other = postgres_server.create_database("samtal_other")
    try:
        assert await _value(other, "SELECT to_regclass('mine')") is None
    finally:
        postgres_server.drop_database("samtal_other")


async def test_a_copy_of_the_template_has_its_tables(postgres_server: Postgres) -> None:
    template = postgres_server.create_database("samtal_own_template")
    await _value(template, "CREATE TABLE carried (n int)")
    copy = postgres_server.create_database("samtal_copy", "samtal_own_template")
    try:
        assert await _value(copy, "SELECT to_regclass('carried')::text") == "carried"
    finally:
        postgres_server.drop_database("samtal_copy")
        postgres_server.drop_database("samtal_own_template")


async def test_postgres_keeps_what_was_committed_over_a_kill(spare_postgres: Postgres) -> None:
    assert spare_postgres.server is not None
    await _value(spare_postgres.url, "CREATE TABLE kept AS SELECT 7 AS n")
    spare_postgres.server.kill9()
    with pytest.raises(OSError, match=r"."):
        await _value(spare_postgres.url, "SELECT 1")
    spare_postgres.server.start()
    assert await _value(spare_postgres.url, "SELECT n FROM kept") == 7


async def test_valkey_answers_and_is_empty(redis_url: str) -> None:
    async with Redis.from_url(redis_url) as client:
        assert await client.dbsize() == 0
        await client.set("samtal", "1")
        assert await client.get("samtal") == b"1"


async def test_a_frozen_valkey_keeps_the_line_and_says_nothing(spare_redis: Server) -> None:
    async with Redis.from_url(valkey.url_of(spare_redis), socket_timeout=0.3) as client:
        assert await client.ping()
        spare_redis.freeze()
        with pytest.raises(RedisTimeoutError):
            await client.ping()
        spare_redis.thaw()
        assert await client.ping()


async def test_valkey_comes_back_on_the_same_port(spare_redis: Server) -> None:
    spare_redis.restart()
    async with Redis.from_url(valkey.url_of(spare_redis)) as client:
        assert await client.ping()
