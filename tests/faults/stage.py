"""Hubs as processes of their own, with a database and a Redis that may be killed, frozen or cut off."""

from __future__ import annotations

import asyncio
import itertools
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from launcher.ports import free_port
from tests.faults.echo_bot import EchoBot
from tests.hub.data import Notes, fill
from tests.hub.running import HubProcess
from tests.services import postgres, valkey
from tests.services.postgres import in_own_loop

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from tests.services.postgres import Postgres
    from tests.services.server import Server

_TEMPLATE = "samtal_faults_template"
_numbers = itertools.count(1)


@dataclass
class Stage:
    """One database, `hubs` on it, a bot that echoes, and Redis if there are several hubs."""

    notes: Notes
    database_url: str
    hubs: list[HubProcess]
    redis: Server | None = None
    postgres: Server | None = None
    bot: EchoBot = field(default_factory=EchoBot)
    # A child ends with the thread that started it: this one lasts as long as all stages.
    starter: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))

    @property
    def urls(self) -> list[str]:
        """Of the hubs."""
        return [hub.url for hub in self.hubs]

    @property
    def database_file(self) -> Path:
        """SQLite's."""
        return Path(self.database_url.removeprefix("sqlite:///"))

    async def start(self) -> Self:
        """Everything, and the bot is known to be ready."""
        await self.bot.start()
        for server in (self.postgres, self.redis):
            if server is not None:
                await self.up(server)
        for hub in self.hubs:
            hub.environ["RASA_URL"] = self.bot.url
        await asyncio.gather(*(asyncio.to_thread(hub.start) for hub in self.hubs))
        return self

    def move_to(self, database_url: str) -> None:
        """To an empty database, which is filled; before the hubs are started."""
        self.database_url, self.notes = database_url, _filled(database_url)
        for hub in self.hubs:
            hub.database_url, hub.notes = self.database_url, self.notes
            self.notes.write(hub.var)

    async def up(self, server: Server) -> None:
        """Starts it, again or for the first time; returns when it is ready."""
        await asyncio.get_running_loop().run_in_executor(self.starter, server.start)

    async def kill(self, *hubs: HubProcess) -> None:
        """Crash them at the same moment."""
        await asyncio.gather(*(asyncio.to_thread(hub.kill9) for hub in hubs))

    async def revive(self, *hubs: HubProcess) -> None:
        """Start them again; returns when they serve."""
        await asyncio.gather(*(asyncio.to_thread(hub.start) for hub in hubs))

    async def close(self) -> None:
        """Ends everything in order; PostgreSQL stays, for the stages to come."""
        for hub in self.hubs:
            hub.thaw()
        await asyncio.gather(*(asyncio.to_thread(hub.stop) for hub in self.hubs))
        if self.redis is not None:
            await asyncio.to_thread(self.redis.stop)
        if self.postgres is not None:
            self.postgres.thaw()
            await self.up(self.postgres)
        await self.bot.stop()


@dataclass
class Ground:
    """What stages are made from."""

    folder: Path
    stack: ExitStack
    # Whether its PostgreSQL waits for the disk, as one in service does; no kill of a process needs that.
    durable: bool = True
    starter: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1))
    _sqlite: tuple[Path, Notes] | None = None
    _postgres: tuple[Postgres, Notes] | None = None

    def stage(
        self,
        database: str,
        *,
        hubs: int = 1,
        redis: bool | None = None,
        defect: str | None = None,
        **environ: str,
    ) -> Stage:
        """`defect` are names of `sabotaged`'s; `environ` are further settings of the hubs."""
        server: Server | None = None
        if database == "sqlite":
            var = self._new_folder()
            template, notes = self._sqlite_template()
            shutil.copy(template, var / "samtal.db")
            url = f"sqlite:///{var / 'samtal.db'}"
        else:
            cluster, notes = self._postgres_template()
            assert cluster.server is not None
            url = cluster.create_database(f"samtal_faults_{next(_numbers)}", _TEMPLATE)
            server = cluster.server
        bus = None
        if redis if redis is not None else hubs > 1:
            bus = valkey.new_server(self._new_folder())
            environ["REDIS_URL"] = valkey.url_of(bus)
        made = [self._hub(notes, url, environ, defect) for _ in range(hubs)]
        return Stage(notes, url, made, bus, server, starter=self.starter)

    def _hub(
        self, notes: Notes, url: str, environ: dict[str, str], defect: str | None
    ) -> HubProcess:
        var = self._new_folder()
        notes.write(var)
        hub = HubProcess(notes, var, url, dict(environ), free_port())
        if defect is not None:
            hub.program = ("-m", "tests.faults.sabotaged", *defect.split())
        return hub

    def _new_folder(self) -> Path:
        path = self.folder / f"{next(_numbers):03}"
        path.mkdir()
        return path

    def _sqlite_template(self) -> tuple[Path, Notes]:
        if self._sqlite is None:
            path = self.folder / "template.db"
            self._sqlite = path, _filled(f"sqlite:///{path}")
        return self._sqlite

    def _postgres_template(self) -> tuple[Postgres, Notes]:
        if self._postgres is None:
            # Not one of pytest's folders: those are closed to the account that PostgreSQL runs as.
            folder = self.stack.enter_context(
                tempfile.TemporaryDirectory(prefix="samtal-faults-", ignore_cleanup_errors=True)
            )
            cluster = postgres.new_server(Path(folder), durable=self.durable)
            assert cluster.server is not None
            self.stack.callback(cluster.server.stop)
            self.starter.submit(cluster.server.start).result()
            url = cluster.create_database(_TEMPLATE)
            self._postgres = cluster, _filled(url)
        return self._postgres


@contextmanager
def grounds(tmp_path_factory: pytest.TempPathFactory, *, durable: bool = True) -> Iterator[Ground]:
    """For a session."""
    with ExitStack() as stack:
        yield Ground(tmp_path_factory.mktemp("faults"), stack, durable)


def _filled(url: str) -> Notes:
    notes: list[Any] = []

    async def run() -> None:
        notes.append(await fill(url))

    in_own_loop(run())
    filled: Notes = notes[0]
    return filled
