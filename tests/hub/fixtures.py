"""Fixtures of a hub that is really served, on either database."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import aiohttp
import pytest

from chat_server.bots.scripted import ScriptedBot, echo
from tests.hub.clients import Clients
from tests.hub.data import Notes, fill
from tests.hub.running import Hub, HubProcess, LocalHub
from tests.services.pool import Pool
from tests.services.postgres import in_own_loop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from tests.services.postgres import Postgres

_TEMPLATE = f"samtal_hub_template_{os.getpid()}"


@dataclass(frozen=True)
class Filled:
    """A database to be copied, and what is in it."""

    where: str
    notes: Notes


def _filled(url: str) -> Notes:
    notes: list[Notes] = []

    async def run() -> None:
        notes.append(await fill(url))

    in_own_loop(run())
    return notes[0]


@pytest.fixture(scope="session")
def sqlite_template(quick_folder: Path) -> Filled:
    """A file with the shop in it."""
    path = quick_folder / "shop.db"
    return Filled(str(path), _filled(f"sqlite:///{path}"))


@pytest.fixture(scope="session")
def postgres_shop(postgres_server: Postgres) -> Iterator[Filled]:
    """A database with the shop in it, to be used as a template."""
    url = postgres_server.create_database(_TEMPLATE)
    yield Filled(_TEMPLATE, _filled(url))
    postgres_server.drop_database(_TEMPLATE)


@pytest.fixture(scope="session")
def postgres_shops(postgres_server: Postgres, postgres_shop: Filled) -> Iterator[Pool]:
    """Databases with the shop in them."""
    pool = Pool(postgres_server, postgres_shop.where)
    yield pool
    pool.close()


@pytest.fixture(scope="module")
def make_hub(
    request: pytest.FixtureRequest, quick_folder: Path
) -> Iterator[Callable[..., LocalHub]]:
    """Starts hubs with `database` and settings of the test's own; all are stopped at the end."""
    with ExitStack() as ending:

        def make(
            database: str = "sqlite", /, like: LocalHub | None = None, **environ: str
        ) -> LocalHub:
            var = Path(tempfile.mkdtemp(dir=quick_folder))
            ending.callback(shutil.rmtree, var)
            if like is not None:
                notes, url = like.notes, like.database_url
            else:
                notes, url = _database(request, ending, database, var)
            notes.write(var)
            hub = LocalHub(notes, var, url, environ)
            ending.callback(hub.stop)
            hub.start()
            return hub

        yield make


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> str:
    """Whatever asks for it runs on both."""
    return cast("str", request.param)


@pytest.fixture(scope="module")
def module_hub(make_hub: Callable[..., LocalHub], database: str) -> LocalHub:
    """One hub for a module's tests, on each database."""
    return make_hub(database)


@pytest.fixture(scope="module")
def module_sqlite_hub(make_hub: Callable[..., LocalHub]) -> LocalHub:
    """One hub for a module's tests that have nothing to do with the database."""
    return make_hub()


@pytest.fixture
def hub(module_hub: LocalHub) -> LocalHub:
    """With its bot as at first."""
    return _as_at_first(module_hub)


@pytest.fixture
def sqlite_hub(module_sqlite_hub: LocalHub) -> LocalHub:
    """With its bot as at first."""
    return _as_at_first(module_sqlite_hub)


@pytest.fixture
def hub_process(sqlite_template: Filled, tmp_path: Path) -> Iterator[HubProcess]:
    """A process of the test's own, not yet started, with the shop in SQLite."""
    shutil.copy(sqlite_template.where, tmp_path / "samtal.db")
    sqlite_template.notes.write(tmp_path)
    process = HubProcess(sqlite_template.notes, tmp_path, f"sqlite:///{tmp_path / 'samtal.db'}")
    yield process
    process.stop()


@pytest.fixture
async def clients(hub: LocalHub) -> AsyncIterator[Clients]:
    """Clients of `hub`."""
    async with clients_of(hub) as made:
        yield made


@pytest.fixture
async def sqlite_clients(sqlite_hub: LocalHub) -> AsyncIterator[Clients]:
    """Clients of `sqlite_hub`."""
    async with clients_of(sqlite_hub) as made:
        yield made


@asynccontextmanager
async def clients_of(hub: Hub) -> AsyncIterator[Clients]:
    """Clients of any hub; all are closed at the end."""
    async with (
        AsyncExitStack() as stack,
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
    ):
        yield Clients(hub, stack, http)


def _as_at_first(hub: LocalHub) -> LocalHub:
    fresh = ScriptedBot(echo)
    hub.bot.script, hub.bot.current_state = fresh.script, fresh.current_state
    hub.bot.questions.clear()
    hub.bot.forgotten.clear()
    return hub


def _database(
    request: pytest.FixtureRequest, ending: ExitStack, kind: str, var: Path
) -> tuple[Notes, str]:
    if kind == "sqlite":
        template: Filled = request.getfixturevalue("sqlite_template")
        shutil.copy(template.where, var / "samtal.db")
        return template.notes, f"sqlite:///{var / 'samtal.db'}"
    shop: Filled = request.getfixturevalue("postgres_shop")
    pool: Pool = request.getfixturevalue("postgres_shops")
    return shop.notes, ending.enter_context(pool.one())
