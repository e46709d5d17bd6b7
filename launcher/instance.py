"""One running Samtal for each state folder: two would fight over one database."""

from __future__ import annotations

import fcntl
import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from launcher.failures import LaunchError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def only_instance(var: Path, url: str) -> Iterator[None]:
    """Hold the state folder; the kernel lets go when this process ends, however it ends."""
    var.mkdir(parents=True, exist_ok=True)
    with (var / "run.lock").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise LaunchError(_already_running(file.name, var)) from None
        file.truncate(0)
        json.dump({"pid": os.getpid(), "url": url}, file)
        file.flush()
        yield


def running_in(var: Path) -> int | None:
    """The launcher that holds the state folder, if one does."""
    try:
        with (var / "run.lock").open("r+") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                return int(json.load(file)["pid"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return None


def _already_running(lock: str, var: Path) -> str:
    try:
        with open(lock) as file:  # noqa: PTH123  # the name comes from an open file
            holder = json.load(file)
        where = f" at {holder['url']} (process {holder['pid']})"
    except (OSError, ValueError, KeyError, TypeError):
        where = ""
    return (
        f"Samtal already runs{where} with the state in {var}: stop it first, or start a second "
        "one with VAR_DIR=var/second PORT=8081 make run"
    )
