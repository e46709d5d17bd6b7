"""What the journal costs without sockets: messages a second, and processor time of loop and writer for each.

`python -m benchmarks.journal [--senders N] [--seconds S] [--url DATABASE_URL] [--together N] [--profile]`
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import pstats
import tempfile
import time
from pathlib import Path

import uvloop

from chat_server.clock import utc_now
from chat_server.domain.agent import Agent, Role
from chat_server.domain.ids import new_id
from chat_server.domain.inbox import Inbox
from chat_server.services.access import AgentCaller, VisitorCaller
from chat_server.services.assignments import Assignments
from chat_server.services.identity import Arrival, VisitorIdentity
from chat_server.services.secret_box import SecretBox
from chat_server.services.visitor_messages import VisitorMessages
from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from chat_server.store.sql_store import SqlStore

_ANNA = AgentCaller("anna", "Anna", Role.AGENT)
_TEXT = "Where is my order, please? It was due on Monday."


class Senders:
    """Visitors whose dialogues an agent answers; each writes as soon as the last message is committed."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.messages = VisitorMessages(store, utc_now, lambda: None)
        self.identity = VisitorIdentity(
            store, utc_now, SecretBox("k" * 32), frozenset(), wildcard=True
        )
        self.callers: list[tuple[VisitorCaller, str]] = []
        self.sent = 0
        self.running = True

    async def gather(self, count: int) -> None:
        """Inbox, agent, and a dialogue for each."""
        async with self.store.begin() as tx:
            tx.add(_inbox(), Agent("anna", "anna@bench.test", "Anna", Role.AGENT, "-", utc_now()))
        assignments = Assignments(self.store, utc_now)
        for _ in range(count):
            session = await self.identity.open(Arrival("bench"))
            content: dict[str, object] = {"type": "text", "text": "Hello"}
            sent = await self.messages.send(session.caller, None, new_id(), content)
            await assignments.accept(_ANNA, sent.conversation_id)
            self.callers.append((session.caller, sent.conversation_id))

    async def send(self, caller: VisitorCaller, conversation_id: str) -> None:
        """Until told to stop."""
        while self.running:
            content: dict[str, object] = {"type": "text", "text": _TEXT}
            await self.messages.send(caller, conversation_id, new_id(), content)
            self.sent += 1


async def measure(options: argparse.Namespace, url: str) -> None:
    """Migrates, gathers, runs, prints."""
    engines = Engines(url)
    await migrate(engines)
    store = SqlStore(engines, lambda _: None, most_together=options.together)
    senders = Senders(store)
    await senders.gather(options.senders)
    tasks = [asyncio.create_task(senders.send(*caller)) for caller in senders.callers]
    await asyncio.sleep(0.5)
    profile = cProfile.Profile() if options.profile else None
    began, sent = time.perf_counter(), senders.sent
    loop_cpu, all_cpu = time.thread_time(), time.process_time()
    if profile is not None:
        profile.enable()
    await asyncio.sleep(options.seconds)
    if profile is not None:
        profile.disable()
    loop_cpu, all_cpu = time.thread_time() - loop_cpu, time.process_time() - all_cpu
    took, count = time.perf_counter() - began, senders.sent - sent
    senders.running = False
    await asyncio.gather(*tasks)
    await store.close()
    await engines.dispose()
    print(
        f"{count / took:7.0f}/s  loop {loop_cpu / count * 1e6:6.1f} µs"
        f"  other threads {(all_cpu - loop_cpu) / count * 1e6:6.1f} µs a message"
    )
    if profile is not None:
        pstats.Stats(profile).sort_stats("tottime").print_stats(45)


def _inbox() -> Inbox:
    return Inbox(
        id="bench",
        key="bench",
        name="Bench",
        locale="en",
        timezone="UTC",
        greeting="Hello!",
        accent="#234",
        bot_name="Bot",
        allowed_origins=["*"],
        secrets={},
    )


def main() -> None:
    """On a new SQLite file unless told otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--senders", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--together", type=int, default=128)
    parser.add_argument("--url", default="")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="samtal-bench-") as folder:
        uvloop.run(measure(options, options.url or f"sqlite:///{Path(folder) / 'samtal.db'}"))


if __name__ == "__main__":
    main()
