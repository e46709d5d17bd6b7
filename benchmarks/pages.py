"""Every marketing page at several sizes, side by side: `python -m benchmarks.pages URL…`, each a database that `seed-big` made.

A hub of its own serves each of them; requests come one after the other over HTTP. Beside the times stands what the hub's processor did for
a request, which others on the machine do not change. Without a URL it makes two small ones.
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
from datetime import UTC, datetime, timedelta
from pathlib import Path

import aiohttp
import sqlalchemy as sa

from chat_server.clock import utc_now
from chat_server.demo.big.seed import seed_big
from chat_server.domain.agent import ApiKey, Role
from chat_server.domain.ids import new_id, new_token, token_digest
from chat_server.store import tables as t
from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from chat_server.store.transaction import SqlStore

from ._drive import cpu_of
from ._figures import median, percentile

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


def _pages(end: datetime, order: str, dialogue: str) -> dict[str, str]:
    """By name: what a page asks for when it is opened."""

    def last(days: int) -> str:
        since = (end - timedelta(days=days)).date()
        return f"from={since.isoformat()}&to={end.date().isoformat()}"

    return {
        "overview, 7 days": f"reports/overview?{last(7)}",
        "overview, 30 days": f"reports/overview?{last(30)}",
        "overview, 90 days": f"reports/overview?{last(90)}",
        "overview, two years": f"reports/overview?{last(729)}",
        "memory, 30 days": f"reports/memory?{last(30)}",
        "memory, 90 days": f"reports/memory?{last(90)}",
        "help, 30 days": f"reports/help?{last(30)}",
        "help, 90 days": f"reports/help?{last(90)}",
        "who comes back, months": "reports/retention?unit=month",
        "who comes back, weeks": "reports/retention?unit=week",
        "campaigns": "campaigns",
        "elements": "elements",
        "dialogues": "conversations?limit=50",
        "dialogues of a campaign": "conversations?limit=50&campaign=campaign-3&outcome=handed_off",
        "dialogues of who returned": f"conversations?limit=50&outcome=returning&{last(30)}",
        "response events": "response-events?limit=50",
        "one dialogue": f"conversations/{dialogue}/messages",
        "search: a number": f"conversations?limit=50&q={order}",
        "search: English, frequent": "conversations?limit=50&q=order",
        "search: English, two words": "conversations?limit=50&q=waterproof fleece",
        "search: Chinese, frequent": "conversations?limit=50&q=訂單",
        "search: Chinese, phrase": "conversations?limit=50&q=羽絨背心的拉鍊",
        "search: Thai, frequent": "conversations?limit=50&q=คำสั่งซื้อ",
        "search: Thai, phrase": "conversations?limit=50&q=เสื้อกันฝนกันน้ำไหม",
        "search: nothing found": "conversations?limit=50&q=zeppelin",
    }


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
    c = t.response_events.c
    async with engines.reader.connect() as connection:
        count = await connection.scalar(sa.select(sa.func.count()).select_from(t.response_events))
        asked = sa.select(c.conversation_id, c.opened_at).order_by(c.opened_at.desc()).limit(1)
        dialogue, newest = (await connection.execute(asked)).one()
        number = await connection.scalar(sa.select(sa.func.min(t.orders.c.number)))
    await engines.dispose()
    end = newest.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    pages = _pages(end + timedelta(days=1), (number or "100000").partition("-")[0], dialogue)
    async with serving(url, port, var) as pid, aiohttp.ClientSession(timeout=_PATIENCE) as http:
        headers = {"Authorization": f"Bearer {token}"}
        base = f"http://127.0.0.1:{port}/api/v1/"

        async def ask(path: str) -> float:
            began = time.perf_counter()
            async with http.get(base + path, headers=headers) as answer:
                await answer.read()
                if answer.status != 200:  # noqa: PLR2004
                    sys.stderr.write(f"{path}: {answer.status}\n")
                    return float("inf")
            return time.perf_counter() - began

        took = {name: await _often(ask, path, pid) for name, path in pages.items()}
    kind = "PostgreSQL" if not url.startswith("sqlite") else "SQLite"
    return f"{kind}, {count:,}", took


async def _often(ask: Callable[[str], Awaitable[float]], path: str, pid: int) -> Took:
    try:
        first = await ask(path)
        before = cpu_of((pid,))
        times = sorted([await ask(path) for _ in range(_FEW if first > _SLOW else _TIMES)])
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
    for _ in range(600):
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
