"""A furnished hub on SQLite; tests of the store ask for both databases instead."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chat_server.mail.memory import MemoryMailer
from chat_server.services.outbox import Outbox
from chat_server.store.migrate import migrate
from tests.core.core import Core
from tests.services.pool import Pool
from tests.services.postgres import in_own_loop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from tests.services.postgres import Postgres

BOTH = (
    pytest.param("core", id="sqlite"),
    pytest.param("postgres_core", id="postgresql", marks=pytest.mark.integration),
)
_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
# Containers often have 64 MB there, which several workers would fill.
_ROOM = 512 * 1024 * 1024


@pytest.fixture(scope="session")
def quick_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """In memory where that can be had: nobody cuts the power of a test, so it need not wait for the disk."""
    if not _has_room(_MEMORY):
        yield tmp_path_factory.mktemp("databases")
        return
    with tempfile.TemporaryDirectory(prefix="samtal-", dir=_MEMORY) as folder:
        yield Path(folder)


def _has_room(folder: Path) -> bool:
    return (
        folder.is_dir() and os.access(folder, os.W_OK) and shutil.disk_usage(folder).free >= _ROOM
    )


@pytest.fixture(scope="session")
def core_template(quick_folder: Path) -> Path:
    """A migrated and furnished database that each test gets a copy of."""
    path = quick_folder / "template.db"

    async def make() -> None:
        core = Core(f"sqlite:///{path}")
        await migrate(core.engines)
        await core.furnish()
        await core.close()

    in_own_loop(make())
    return path


@pytest.fixture
def empty_sqlite_url(quick_folder: Path) -> Iterator[str]:
    """A database file that does not exist yet."""
    folder = Path(tempfile.mkdtemp(dir=quick_folder))
    yield f"sqlite:///{folder / 'samtal.db'}"
    shutil.rmtree(folder)


@pytest.fixture
async def core(core_template: Path, empty_sqlite_url: str) -> AsyncIterator[Core]:
    """On SQLite, as most people run it."""
    shutil.copyfile(core_template, empty_sqlite_url.removeprefix("sqlite:///"))
    made = Core(empty_sqlite_url)
    yield made
    await made.close()


@pytest.fixture(scope="session")
def furnished_postgres(postgres_server: Postgres, postgres_template: str) -> Iterator[Pool]:
    """Migrated and furnished databases."""
    name = f"{postgres_template}_furnished"

    async def furnish(url: str) -> None:
        core = Core(url)
        await core.furnish()
        await core.close()

    in_own_loop(furnish(postgres_server.create_database(name, postgres_template)))
    pool = Pool(postgres_server, name)
    yield pool
    pool.close()
    postgres_server.drop_database(name)


@pytest.fixture
def postgres_core_url(furnished_postgres: Pool) -> Iterator[str]:
    """Where `postgres_core` is."""
    with furnished_postgres.one() as url:
        yield url


@pytest.fixture
async def postgres_core(postgres_core_url: str) -> AsyncIterator[Core]:
    """On PostgreSQL."""
    made = Core(postgres_core_url)
    yield made
    await made.close()


@pytest.fixture(params=BOTH)
def any_core(request: pytest.FixtureRequest) -> Core:
    """On either."""
    made: Core = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def mailer() -> MemoryMailer:
    return MemoryMailer()


@pytest.fixture
def outbox(core: Core, mailer: MemoryMailer) -> Outbox:
    return Outbox(core.store, core.clock, mailer)
