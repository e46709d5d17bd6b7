"""Every marketing page at several sizes, side by side: `python -m benchmarks.pages URL…`, each a database that `seed-big` made.

A hub of its own serves each of them; requests come one after the other over HTTP. Beside the times stands what the hub's processor did for
a request, which others on the machine do not change; beside that, of PostgreSQL, nothing is seen of its own. Without a URL it makes two
small ones. `PAGES=search` in the environment asks for those alone whose name has that word.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, timedelta
from pathlib import Path

import aiohttp
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from chat_server.clock import utc_now
from chat_server.demo.big.seed import seed_big
from chat_server.domain.agent import ApiKey, Role
from chat_server.domain.ids import new_id, new_token, token_digest
from chat_server.store import tables as t
from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from chat_server.store.sql_store import SqlStore

from ._drive import cpu_of
from ._figures import median, percentile
from ._pages import Ask, Known, pages

_TIMES, _FEW = 20, 3
_SLOW = 2.0
_PATIENCE = aiohttp.ClientTimeout(total=60)
_SMALL = (1_000, 10_000)
_PORT = 8_790


@dataclass(frozen=True)
class Took:
    """Seconds, in ascending order, and the hub's processor time for one request."""

    times: list[float]
    worked: float


async def main(urls: list[str]) -> None:
    """Tells a table."""
    with tempfile.TemporaryDirectory() as folder:
        if not urls:
            for dialogues in _SMALL:
                urls.append(f"sqlite:///{folder}/big-{dialogues}.db")
                await seed_big(urls[-1], dialogues, 7, utc_now(), lambda _: None)
        columns: list[tuple[str, dict[str, Took]]] = []
        for number, url in enumerate(urls):
            columns.append(await _measured(url, _PORT + number, Path(folder) / str(number)))
            _tell(columns)


async def _measured(url: str, port: int, var: Path) -> tuple[str, dict[str, Took]]:
    engines = Engines(url)
    await migrate(engines)
    token = new_token()
    async with SqlStore(engines, lambda _: None).begin() as tx:
        tx.add(ApiKey(new_id(), "benchmark", Role.ADMIN, token_digest(token), utc_now()))
    async with engines.reader.connect() as connection:
        count = await connection.scalar(sa.select(sa.func.count()).select_from(t.response_events))
        asked = pages(await _known(connection))
    await engines.dispose()
    async with serving(url, port, var) as pid, aiohttp.ClientSession(timeout=_PATIENCE) as http:
        headers = {"Authorization": f"Bearer {token}"}
        base = f"http://127.0.0.1:{port}/api/v1/"

        async def ask(page: Ask) -> float:
            began = time.perf_counter()
            how = "GET" if page.body is None else "POST"
            given = http.request(how, base + page.path, headers=headers, json=page.body)
            async with given as answer:
                said = await answer.text()
                if not answer.ok:
                    sys.stderr.write(f"{page.path}: {answer.status} {said}\n")
                    return float("inf")
            return time.perf_counter() - began

        only = os.environ.get("PAGES", "")
        took = {name: await _often(ask, page, pid) for name, page in asked.items() if only in name}
    kind = "PostgreSQL" if not url.startswith("sqlite") else "SQLite"
    return f"{kind}, {count:,}", took


async def _known(connection: AsyncConnection) -> Known:
    c, who = t.response_events.c, t.agents.c
    last = sa.select(c.conversation_id, c.contact_id, c.opened_at).order_by(c.opened_at.desc())
    dialogue, contact, newest = (await connection.execute(last.limit(1))).one()
    number = await connection.scalar(sa.select(sa.func.min(t.orders.c.number)))
    reviewing = sa.select(who.id).where(who.role.in_([Role.MARKETER, Role.ADMIN])).limit(2)
    first, second = await connection.scalars(reviewing)
    midnight = newest.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    order = (number or "100000").partition("-")[0]
    return Known(midnight + timedelta(days=1), order, dialogue, contact, (first, second))


async def _often(ask: Callable[[Ask], Awaitable[float]], page: Ask, pid: int) -> Took:
    try:
        first = await ask(page)
        before = cpu_of((pid,))
        times = sorted([await ask(page) for _ in range(_FEW if first > _SLOW else _TIMES)])
        return Took(times, (cpu_of((pid,)) - before) / len(times))
    except TimeoutError:
        return Took([float("inf")], float("inf"))


@asynccontextmanager
async def serving(url: str, port: int, var: Path) -> AsyncIterator[int]:
    environ = {
        **os.environ,
        "DATABASE_URL": url,
        "PORT": str(port),
        "VAR_DIR": str(var),
        "RATE_LIMITS": "off",
        "RASA_URL": "http://127.0.0.1:9",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "chat_server",
        "serve",
        env=environ,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with aiohttp.ClientSession() as http:
            await _until_it_answers(http, f"http://127.0.0.1:{port}/healthz")
        yield process.pid
    finally:
        process.terminate()
        await process.wait()


async def _until_it_answers(http: aiohttp.ClientSession, address: str) -> None:
    for _ in range(3_000):
        try:
            async with http.get(address):
                return
        except aiohttp.ClientError:
            await asyncio.sleep(0.1)
    raise TimeoutError("the hub does not start")


def _tell(columns: list[tuple[str, dict[str, Took]]]) -> None:
    names = [name for name, _ in columns]
    print(
        f"| ms: median / p95 / processor | {' | '.join(names)} | processor, last to the one before |"
    )
    print(f"| --- | {' | '.join('---:' for _ in names)} | ---: |")
    for page in columns[0][1]:
        cells = [took[page] for _, took in columns]
        ratio = ""
        if len(cells) > 1:
            before, last = (one.worked for one in cells[-2:])
            ratio = f"{last / before:.1f}" if before else ""
        print(f"| {page} | {' | '.join(map(_cell, cells))} | {ratio} |", flush=True)


def _cell(took: Took) -> str:
    figures = median(took.times), percentile(took.times, 95), took.worked
    return " / ".join(f"{1000 * figure:,.0f}" for figure in figures)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
