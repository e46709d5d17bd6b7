"""A disk of a few megabytes, and a PostgreSQL that has nothing else."""

from __future__ import annotations

import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.services import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.services.server import Server

_SIZE = "150m"


@contextmanager
def small_disk() -> Iterator[Path]:
    """Skips the test where it may not be had: mounting is for root, and not in every container."""
    with tempfile.TemporaryDirectory(prefix="samtal-disk-") as folder:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={_SIZE},mode=755", "tmpfs", folder],
            check=False,
            capture_output=True,
            text=True,
        )
        if mounted.returncode != 0:
            pytest.skip(f"a disk of a given size needs root: {mounted.stderr.strip()}")
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def database_on(disk: Path) -> Iterator[tuple[Server, str]]:
    """A server all of whose files are there, and the address of an empty database."""
    folder = disk / "postgres"
    folder.mkdir()
    cluster = postgres.new_server(folder, durable=True)
    assert cluster.server is not None
    # Otherwise most of the disk would be its log.
    cluster.server.argv += ["-c", "min_wal_size=32MB", "-c", "max_wal_size=64MB"]
    cluster.server.start()
    try:
        yield cluster.server, cluster.create_database("samtal")
    finally:
        cluster.server.stop()
