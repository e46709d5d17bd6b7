"""The migrations make exactly the tables that the code maps, and can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.store.database import Engines
from chat_server.store.migrate import alembic_config, migrate
from chat_server.store.tables import metadata
from tests.core.core import ADA, Core

if TYPE_CHECKING:
    from sqlalchemy import Connection

# The search indexes are made by hand, for each database in its own language; so are those of expressions.
_BY_HAND = (
    "message_search",
    "ix_messages_search",
    "recall_words",
    "ix_recall_statements_words",
    "ix_contacts_ending",
)


@pytest.fixture(
    params=[
        pytest.param("empty_sqlite_url", id="sqlite"),
        pytest.param("empty_postgres_url", id="postgresql", marks=pytest.mark.integration),
    ]
)
def empty_url(request: pytest.FixtureRequest) -> str:
    """A database without any table, of either kind."""
    url: str = request.getfixturevalue(request.param)
    return url


def _tables(connection: Connection) -> set[str]:
    names = sa.inspect(connection).get_table_names()
    return {name for name in names if not name.startswith(("message_search", "recall_words"))}


async def _downgrade(engines: Engines, to: str = "base") -> None:
    def run(connection: Connection) -> None:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, to)

    async with engines.writer.begin() as connection:
        await connection.run_sync(run)


async def _names(engines: Engines) -> set[str]:
    async with engines.writer.connect() as connection:
        return await connection.run_sync(_tables)


async def test_up_down_and_up_again(empty_url: str) -> None:
    engines = Engines(empty_url)
    expected = {*metadata.tables, "alembic_version"}
    await migrate(engines)
    assert await _names(engines) == expected
    await _downgrade(engines)
    assert await _names(engines) == {"alembic_version"}
    await migrate(engines)
    assert await _names(engines) == expected
    await engines.dispose()


async def test_migrating_twice_changes_nothing(empty_url: str) -> None:
    core = Core(empty_url)
    await migrate(core.engines)
    await core.furnish()
    await migrate(core.engines)
    async with core.store.read() as tx:
        assert len(await tx.agents.all()) == 4
    await core.close()


async def test_a_new_table_of_messages_keeps_them_and_gives_no_position_twice(
    empty_url: str,
) -> None:
    """The search index would not look again where it has been."""
    core = Core(empty_url)
    await migrate(core.engines)
    await core.furnish()
    first, second = [(await core.visitor()).caller for _ in range(2)]
    await core.say(first, "apples")
    await core.say(second, "pears")
    await core.store.catch_up()
    await core.consents.forget_me(second)
    await core.close()
    engines = Engines(empty_url)
    await _downgrade(engines, "0006")
    await migrate(engines)
    await engines.dispose()
    core = Core(empty_url)
    await core.say((await core.visitor()).caller, "plums")
    await core.store.catch_up()
    found = {word: await _found(core, word) for word in ("apples", "pears", "plums")}
    assert found == {"apples": 1, "pears": 0, "plums": 1}
    await core.close()


async def _found(core: Core, word: str) -> int:
    return len((await core.transcripts.search(ADA, DialogueFilter(query=word), Slice())).items)


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
async def test_the_migrated_schema_is_the_mapped_one(empty_url: str) -> None:
    engines = Engines(empty_url)
    await migrate(engines)

    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, _kind, _: not str(name).startswith(_BY_HAND),
            },
        )
        return list(compare_metadata(context, metadata))

    async with engines.writer.connect() as connection:
        assert await connection.run_sync(differences) == []
    await engines.dispose()


def test_the_migrations_are_one_line_of_descent() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    assert len(scripts.get_heads()) == 1
    assert len(scripts.get_bases()) == 1
