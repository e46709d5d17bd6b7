"""Exports of a whole database, and what the hub's memory does meanwhile: `python -m benchmarks.export URL [messages.parquet …]`.

The database is one that `seed-big` made. A hub of its own serves it; the reader throws away what it gets.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from pathlib import Path

import aiohttp

from chat_server.clock import utc_now
from chat_server.domain.agent import ApiKey, Role
from chat_server.domain.ids import new_id, new_token, token_digest
from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from chat_server.store.sql_store import SqlStore

from ._drive import cpu_of
from .pages import serving

_PORT = 8_780
_ALL = [
    f"{what}.{kind}"
    for what in ("messages", "dialogues", "events")
    for kind in ("parquet", "jsonl", "csv")
]
_KIB, _MILLION = 1024, 1_000_000
_LOOK = 0.1


async def main(url: str, names: list[str]) -> None:
    """Tells a table."""
    engines = Engines(url)
    await migrate(engines)
    token = new_token()
    async with SqlStore(engines, lambda _: None).begin() as tx:
        tx.add(ApiKey(new_id(), "benchmark", Role.ADMIN, token_digest(token), utc_now()))
    await engines.dispose()
    print("| export | MB sent | seconds | hub's processor, s | hub before, MB | at most, MB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    headers = {"Authorization": f"Bearer {token}"}
    timeout = aiohttp.ClientTimeout(total=None, sock_read=300)
    for number, name in enumerate(names):
        with tempfile.TemporaryDirectory() as folder:
            port = _PORT + number
            async with (
                serving(url, port, Path(folder)) as pid,
                aiohttp.ClientSession(headers=headers, timeout=timeout) as http,
            ):
                before, worked, began = _memory(pid), cpu_of((pid,)), time.perf_counter()
                most = asyncio.ensure_future(_most(pid))
                sent = await _read(http, f"http://127.0.0.1:{port}/api/v1/exports/{name}")
                most.cancel()
                took, worked = time.perf_counter() - began, cpu_of((pid,)) - worked
                peak = max(_peak, _memory(pid))
                figures = f"{sent / _MILLION:,.1f} | {took:,.0f} | {worked:,.0f}"
                print(f"| {name} | {figures} | {before:,.0f} | {peak:,.0f} |", flush=True)


_peak = 0.0


async def _most(pid: int) -> None:
    """The most since it began, looked at often: the kernel's own mark has the start in it."""
    global _peak  # noqa: PLW0603 - one export at a time
    _peak = 0.0
    while True:
        _peak = max(_peak, _memory(pid))
        await asyncio.sleep(_LOOK)


async def _read(http: aiohttp.ClientSession, address: str) -> int:
    sent = 0
    async with http.get(address) as answer:
        answer.raise_for_status()
        async for piece in answer.content.iter_any():
            sent += len(piece)
    return sent


def _memory(pid: int) -> float:
    """Resident, in MB."""
    for line in Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * _KIB / _MILLION
    return 0.0


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2:] or _ALL))
