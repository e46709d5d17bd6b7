"""The load: visitors who write as soon as the last message was acknowledged (or at a pace), one agent who hears all.

A program of its own, so that it has a processor to itself: `python -m benchmarks._drive` reads a `Drive` as JSON from
its input and prints a `Driven`.
"""

from __future__ import annotations

import asyncio
import gc
import json
import os
import random
import re
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import uvloop

from benchmarks._figures import percentile
from benchmarks._wire import Wire

# Not in decimal digits: so many of them may be the number of a card, which the hub does not keep.
_STAMP = re.compile(rb"~([0-9a-f]+)~")
_TICKS = os.sysconf("SC_CLK_TCK")
_QUIET = 10.0
_MOST_REFUSALS = 20
_ROW = 25
_SETTLED = 1.5


@dataclass(frozen=True)
class Drive:
    """What to do; `pace` is messages a second of each visitor, 0 for as fast as acks come."""

    visitor_url: str
    agent_url: str
    visitors: int
    seconds: float
    inbox: str = ""
    # None: a relay without conversations to own.
    agent_token: str | None = None
    # Visitors that come back keep their conversations, so that the database does not grow with every round.
    memory: str = ""
    pace: float = 0.0
    warm: float = 0.5
    pids: tuple[int, ...] = ()


@dataclass
class Driven:
    """What came of it; times in milliseconds."""

    rate: float
    acked: int
    lost: int
    # The server ended the agent's connection: what a slow reader must expect, and no measure of anything.
    let_go: bool
    ack_p50: float
    ack_p99: float
    seen_p50: float
    seen_p99: float
    # Of one processor: this program's own share, and seconds of the servers for each message.
    driver_share: float
    server_us: float


class Load:
    """Visitors and their agent; `sent`, `acks` and `seen` are of the measured time only."""

    def __init__(self, drive: Drive) -> None:
        self.drive = drive
        self.measuring = False
        self.running = True
        self.acks: list[int] = []
        self.seen: list[int] = []
        self.stamped: set[int] = set()
        self.refused = 0
        self.visitors: list[Visitor] = []

    def heard_by_agent(self, words: bytes) -> None:
        """Counts what was sent while measuring, whenever it comes."""
        if not words.startswith(b'2["message_created"'):
            return
        stamp = _STAMP.search(words)
        if stamp is not None:
            sent = int(stamp[1], 16)
            if sent in self.stamped:
                self.stamped.discard(sent)
                self.seen.append(time.perf_counter_ns() - sent)


@dataclass
class Visitor:
    """One browser."""

    load: Load
    number: int
    token: str | None = None
    conversation_id: str = "-"
    # Who answers, as the welcome says; relays welcome nobody.
    owner: asyncio.Future[str] = field(init=False)
    sent: dict[int, int] = field(default_factory=dict)
    count: int = 0
    run: str = field(default_factory=lambda: os.urandom(5).hex())
    wire: Wire = field(init=False)

    async def join(self) -> None:
        """Connects."""
        drive = self.load.drive
        self.owner = asyncio.get_running_loop().create_future()
        auth = {"inbox": drive.inbox, **({"token": self.token} if self.token else {})}
        self.wire = await Wire.connect(drive.visitor_url, "/visitor", auth, self.heard)

    def say(self) -> None:
        """The next message, with the time in it."""
        self.count += 1
        now = time.perf_counter_ns()
        self.sent[self.count] = now
        load = self.load
        if load.measuring:
            load.stamped.add(now)
        self.wire.tell(
            self.count,
            # Ids begin with the time, as those of our own clients do.
            b'["send_message",{"client_id":"%012x%b-%d","conversation_id":"%b","content":'
            b'{"type":"text","text":"~%x~ Where is my order, please? It was due on Monday."}}]'
            % (
                time.time_ns() // 1_000_000,
                self.run.encode(),
                self.count,
                self.conversation_id.encode(),
                now,
            ),
        )

    def heard(self, words: bytes) -> None:
        """An ack brings the next message."""
        if words[:1] != b"3":
            if words.startswith(b'2["welcome"'):
                self._welcomed(json.loads(words[1:])[1])
            return
        now = time.perf_counter_ns()
        number, _, answer = words[1:].partition(b"[")
        sent = self.sent.pop(int(number))
        load = self.load
        if b'"ok":true' not in answer:
            load.refused += 1
            load.stamped.discard(sent)
            assert load.refused < _MOST_REFUSALS, answer
        elif load.measuring:
            load.acks.append(now - sent)
        if load.running and not load.drive.pace:
            self.say()

    def _welcomed(self, welcome: dict[str, Any]) -> None:
        self.token = welcome["token"] or self.token
        conversation = welcome["conversation"]
        self.owner.set_result(conversation["owner"]["kind"] if conversation else "")

    async def say_at_a_pace(self) -> None:
        """At random moments, as people do."""
        while self.load.running:
            await asyncio.sleep(random.expovariate(self.load.drive.pace))
            self.say()


async def drive(task: Drive) -> Driven:
    """Connects all, lets them write, and waits until everything was heard."""
    load = Load(task)
    agent = await Wire.connect(
        task.agent_url, "/agent", {"token": task.agent_token}, load.heard_by_agent
    )
    # Who was held still does first what fell due meanwhile: dialogues whose agent was away go to the queue.
    await asyncio.sleep(_SETTLED)
    load.visitors = [Visitor(load, number) for number in range(task.visitors)]
    await _gather(load, agent)
    gc.collect()
    gc.freeze()
    pacers = [asyncio.create_task(v.say_at_a_pace()) for v in load.visitors if task.pace]
    if not task.pace:
        for visitor in load.visitors:
            visitor.say()
    await asyncio.sleep(task.warm)
    load.measuring = True
    began, own, servers = time.perf_counter(), time.process_time(), cpu_of(task.pids)
    await asyncio.sleep(task.seconds)
    load.measuring = load.running = False
    took = time.perf_counter() - began
    own, servers = time.process_time() - own, cpu_of(task.pids) - servers
    acked = len(load.acks)
    for pacer in pacers:
        pacer.cancel()
    await _quiet(load)
    let_go = agent.ended.done()
    agent.close()
    for visitor in load.visitors:
        visitor.wire.close()
    acks, seen = sorted(load.acks), sorted(load.seen)
    return Driven(
        rate=acked / took,
        acked=acked,
        lost=len(load.stamped),
        let_go=let_go,
        ack_p50=percentile(acks, 50) / 1e6,
        ack_p99=percentile(acks, 99) / 1e6,
        seen_p50=percentile(seen, 50) / 1e6,
        seen_p99=percentile(seen, 99) / 1e6,
        driver_share=own / took,
        server_us=servers / max(acked, 1) * 1e6,
    )


async def _gather(load: Load, agent: Wire) -> None:
    """Everyone connects and has a conversation that the agent owns."""
    task = load.drive
    kept: list[list[str]] = []
    if task.memory and Path(task.memory).exists():
        kept = json.loads(Path(task.memory).read_text())
    for visitor, (token, conversation_id) in zip(load.visitors, kept, strict=False):
        visitor.token, visitor.conversation_id = token, conversation_id
    for at in range(0, len(load.visitors), _ROW):
        await asyncio.gather(*(visitor.join() for visitor in load.visitors[at : at + _ROW]))
    if task.agent_token is None:
        return
    for visitor in load.visitors:
        # Between two runs the agent is gone for so long that some conversations wait for another.
        if await visitor.owner == "agent":
            continue
        if visitor.conversation_id == "-":
            asked = await visitor.wire.ask("request_agent", client_id=f"ask-{visitor.run}")
            visitor.conversation_id = asked["conversation"]["id"]
        await agent.ask("accept", conversation_id=visitor.conversation_id)
    if task.memory:
        known = [[v.token or "", v.conversation_id] for v in load.visitors]
        Path(task.memory).write_text(json.dumps([*known, *kept[len(known) :]]))


async def _quiet(load: Load) -> None:
    """Until all that was sent is acknowledged and heard."""
    deadline = time.monotonic() + _QUIET
    while time.monotonic() < deadline:
        if not load.stamped and not any(visitor.sent for visitor in load.visitors):
            return
        await asyncio.sleep(0.01)


def cpu_of(pids: tuple[int, ...]) -> float:
    """Seconds of processor time that these processes have used."""
    ticks = 0
    for pid in pids:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / _TICKS


def main() -> None:
    """One task, one answer."""
    given: dict[str, Any] = json.loads(sys.stdin.readline())
    task = Drive(**{**given, "pids": tuple(given.get("pids", ()))})
    print(json.dumps(asdict(uvloop.run(drive(task)))))


if __name__ == "__main__":
    main()
