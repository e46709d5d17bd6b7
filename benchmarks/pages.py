"""Every marketing page at several sizes, side by side: `python -m benchmarks.pages URL…`, each a database that `seed-big` made.

Hubs of their own serve each of them; requests come one after the other over HTTP. What is asked first finds nothing ready: it is measured at a
hub that keeps no answers, where each page was asked once before, so that files are in memory. What is asked again is asked of another one, which
keeps them as any hub does. Beside the times stands what the hub's processor did for a request, which others on the machine do not change; beside
that, of PostgreSQL, nothing is seen of its own. Without a URL it makes two small ones. `PAGES=search` in the environment asks for those alone
whose name has that word.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
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

_FIRST_TIMES, _AGAIN_TIMES, _FEW = 5, 20, 3
_SLOW = 2.0
_PATIENCE = aiohttp.ClientTimeout(total=60)
_SMALL = (1_000, 10_000)
_PORT = 8_790
_NAME = "Benchmark"


@dataclass(frozen=True)
class Took:
    """Seconds, in ascending order, and the hub's processor time for one request."""

    times: list[float]
    worked: float


@dataclass(frozen=True)
class Column:
    """A database, and what each page took."""

    name: str
    first: dict[str, Took]
    again: dict[str, Took]


async def main(urls: list[str]) -> None:
    """Tells a table."""
    with tempfile.TemporaryDirectory() as folder:
        if not urls:
            for dialogues in _SMALL:
                urls.append(f"sqlite:///{folder}/big-{dialogues}.db")
                await seed_big(urls[-1], dialogues, 7, utc_now(), lambda _: None)
        columns: list[Column] = []
        for number, url in enumerate(urls):
            columns.append(await _measured(url, _PORT + number, Path(folder) / str(number)))
            _tell(columns)


async def _measured(url: str, port: int, var: Path) -> Column:
    engines = Engines(url)
    await migrate(engines)
    token = new_token()
    async with SqlStore(engines, lambda _: None).begin() as tx:
        tx.add(ApiKey(new_id(), _NAME, Role.ADMIN, token_digest(token), utc_now()))
    async with engines.reader.connect() as connection:
        count = await connection.scalar(sa.select(sa.func.count()).select_from(t.response_events))
        asked = pages(await _known(connection))
    # Each time draws samples, whose list would grow from time to time.
    async with engines.changing_tables() as connection:
        await connection.execute(sa.delete(t.samples).where(t.samples.c.name == _NAME))
    await engines.dispose()
    first = await _asked(url, port, var, token, asked, kept=False)
    again = await _asked(url, port, var, token, asked, kept=True)
    kind = "PostgreSQL" if not url.startswith("sqlite") else "SQLite"
    return Column(f"{kind}, {count:,}", first, again)


async def _asked(
    url: str, port: int, var: Path, token: str, asked: dict[str, Ask], *, kept: bool
) -> dict[str, Took]:
    keeping = {} if kept else {"FIGURES_MAX_AGE": "0"}
    async with (
        serving(url, port, var, keeping) as pid,
        aiohttp.ClientSession(timeout=_PATIENCE) as http,
    ):
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
        times = _AGAIN_TIMES if kept else _FIRST_TIMES
        return {
            name: await _often(ask, page, pid, times)
            for name, page in asked.items()
            if only in name
        }


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


async def _often(ask: Callable[[Ask], Awaitable[float]], page: Ask, pid: int, many: int) -> Took:
    try:
        first = await ask(page)
        before = cpu_of((pid,))
        times = sorted([await ask(page) for _ in range(_FEW if first > _SLOW else many)])
        return Took(times, (cpu_of((pid,)) - before) / len(times))
    except TimeoutError:
        return Took([float("inf")], float("inf"))


@asynccontextmanager
async def serving(
    url: str, port: int, var: Path, settings: Mapping[str, str] | None = None
) -> AsyncIterator[int]:
    environ = {
        **os.environ,
        **(settings or {}),
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


def _tell(columns: list[Column]) -> None:
    heads = [f"{one.name}: {when}" for one in columns for when in ("first", "again")]
    print(
        f"| ms: median / p95 / processor | {' | '.join(heads)} | processor, last to the one before: first | again |"
    )
    print(f"| --- | {' | '.join('---:' for _ in heads)} | ---: | ---: |")
    for page in columns[0].first:
        cells = [_cell(took[page]) for one in columns for took in (one.first, one.again)]
        by = [
            _ratio([one.first[page] for one in columns]),
            _ratio([one.again[page] for one in columns]),
        ]
        print(f"| {page} | {' | '.join([*cells, *by])} |", flush=True)


def _ratio(took: list[Took]) -> str:
    if len(took) == 1:
        return ""
    before, last = (one.worked for one in took[-2:])
    return f"{last / before:.1f}" if before else ""


def _cell(took: Took) -> str:
    figures = median(took.times), percentile(took.times, 95), took.worked
    return " / ".join(f"{1000 * figure:,.0f}" for figure in figures)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
