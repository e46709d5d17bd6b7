"""Whether the report on memory tells the truth: `python -m evaluation.lift` plays worlds in which it is known.

Many periods of made-up dialogues are put into a database and read by the real report. Where memory does nothing, its
intervals shall hold zero nineteen times in twenty ("A/A"); where it does something, they shall hold that and find it.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import sqlalchemy as sa

from chat_server.domain.agent import Role
from chat_server.domain.hold_out import Arm, arm_of
from chat_server.domain.ids import new_id
from chat_server.domain.lift.comparison import MEASURES, Compared, Verdict
from chat_server.domain.shop import OrderStatus
from chat_server.services.access import AgentCaller
from chat_server.services.reports import Reports
from chat_server.store import tables
from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from chat_server.store.sql_store import SqlStore

_DOCUMENT = Path(__file__).parent.parent / "docs" / "memory-evaluation.md"
_BEGIN, _END = "<!-- begin lift -->", "<!-- end lift -->"
_START = datetime(2020, 1, 1, tzinfo=UTC)
# Dialogues begin in the first fortnight, so that orders have the second one.
_PERIOD, _BEGINNINGS = timedelta(days=30), 14 * 86_400
_MARKETER = AgentCaller("evaluation", "Evaluation", Role.MARKETER)
_INBOX = "inbox"
_SEED = 20_261_122
_RATES = 0.4


@dataclass(frozen=True)
class World:
    """`helps` is how many of what would have gone wrong goes well with memory; `contacts` come in each period.

    People differ: some nearly always get what they want, others hardly ever, and the same ones come again.
    """

    contacts: int
    share: int = 50
    helps: float = 0.0
    mean: float = 0.6
    likeness: float = 2.0
    again: float = 0.4

    @property
    def lift(self) -> float:
        """By how much memory truly raises the share of dialogues that are resolved."""
        return self.helps * (1 - self.mean)


@dataclass
class Made:
    """Rows of one period by table."""

    contacts: list[dict[str, Any]]
    customers: list[dict[str, Any]]
    orders: list[dict[str, Any]]
    response_events: list[dict[str, Any]]


@dataclass(frozen=True)
class Tally:
    """Of so many reports: how many intervals held the truth, and how many verdicts were given."""

    key: str
    reports: int
    held: int
    found: int
    width: float


async def reports_of(world: World, periods: int, seed: int, folder: Path) -> list[list[Compared]]:
    """What the real report says of every period."""
    engines = Engines(f"sqlite:///{folder / 'lift.db'}")
    store = SqlStore(engines, lambda _: None)
    random = Random(seed)  # noqa: S311 - made-up people, no secret
    try:
        await migrate(engines)
        async with engines.writer.begin() as connection:
            await connection.execute(sa.insert(tables.inboxes), [_inbox()])
            for period in range(periods):
                made = _period(world, random, _START + period * _PERIOD)
                for name, rows in vars(made).items():
                    if rows:
                        await connection.execute(sa.insert(tables.metadata.tables[name]), rows)
        reports, found = Reports(store), []
        for period in range(periods):
            since = _START + period * _PERIOD
            found.append((await reports.memory(_MARKETER, since, since + _PERIOD)).compared)
        return found
    finally:
        await store.close()
        await engines.dispose()


def tally(reports: list[list[Compared]], truth: dict[str, float]) -> Iterator[Tally]:
    """Of every measure whose true lift is known; the width is the mean one."""
    for key, lift in truth.items():
        all_of = [compared for report in reports for compared in report if compared.key == key]
        lifts = [(compared.lift, compared.verdict) for compared in all_of if compared.lift]
        held = sum(found.low <= lift <= found.high for found, _ in lifts)
        told = sum(verdict in {Verdict.BETTER, Verdict.WORSE} for _, verdict in lifts)
        width = sum(found.high - found.low for found, _ in lifts) / max(len(lifts), 1)
        yield Tally(key, len(lifts), held, told, width)


def no_lift() -> dict[str, float]:
    """The truth where memory does nothing."""
    return {measure.key: 0.0 for measure in MEASURES}


def _period(world: World, random: Random, start: datetime) -> Made:
    made = Made([], [], [], [])
    for _ in range(world.contacts):
        _person(world, random, start, made)
    return made


def _person(world: World, random: Random, start: datetime, made: Made) -> None:
    contact = f"{random.getrandbits(128):032x}"
    arm = arm_of(contact, world.share)
    helps = world.helps if arm is Arm.TREATED else 0.0
    luck = random.betavariate(world.likeness * world.mean, world.likeness * (1 - world.mean))
    seen = {"inbox_id": _INBOX, "created_at": start, "last_seen_at": start}
    made.contacts.append({"id": contact, "external_id": contact, **seen})
    at = start + timedelta(seconds=random.randrange(_BEGINNINGS))
    if _well(random, luck / 4, helps):
        customer = {"id": contact, "name": "Anna", "email": "anna@shop.example", "locale": "en"}
        made.customers.append(customer)
        made.orders.append(_order(contact, at + timedelta(days=2)))
    while True:
        made.response_events.append(_dialogue(world, random, contact, arm, luck, helps, at))
        if random.random() > world.again:
            return
        at = start + timedelta(seconds=random.randrange(_BEGINNINGS))


def _dialogue(
    world: World, random: Random, contact: str, arm: Arm, luck: float, helps: float, at: datetime
) -> dict[str, Any]:
    resolved = _well(random, luck, helps)
    rated = random.random() < _RATES
    counts = dict.fromkeys(
        (
            "misses",
            "visitor_messages",
            "bot_messages",
            "agent_messages",
            "facts_learned",
            "facts_used",
        ),
        0,
    )
    return counts | {
        "conversation_id": new_id(),
        "inbox_id": _INBOX,
        "contact_id": contact,
        "opened_at": at,
        "channel": "website",
        "language": "en",
        "intents": [],
        "agents": [],
        "handoffs": int(not _well(random, luck, helps)),
        "resolved_at": at if resolved else None,
        "rating": 1 + sum(_well(random, luck, helps) for _ in range(4)) if rated else None,
        "memory_arm": arm,
        "memory_share": world.share,
        "asked_again": int(not _well(random, luck, helps)),
    }


def _well(random: Random, luck: float, helps: float) -> bool:
    return random.random() < luck or random.random() < helps


def _order(contact: str, at: datetime) -> dict[str, Any]:
    total = {"currency": "EUR", "total_cents": 5000, "items": []}
    return {
        "number": contact,
        "customer_id": contact,
        "status": OrderStatus.PLACED,
        "placed_at": at,
        **total,
    }


def _inbox() -> dict[str, Any]:
    words = dict.fromkeys(
        ("key", "name", "locale", "timezone", "greeting", "accent", "bot_name"), ""
    )
    numbers = dict.fromkeys(
        (
            "idle_minutes",
            "idle_agent_minutes",
            "idle_close_minutes",
            "answer_seconds",
            "reply_seconds",
            "relax_seconds",
            "memory_holdout",
        ),
        0,
    )
    lists: dict[str, Any] = {"allowed_origins": [], "secrets": {}, "routing_rules": []}
    return {"id": _INBOX, "routing": "manual", **words, **numbers, **lists}


_PERIODS = 200
_ALIKE = {
    "200 contacts, 50 held out of 100": World(200),
    "600 contacts, 10 held out of 100": World(600, share=10),
    "400 contacts who come often and stay as they are": World(400, likeness=0.5, again=0.7),
}
_HELPED_CONTACTS = (200, 400, 800)
_HELPED = {
    f"{contacts} contacts, 50 held out of 100": World(contacts, helps=0.25)
    for contacts in _HELPED_CONTACTS
}


async def _table() -> str:
    lines = [
        f"Seed {_SEED}, {_PERIODS} reports a line where nothing else is said.",
        "",
        "| memory does nothing: A/A | outcome | intervals that hold zero | false verdicts |",
        "| --- | --- | ---: | ---: |",
    ]
    for name, world in _ALIKE.items():
        for row in tally(await _played(world, _PERIODS), no_lift()):
            held, found = row.held / row.reports, row.found / row.reports
            lines += [f"| {name} | {row.key} | {held:.1%} | {found:.1%} |"]
    lines += [
        "",
        "| memory resolves 10 of 100 dialogues more | intervals that hold it | found | mean width |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name, world in _HELPED.items():
        periods = _PERIODS * _HELPED_CONTACTS[0] // world.contacts
        (row,) = tally(await _played(world, periods), {"resolved": world.lift})
        shares = f"{row.held / row.reports:.1%} | {row.found / row.reports:.1%}"
        lines.append(
            f"| {name} ({row.reports} reports) | {shares} | {100 * row.width:.1f} points |"
        )
    return "\n".join(lines)


async def _played(world: World, periods: int) -> list[list[Compared]]:
    with tempfile.TemporaryDirectory() as folder:
        return await reports_of(world, periods, _SEED, Path(folder))


def main() -> None:
    """Write the table into the document, between its marks."""
    table = asyncio.run(_table())
    before, _, rest = _DOCUMENT.read_text(encoding="utf-8").partition(_BEGIN)
    _, mark, after = rest.partition(_END)
    if not mark:
        sys.exit(f"{_DOCUMENT} has no place between {_BEGIN} and {_END}.")
    _DOCUMENT.write_text(f"{before}{_BEGIN}\n{table}\n{_END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
