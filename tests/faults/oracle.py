"""Judges a run: what clients wrote, what the hub acknowledged and what everybody saw, held against the database.

Every message of a run has a text of its own, `speaker/number`, so that a lost, doubled or moved one shows by itself.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter, defaultdict
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from tests.faults.database import found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samtal_client import Message

VIEWS_WITHIN = 5.0
# The short tier runs on whatever machine there is, several tests at a time: there a bound of time only tells what
# hangs from what goes on. What is promised in seconds is judged by the long tier.
_LEAST_CROWD = 1.0 if os.environ.get("FAULTS") == "long" else 4.0


def crowd() -> float:
    """Times are promised on a machine of our own; where others compute too, each gets its share of it."""
    return max(_LEAST_CROWD, os.getloadavg()[0] / (os.cpu_count() or 1))


_LOOK_EVERY = 0.2
_SHOWN = 5
_ROWS = "SELECT conversation_id, seq, id, author_kind, kind, text FROM messages ORDER BY conversation_id, seq"
_OPEN_TURNS = "SELECT count(*) FROM bot_turns WHERE finished_at IS NULL"
_REST_WITHIN = 60.0
_ECHO = "You said: "


@dataclass
class Written:
    """One message a client was asked to send; `acked_at` and `seq` once the hub said ok."""

    speaker: str
    text: str
    at: float
    acked_at: float | None = None
    conversation_id: str | None = None
    seq: int | None = None
    refused: str | None = None


@dataclass(frozen=True)
class Row:
    """A message in the database."""

    conversation_id: str
    seq: int
    id: str
    author: str
    kind: str
    text: str


@dataclass(frozen=True)
class View:
    """What one client holds of one conversation; visitors do not see notes."""

    who: str
    conversation_id: str
    messages: Callable[[], Sequence[Message]]
    inside: bool


@dataclass
class Log:
    """What the clients of one run report."""

    written: dict[str, Written] = field(default_factory=dict)
    # Named spans of time in which something was broken.
    faults: list[tuple[str, float, float]] = field(default_factory=list)

    def wrote(self, speaker: str, text: str) -> Written:
        """Handed to the client."""
        made = self.written[text] = Written(speaker, text, time.monotonic())
        return made

    @contextmanager
    def fault(self, name: str) -> Iterator[None]:
        """For as long as something is broken."""
        began = time.monotonic()
        try:
            yield
        finally:
            self.faults.append((name, began, time.monotonic()))

    @property
    def acked(self) -> list[Written]:
        """All the hub said ok to."""
        return [item for item in self.written.values() if item.acked_at is not None]

    def latency(self, quantile: float, *, during: str | None = None, margin: float = 0.0) -> float:
        """Seconds to the ack, of what was written while `during` lasted, or while nothing was broken.

        `margin` is how long after a fault its echo may still be felt.
        """
        spans = [(b, e + margin) for name, b, e in self.faults if during in {None, name}]
        inside = during is not None
        taken = sorted(
            item.acked_at - item.at
            for item in self.acked
            if item.acked_at is not None
            and any(began <= item.at <= ended for began, ended in spans) is inside
        )
        return taken[min(int(len(taken) * quantile), len(taken) - 1)] if taken else 0.0

    def acks_between(self, began: float, ended: float) -> int:
        """How many acks came in a span."""
        return sum(1 for item in self.acked if began <= (item.acked_at or 0) <= ended)


@dataclass
class Verdict:
    """Counts of what must not be; `examples` names a few of each."""

    lost: int = 0  # acknowledged, and not in the database
    moved: int = 0  # acknowledged under another number or conversation
    never_sent: int = 0  # written, not refused, and not in the database after all was quiet
    refused: int = 0
    doubled: int = 0
    holes: int = 0
    reordered: int = 0
    wrong_views: int = 0
    in_outbox: int = 0
    bot_twice: int = 0
    unknown: int = 0  # in the database, and written by nobody
    messages: int = 0
    conversations: int = 0
    views: int = 0
    views_equal_after: float = 0.0
    examples: dict[str, list[str]] = field(default_factory=dict)

    @property
    def faultless(self) -> bool:
        """Nothing lost, doubled, reordered or unseen."""
        return not any(
            (
                self.lost, self.moved, self.never_sent, self.refused, self.doubled, self.holes,
                self.reordered, self.wrong_views, self.in_outbox, self.bot_twice, self.unknown,
            )
        )  # fmt: skip

    def found(self, kind: str, examples: Sequence[str]) -> None:
        """Notes the count of one kind."""
        setattr(self, kind, getattr(self, kind) + len(examples))
        if examples:
            self.examples.setdefault(kind, []).extend(examples[:_SHOWN])

    def counts(self) -> dict[str, object]:
        """For the report."""
        return asdict(self)


async def rows_of(database_url: str) -> list[Row]:
    """Every message in the database, read apart from the hub."""
    return [Row(*row) for row in await found(database_url, _ROWS)]


async def rows_at_rest(database_url: str) -> list[Row]:
    """As soon as the bot has answered everything too: nobody writes any more."""
    async with asyncio.timeout(_REST_WITHIN):
        while await found(database_url, _OPEN_TURNS) != [(0,)]:
            await asyncio.sleep(_LOOK_EVERY)
    return await rows_of(database_url)


def judge(log: Log, rows: Sequence[Row], pending: int) -> Verdict:
    """Everything but the views."""
    verdict = Verdict(in_outbox=pending)
    spoken = [row for row in rows if row.kind == "message" and row.author in {"visitor", "agent"}]
    at: dict[str, Row] = {row.text: row for row in spoken}
    times = Counter(row.text for row in spoken)
    written = list(log.written.values())
    verdict.messages = len(spoken)
    verdict.found("lost", [w.text for w in log.acked if w.text not in at])
    verdict.found(
        "moved",
        [
            f"{w.text}: {w.seq}, stored as {at[w.text].seq}"
            for w in log.acked
            if w.text in at
            and (at[w.text].seq, at[w.text].conversation_id) != (w.seq, w.conversation_id)
        ],
    )
    verdict.found("never_sent", [w.text for w in written if w.refused is None and w.text not in at])
    verdict.found("refused", [f"{w.text}: {w.refused}" for w in written if w.refused is not None])
    verdict.found("doubled", [text for text, count in times.items() if count > 1])
    verdict.found("unknown", [text for text in times if text not in log.written])
    _judge_order(verdict, rows)
    return verdict


def _judge_order(verdict: Verdict, rows: Sequence[Row]) -> None:
    by_conversation: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_conversation[row.conversation_id].append(row)
    verdict.conversations = len(by_conversation)
    for conversation_id, held in by_conversation.items():
        if [row.seq for row in held] != list(range(1, len(held) + 1)):
            verdict.found("holes", [conversation_id])
        latest: dict[str, int] = {}
        for row in held:
            speaker, _, number = row.text.partition("/")
            if row.kind == "message" and number.isdigit():
                if int(number) < latest.get(speaker, -1):
                    verdict.found("reordered", [f"{conversation_id}: {row.text}"])
                latest[speaker] = int(number)
        echoes = Counter(row.text for row in held if row.author == "bot" and _ECHO in row.text)
        verdict.found("bot_twice", [text for text, count in echoes.items() if count > 1])


def _alike(held: Sequence[object], there: Sequence[object]) -> int:
    return next(
        (at for at, (a, b) in enumerate(zip(held, there, strict=False)) if a != b),
        min(len(held), len(there)),
    )


async def judge_views(
    verdict: Verdict, views: Sequence[View], rows: Sequence[Row], within: float = VIEWS_WITHIN
) -> None:
    """Waits, for at most five seconds, until every view is the database's."""
    inside: dict[str, list[tuple[int, str]]] = defaultdict(list)
    public: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows:
        inside[row.conversation_id].append((row.seq, row.id))
        if row.kind != "note":
            public[row.conversation_id].append((row.seq, row.id))

    def wrong() -> list[str]:
        differing = []
        for view in views:
            held = [(message.seq, message.id) for message in view.messages()]
            there = (inside if view.inside else public)[view.conversation_id]
            if held != there:
                differing.append(
                    f"{view.who}: {len(held)} of {len(there)} in {view.conversation_id}, "
                    f"the same up to {_alike(held, there)}"
                )
        return differing

    began = time.monotonic()
    while wrong() and time.monotonic() - began < within * crowd():
        await asyncio.sleep(_LOOK_EVERY)
    verdict.views = len(views)
    verdict.views_equal_after = round(time.monotonic() - began, 2)
    verdict.found("wrong_views", wrong())
