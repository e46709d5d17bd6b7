"""TCP ports: is ours free, who holds it, and which other one could be used."""

from __future__ import annotations

import errno
import random
import socket
from contextlib import ExitStack, suppress
from pathlib import Path

from launcher.failures import LaunchError

_HIGHEST_PORT = 65_535
# Linux lends outgoing connections ports from 32,768 on, macOS and Windows from 49,152.
_NEVER_LENT = range(15_000, 32_768)
_LISTEN = "0A"  # the state column of /proc/net/tcp


def free_port() -> int:
    """A port on the loopback address that nobody uses right now."""
    return free_ports(1)[0]


def free_ports(number: int) -> tuple[int, ...]:
    """As many different ones, which no outgoing connection is given before they are listened on."""
    found: list[int] = []
    with ExitStack() as held:
        # Never the order of another process: tests fix the seed of the shared generator.
        for port in random.SystemRandom().sample(_NEVER_LENT, len(_NEVER_LENT)):
            probe = held.enter_context(socket.socket())
            with suppress(OSError):
                probe.bind(("127.0.0.1", port))
                found.append(port)
            if len(found) == number:
                return tuple(found)
    message = f"There are no {number} free ports on 127.0.0.1."
    raise LaunchError(message)


def require_free(host: str, port: int) -> None:
    """Fail with a sentence that names the port and, if it can be known, who holds it."""
    if not 0 < port <= _HIGHEST_PORT:
        message = f"PORT={port} is no port: choose one between 1 and {_HIGHEST_PORT}."
        raise LaunchError(message)
    try:
        family, kind, proto, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except socket.gaierror:
        message = f"HOST={host} is not an address of this machine."
        raise LaunchError(message) from None
    with socket.socket(family, kind, proto) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(address)
        except OSError as error:
            raise LaunchError(_sentence(error, host, port)) from None


def _sentence(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        holder = holder_of(port)
        by = f" by {holder}" if holder else ""
        return (
            f"Port {port} is already used{by}: "
            f"choose another one, for example PORT={port_beside(port)} make run"
        )
    if error.errno == errno.EACCES:
        return f"Port {port} needs more rights: choose one above 1023, such as PORT=8080 make run"
    return f"HOST={host} is not an address of this machine."


def port_beside(port: int) -> int:
    """A free port near the one that is taken."""
    for candidate in range(port + 1, min(port + 50, _HIGHEST_PORT)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", candidate))
            except OSError:
                continue
            return candidate
    return free_port()


def holder_of(port: int) -> str | None:
    """The listening process, as "name (process 42)"; None where it cannot be known."""
    sockets = {f"socket:[{inode}]" for inode in _listening_inodes(port)}
    if not sockets:
        return None
    for process in Path("/proc").glob("[0-9]*"):
        if _holds_one_of(process, sockets):
            try:
                name = (process / "comm").read_text().strip()
            except OSError:
                name = "a process"
            return f"{name} (process {process.name})"
    return None


def _listening_inodes(port: int) -> set[str]:
    inodes: set[str] = set()
    for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")):
        try:
            rows = table.read_text().splitlines()[1:]
        except OSError:
            continue
        for row in rows:
            fields = row.split()
            if fields[3] == _LISTEN and int(fields[1].rpartition(":")[2], 16) == port:
                inodes.add(fields[9])
    return inodes


def _holds_one_of(process: Path, sockets: set[str]) -> bool:
    try:
        for descriptor in (process / "fd").iterdir():
            try:
                if str(descriptor.readlink()) in sockets:
                    return True
            except OSError:
                continue
    except OSError:
        # Gone, or somebody else's: we may not look.
        return False
    return False
