"""Visitors and agents who write all the time, each message with a text of its own."""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from samtal_client import AgentClient, NoAnswer, Pace, Refused, VisitorClient
from tests.faults.naive import NaiveAgent, NaiveVisitor
from tests.faults.oracle import VIEWS_WITHIN, Log, Verdict, View, judge, judge_views, rows_at_rest
from tests.hub.data import SHOP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samtal_client import Sending
    from tests.hub.data import Notes

_SETTLE_WITHIN = 40.0
# Opening proves nothing: a crowded machine may take its time.
_PATIENCE = 60.0
_INTRODUCED_AT_ONCE = 6
_AGENTS = ("anna", "bjorn")
# Nobody writes on and on while nothing is answered; it also bounds the backlog of a slow machine.
_MOST_UNANSWERED = 3


@dataclass(frozen=True)
class Size:
    """How many talk, and how many messages a second they write together.

    `naive` of the dialogues are between careless clients, judged apart: the control that rides along.
    """

    dialogues: int = 12
    with_bot: int = 2
    naive: int = 3
    agents: int = 3
    rate: float = 30.0


@dataclass
class Dialogue:
    """A visitor and who answers."""

    name: str
    visitor: VisitorClient
    agent: AgentClient | None = None
    conversation_id: str = ""


@dataclass
class Side:
    """The careful clients, or the naive ones, with a log of their own."""

    log: Log
    dialogues: list[Dialogue] = field(default_factory=list)
    agents: list[AgentClient] = field(default_factory=list)

    def views(self) -> list[View]:
        """Of everybody on this side."""
        found = []
        for dialogue in self.dialogues:
            key = dialogue.conversation_id
            found.append(View(dialogue.name, key, _held(dialogue.visitor, key), inside=False))
            if dialogue.agent is not None:
                found.append(
                    View(f"a-{dialogue.name}", key, _held(dialogue.agent, key), inside=True)
                )
        return found

    @property
    def pending(self) -> int:
        """In all outboxes."""
        return sum(len(client.pending) for client in self._clients)

    @property
    def lost_times(self) -> int:
        """How often any of them was cut off without a word."""
        return sum(client.lost_times for client in self._clients)

    @property
    def _clients(self) -> list[VisitorClient | AgentClient]:
        return [*(d.visitor for d in self.dialogues), *self.agents]

    @property
    def conversation_ids(self) -> set[str]:
        """Of all its dialogues."""
        return {dialogue.conversation_id for dialogue in self.dialogues}


class Load:
    """An async context: inside it the clients are connected; `begin` makes them talk, `end` waits for quiet."""

    def __init__(
        self,
        urls: Sequence[str],
        notes: Notes,
        *,
        seed: int,
        size: Size | None = None,
        pace: Pace | None = None,
        transports: Sequence[str] = ("websocket",),
    ) -> None:
        self.size = size or Size()
        self.careful, self.naive = Side(Log()), Side(Log())
        self.log = self.careful.log
        self._urls = list(urls)
        self._notes = notes
        self._random = random.Random(seed)
        self._pace = pace or Pace()
        self._transports = transports
        self._stack = AsyncExitStack()
        self._talking: list[asyncio.Task[None]] = []
        self._number: dict[str, int] = {}
        self.began_at = self.ended_at = 0.0

    async def __aenter__(self) -> Self:
        """Opens every client and gives the dialogues to their agents."""
        try:
            await self._open(self.careful, self.size.dialogues, self.size.agents)
            if self.size.naive:
                await self._open(self.naive, self.size.naive, 1)
        except BaseException:
            await self._stack.aclose()
            raise
        return self

    async def __aexit__(self, *_: object) -> None:
        """Everybody leaves."""
        for task in self._talking:
            task.cancel()
        await asyncio.gather(*self._talking, return_exceptions=True)
        await self._stack.aclose()

    def begin(self) -> None:
        """Everybody writes at random moments, until `end`."""
        self.began_at = time.monotonic()
        voices = [voice for side in (self.careful, self.naive) for voice in self._voices(side)]
        every = len(voices) / self.size.rate
        self._talking = [asyncio.create_task(self._talk(every, *voice)) for voice in voices]

    async def end(self, within: float = _SETTLE_WITHIN) -> None:
        """Nobody writes any more; returns when every careful outbox is empty, or after `within`."""
        for task in self._talking:
            task.cancel()
        await asyncio.gather(*self._talking, return_exceptions=True)
        self._talking.clear()
        self.ended_at = time.monotonic()
        deadline = time.monotonic() + within
        while self.careful.pending and time.monotonic() < deadline:
            await asyncio.sleep(0.05)

    async def verdicts(
        self, database_url: str, views_within: float = VIEWS_WITHIN
    ) -> tuple[Verdict, Verdict]:
        """On the careful clients, and on the naive ones."""
        rows = await rows_at_rest(database_url)
        found = []
        for side in (self.careful, self.naive):
            ours = [row for row in rows if row.conversation_id in side.conversation_ids]
            verdict = judge(side.log, ours, side.pending)
            # The careful ones have been waited for: the naive ones had as long.
            within = views_within if side is self.careful else 0.0
            await judge_views(verdict, side.views(), ours, within)
            found.append(verdict)
        careful, naive = found
        return careful, naive

    def probed(self, text: str, data: dict[str, Any]) -> None:
        """A message that the test itself sent, past every outbox, and that was acknowledged."""
        written = self.log.wrote(text.partition("/")[0], text)
        written.acked_at = time.monotonic()
        written.conversation_id, written.seq = data["conversation_id"], data["seq"]

    # ------------------------------------------------------------------- talking

    def _voices(self, side: Side) -> list[tuple[Log, str, Callable[[str], Sending]]]:
        voices: list[tuple[Log, str, Callable[[str], Sending]]] = []
        for dialogue in side.dialogues:
            voices.append((side.log, dialogue.name, dialogue.visitor.say))
            if dialogue.agent is not None:
                voices.append((side.log, f"a-{dialogue.name}", _replies(dialogue)))
        return voices

    async def _talk(
        self, every: float, log: Log, speaker: str, say: Callable[[str], Sending]
    ) -> None:
        unanswered: set[asyncio.Future[Any]] = set()
        while True:
            await asyncio.sleep(self._random.uniform(0.2, 1.8) * every)
            if len(unanswered) < _MOST_UNANSWERED:
                acked = self._write(log, speaker, say).acked
                unanswered.add(acked)
                acked.add_done_callback(unanswered.discard)

    def _write(self, log: Log, speaker: str, say: Callable[[str], Sending]) -> Sending:
        number = self._number[speaker] = self._number.get(speaker, 0) + 1
        written = log.wrote(speaker, f"{speaker}/{number:06}")
        sending = say(written.text)

        def acked(done: asyncio.Future[Any]) -> None:
            if done.cancelled():
                return
            if isinstance(done.exception(), Refused):
                written.refused = str(done.exception())
            elif done.exception() is None:
                sent = done.result()
                written.acked_at = time.monotonic()
                written.conversation_id, written.seq = sent.conversation_id, sent.seq

        sending.acked.add_done_callback(acked)
        return sending

    # ------------------------------------------------------------------- opening

    async def _open(self, side: Side, dialogues: int, agents: int) -> None:
        naive = side is self.naive
        for number in range(agents):
            who = _AGENTS[number % len(_AGENTS)]
            agent = (NaiveAgent if naive else AgentClient)(
                self._turned(number),
                email=self._notes.emails[who],
                password=self._notes.password,
                pace=self._pace,
                transports=self._transports,
            )
            side.agents.append(await self._stack.enter_async_context(agent))
        await asyncio.gather(*(agent.ready(_PATIENCE) for agent in side.agents))
        for number in range(dialogues):
            name = f"{'n' if naive else 'v'}{number:02}"
            visitor = (NaiveVisitor if naive else VisitorClient)(
                # The other way round than its agent's: most dialogues cross from hub to hub.
                self._turned(number + number // max(agents, 1) + 1),
                self._notes.inbox,
                headers={"Origin": SHOP},
                pace=self._pace,
                transports=self._transports,
            )
            await self._stack.enter_async_context(visitor)
            with_agent = naive or number >= self.size.with_bot
            agent_of = side.agents[number % agents] if with_agent else None
            side.dialogues.append(Dialogue(name, visitor, agent_of))
        some = asyncio.Semaphore(_INTRODUCED_AT_ONCE)

        async def introduced(dialogue: Dialogue) -> None:
            async with some:
                await self._introduce(side.log, dialogue)

        await asyncio.gather(*map(introduced, side.dialogues))

    async def _introduce(self, log: Log, dialogue: Dialogue) -> None:
        await dialogue.visitor.ready(_PATIENCE)
        first = self._write(log, dialogue.name, dialogue.visitor.say)
        sent = await asyncio.wait_for(first.acked, _PATIENCE)
        dialogue.conversation_id = sent.conversation_id
        if dialogue.agent is None:
            return
        async with asyncio.timeout(_PATIENCE):
            while True:
                try:
                    await dialogue.visitor.ask_for_a_person()
                    await dialogue.agent.accept(sent.conversation_id)
                except (NoAnswer, Refused):
                    await asyncio.sleep(0.2)
                else:
                    return

    def _turned(self, by: int) -> list[str]:
        by %= len(self._urls)
        return [*self._urls[by:], *self._urls[:by]]


def _held(client: VisitorClient | AgentClient, conversation_id: str) -> Callable[[], Any]:
    def held() -> Any:
        transcript = client.transcripts.get(conversation_id)
        return transcript.messages if transcript is not None else []

    return held


def _replies(dialogue: Dialogue) -> Callable[[str], Sending]:
    def reply(text: str) -> Sending:
        assert dialogue.agent is not None
        return dialogue.agent.reply(dialogue.conversation_id, text)

    return reply
