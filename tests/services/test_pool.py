"""A database of the pool is what a new copy would be, whatever the test before did to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import asyncpg
import pytest

from tests.services.pool import Pool

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.services.postgres import Postgres

_TABLES = (
    "CREATE TABLE people (n bigserial PRIMARY KEY, name text, letters int GENERATED ALWAYS AS (length(name)) STORED);"
    "CREATE TABLE dogs (n bigserial PRIMARY KEY, owner bigint NOT NULL REFERENCES people);"
    "CREATE TABLE cats (n int, likes jsonb);"
    "CREATE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'never'; END $$;"
    "CREATE TRIGGER never BEFORE DELETE ON people EXECUTE FUNCTION never();"
    "INSERT INTO people (name) VALUES ('Ada'), (E'a\\ttab, \\\\ and \\'\\nmore'), (NULL);"
    "INSERT INTO cats VALUES (1, 'null'), (2, NULL), (3, '{\"a\": [1]}')"
)


async def _tell(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def _all(url: str) -> list[object]:
    """What is in it, and which numbers come next."""
    connection = await asyncpg.connect(url)
    try:
        found: list[object] = []
        for table in ("people", "dogs", "cats"):
            rows = await connection.fetch(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608
            found.append([tuple(row) for row in rows])
        query = "SELECT sequencename, last_value FROM pg_sequences ORDER BY 1"
        found.append([tuple(row) for row in await connection.fetch(query)])
        return found
    finally:
        await connection.close()


@pytest.fixture
async def pool(postgres_server: Postgres) -> AsyncIterator[Pool]:
    url = postgres_server.create_database("samtal_pool_template")
    await _tell(url, _TABLES)
    made = Pool(postgres_server, "samtal_pool_template")
    yield made
    made.close()
    postgres_server.drop_database("samtal_pool_template")


async def test_rows_and_numbers_are_again_what_they_were(pool: Pool) -> None:
    with pool.one() as url:
        new = await _all(url)
        await _tell(
            url, "INSERT INTO people (name) VALUES ('Eva'); INSERT INTO dogs (owner) VALUES (1)"
        )
        await _tell(url, "UPDATE people SET name = 'Iða' WHERE n = 1; DELETE FROM cats WHERE n = 2")
        assert await _all(url) != new
    for _ in range(2):
        with pool.one() as again:
            assert again == url
            assert await _all(url) == new
            with pytest.raises(asyncpg.RaiseError):
                await _tell(url, "DELETE FROM people")
            with pytest.raises(asyncpg.ForeignKeyViolationError):
                await _tell(url, "INSERT INTO dogs (owner) VALUES (99)")
            await _tell(url, "INSERT INTO dogs (owner) VALUES (2)")
    assert pool.made == 1


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TABLE mine (n int)",
        "ALTER TABLE people ADD COLUMN age int",
        "ALTER TABLE dogs ALTER COLUMN owner DROP NOT NULL",
        "ALTER TABLE people ALTER COLUMN name SET DEFAULT 'nobody'",
        "ALTER TABLE people DISABLE TRIGGER never",
        "CREATE INDEX quick ON dogs (owner)",
        "CREATE OR REPLACE FUNCTION never() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
        "DROP TABLE cats",
        "CREATE SCHEMA other CREATE TABLE people (n int)",
        "ANALYZE people",
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET statement_timeout = 3', current_database()); END $$",
    ],
)
async def test_a_changed_schema_is_nobody_elses(pool: Pool, change: str) -> None:
    with pool.one() as first:
        new = await _all(first)
        await _tell(first, change)
    with pool.one() as second:
        assert second != first
        assert await _all(second) == new


async def test_who_is_still_in_is_put_out(pool: Pool) -> None:
    with pool.one() as url:
        new = await _all(url)
        left = await asyncpg.connect(url)
        await left.execute("BEGIN; LOCK TABLE people; INSERT INTO people (name) VALUES ('Eva')")
    with pytest.raises((OSError, asyncpg.PostgresError, asyncpg.InterfaceError)):
        await left.execute("COMMIT")
    with pool.one() as again:
        assert await _all(again) == new


async def test_two_at_a_time_have_two(pool: Pool) -> None:
    with pool.one() as first, pool.one() as second:
        await _tell(first, "DELETE FROM cats")
        assert first != second
        assert await _all(first) != await _all(second)
