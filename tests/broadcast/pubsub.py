"""The manager that python-socketio brings, under the same load: `python -m tests.broadcast.pubsub FAULT`.

A process of its own, because it swallows being cancelled and leaves its connections open.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import socketio

from tests.broadcast.buses import ROOM, SURFACE, Run, under_load
from tests.broadcast.faults import under_fault
from tests.services import valkey

if TYPE_CHECKING:
    from tests.broadcast.buses import Fault


async def measure(url: str, fault: Fault) -> Run:
    """What one side says through pub/sub and the other hears."""
    run = Run()

    class Heard(socketio.AsyncRedisManager):  # type: ignore[misc]  # python-socketio has no types
        async def _handle_emit(self, message: dict[str, Any]) -> None:
            if message["host_id"] != self.host_id:
                run.heard.append(message["data"][0]["n"])

    servers = [socketio.AsyncServer(client_manager=Heard(url)) for _ in range(2)]
    for server in servers:
        server.manager.initialize()

    async def say(number: int) -> None:
        await servers[0].manager.emit("said", {"n": number}, SURFACE, room=ROOM)

    # Its listener says nowhere that it listens.
    async with asyncio.timeout(30):
        while not run.heard:
            await say(-1)
            await asyncio.sleep(0.05)
    await asyncio.sleep(0.2)
    run.heard.clear()
    await under_load(run, say, fault, quiet_within=3.0)
    return run


def main(name: str) -> None:
    """Prints the run as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        server = valkey.new_server(Path(folder))
        server.start()

        async def run() -> None:
            print(json.dumps(asdict(await under_fault(server, name, measure))), flush=True)  # noqa: T201 - its answer
            server.stop()
            os._exit(0)

        asyncio.run(run())


if __name__ == "__main__":
    main(sys.argv[1])
