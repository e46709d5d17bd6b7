"""Fixtures for real servers. ``DATABASE_URL`` and ``REDIS_URL`` win over the wheels."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.services import postgres, valkey
from tests.services.pool import Pool
from tests.services.server import Server
from tests.services.smtp_sink import SmtpSink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.services.postgres import Postgres

_ROOT = Path(__file__).resolve().parents[2]
_TEMPLATE = f"samtal_template_{os.getpid()}"
_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Postgres]:
    """One server for the whole run."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgresql"):
        yield postgres.Postgres(given)
        return
    with _open_folder() as folder:
        yield from _running(postgres.new_server(folder))


@pytest.fixture
def empty_postgres_url(postgres_server: Postgres) -> Iterator[str]:
    """A database of the test's own, without any table."""
    name = f"samtal_test_{os.getpid()}_{next(_numbers)}"
    yield postgres_server.create_database(name)
    postgres_server.drop_database(name)


@pytest.fixture(scope="session")
def postgres_template(postgres_server: Postgres) -> Iterator[str]:
    """The name of a migrated database to be copied for tests."""
    url = postgres_server.create_database(_TEMPLATE)
    subprocess.run(
        [sys.executable, "-m", "chat_server", "migrate"],
        cwd=_ROOT,
        env={**os.environ, "DATABASE_URL": url},
        check=True,
    )
    yield _TEMPLATE
    postgres_server.drop_database(_TEMPLATE)


@pytest.fixture(scope="session")
def postgres_pool(postgres_server: Postgres, postgres_template: str) -> Iterator[Pool]:
    """Migrated databases."""
    pool = Pool(postgres_server, postgres_template)
    yield pool
    pool.close()


@pytest.fixture
def postgres_url(postgres_pool: Pool) -> Iterator[str]:
    """A migrated database of the test's own."""
    with postgres_pool.one() as url:
        yield url


@pytest.fixture
def spare_postgres() -> Iterator[Postgres]:
    """A server of the test's own, to be killed or frozen; it holds one empty database."""
    with _open_folder() as folder:
        yield from _running(postgres.new_server(folder))


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One Valkey for the whole run."""
    yield from _serving(valkey.new_server(tmp_path_factory.mktemp("valkey")))


@pytest.fixture
def redis_url(request: pytest.FixtureRequest) -> str:
    """An address with an empty key space (of our own server; a given one is used as it is).

    Workers that run side by side share a given server, each with a database of its own.
    """
    given = os.environ.get("REDIS_URL")
    if given:
        worker = os.environ.get("PYTEST_XDIST_WORKER")
        if worker is None:
            return given
        return urlsplit(given)._replace(path=f"/{worker.removeprefix('gw')}").geturl()
    server: Server = request.getfixturevalue("redis_server")
    server.start()
    valkey.empty(server)
    return valkey.url_of(server)


@pytest.fixture
def spare_redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A Valkey of the test's own, to be killed or frozen."""
    yield from _serving(valkey.new_server(tmp_path_factory.mktemp("spare-valkey")))


@contextmanager
def _open_folder() -> Iterator[Path]:
    """Not one of pytest's: each further run of pytest closes those to the account that PostgreSQL runs as."""
    with tempfile.TemporaryDirectory(prefix="samtal-postgres-", ignore_cleanup_errors=True) as path:
        yield Path(path)


def _running(service: Postgres) -> Iterator[Postgres]:
    if service.server is None:
        yield service
        return
    try:
        service.server.start()
        yield service
    finally:
        service.server.stop()


def _serving(server: Server) -> Iterator[Server]:
    try:
        server.start()
        yield server
    finally:
        server.stop()


@pytest.fixture
def smtp_sink(tmp_path: Path) -> Iterator[SmtpSink]:
    """A mail server that keeps what it gets."""
    sink = SmtpSink(tmp_path)
    sink.start()
    yield sink
    sink.stop()
