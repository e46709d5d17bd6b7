"""A furnished hub on SQLite; tests of the store ask for both databases instead."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from tests.core.core import Core
from tests.services.postgres import in_own_loop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

BOTH = (
    pytest.param("sqlite"),
    pytest.param("postgresql", marks=pytest.mark.integration),
)


@pytest.fixture(scope="session")
def core_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database file that each test gets a copy of."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"

    async def make() -> None:
        engines = Engines(f"sqlite:///{path}")
        await migrate(engines)
        await engines.dispose()

    in_own_loop(make())
    return path


@pytest.fixture
def sqlite_url(core_template: Path, tmp_path: Path) -> str:
    """A migrated database of the test's own."""
    path = tmp_path / "samtal.db"
    shutil.copyfile(core_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
async def core(sqlite_url: str) -> AsyncIterator[Core]:
    """On SQLite, as most people run it."""
    made = Core(sqlite_url)
    await made.furnish()
    yield made
    await made.close()


@pytest.fixture(params=BOTH)
def database_url(request: pytest.FixtureRequest) -> str:
    """A migrated, empty database of either kind."""
    kind = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    url: str = request.getfixturevalue(kind)
    return url


@pytest.fixture
async def any_core(database_url: str) -> AsyncIterator[Core]:
    """On either database."""
    made = Core(database_url)
    await made.furnish()
    yield made
    await made.close()
