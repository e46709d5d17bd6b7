"""The overview, every figure a plain count over response events of the period; and whether memory helps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from statistics import median

from chat_server.domain.lift.comparison import Compared, Outcome, compare
from chat_server.domain.ports import DialogueFilter, Store
from chat_server.domain.response_event import ResponseEvent

from .access import AgentCaller, Permission, require

# An order later than that owes nothing to a dialogue.
ORDER_WITHIN = timedelta(days=14)


@dataclass(frozen=True)
class Day:
    """Dialogues opened on one UTC day."""

    day: date
    dialogues: int
    handed_off: int
    resolved: int


@dataclass
class Overview:
    """Counts; medians are seconds and None without a base."""

    since: datetime
    until: datetime
    rows: list[ResponseEvent] = field(repr=False)
    previous_dialogues: int = 0
    returning_contacts: int = 0

    def count(self, name: str) -> int:
        """Rows for which the outcome holds; `store.filters` has the same conditions in SQL."""
        holds = _OUTCOMES[name]
        return sum(1 for row in self.rows if holds(row))

    @property
    def contacts(self) -> int:
        """Different people."""
        return len({row.contact_id for row in self.rows})

    @property
    def first_replies(self) -> list[float]:
        """Seconds from opening to the first reply of anyone."""
        return _waits((row.opened_at, row.first_reply_at) for row in self.rows)

    @property
    def agent_replies(self) -> list[float]:
        """Seconds from the handoff to the first reply of a human."""
        return _waits((row.handed_off_at, row.first_agent_reply_at) for row in self.rows)

    def ratings(self) -> Counter[int]:
        """How often each score was given."""
        return Counter(row.rating for row in self.rows if row.rating is not None)

    def shares(self, name: str) -> Counter[str]:
        """Dialogues by a field; lists count once per entry."""
        values: Counter[str] = Counter()
        for row in self.rows:
            value = getattr(row, name)
            values.update(value if isinstance(value, list) else [value] if value else [])
        return values

    def total(self, name: str) -> int:
        """Sum of a count."""
        return sum(getattr(row, name) for row in self.rows)

    def days(self) -> list[Day]:
        """Every day of the period, empty ones too."""
        by_day: dict[date, list[ResponseEvent]] = {}
        for row in self.rows:
            by_day.setdefault(row.opened_at.astimezone(UTC).date(), []).append(row)
        last = (self.until - timedelta(microseconds=1)).date()
        length = (last - self.since.date()).days + 1
        return [
            self._day(day, by_day.get(day, []))
            for day in (self.since.date() + timedelta(days=n) for n in range(length))
        ]

    @staticmethod
    def _day(day: date, rows: list[ResponseEvent]) -> Day:
        handed_off = sum(1 for row in rows if row.handoffs)
        return Day(day, len(rows), handed_off, sum(1 for row in rows if row.resolved_at))


@dataclass(frozen=True)
class MemoryReport:
    """`shares` are the inboxes' of now, by name: the contacts of a hundred who are held out."""

    since: datetime
    until: datetime
    shares: dict[str, int]
    compared: list[Compared]


_OUTCOMES: dict[str, Callable[[ResponseEvent], bool]] = {
    "handed_off": lambda row: row.handoffs > 0,
    "resolved": lambda row: row.resolved_at is not None,
    "bot_alone": lambda row: (
        row.resolved_at is not None and row.handoffs == 0 and row.agent_messages == 0
    ),
    "rated": lambda row: row.rating is not None,
    "memory_used": lambda row: row.facts_used > 0,
}


class Reports:
    """For marketers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def overview(self, caller: AgentCaller, since: datetime, until: datetime) -> Overview:
        """Dialogues opened in [since, until), beside the period of the same length before."""
        require(caller, Permission.READ_REPORTS)
        wanted = DialogueFilter(since=since, until=until)
        before = replace(wanted, since=since - (until - since), until=since)
        async with self._store.read() as tx:
            return Overview(
                since=since,
                until=until,
                rows=await tx.reports.dialogues(wanted),
                previous_dialogues=len(await tx.reports.dialogues(before)),
                returning_contacts=await tx.reports.returning_contacts(wanted),
            )

    async def memory(self, caller: AgentCaller, since: datetime, until: datetime) -> MemoryReport:
        """Dialogues opened in [since, until) with memory and without, and what came of them."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            shares = {inbox.name: inbox.memory_holdout for inbox in await tx.inboxes.all()}
            outcomes = await tx.reports.outcomes(DialogueFilter(since=since, until=until))
            orders = await tx.reports.orders_of_arms(since, until) if outcomes else []
        return MemoryReport(since, until, shares, compare(_with_orders(outcomes, orders)))


def _with_orders(outcomes: list[Outcome], orders: list[tuple[str, datetime]]) -> list[Outcome]:
    placed: dict[str, list[datetime]] = {}
    for contact_id, at in orders:
        placed.setdefault(contact_id, []).append(at)
    return [
        replace(outcome, ordered=True)
        if any(
            outcome.opened_at < at <= outcome.opened_at + ORDER_WITHIN
            for at in placed.get(outcome.contact_id, ())
        )
        else outcome
        for outcome in outcomes
    ]


def median_seconds(waits: list[float]) -> float | None:
    """None without a base."""
    return round(median(waits), 1) if waits else None


def _waits(pairs: Iterable[tuple[datetime | None, datetime | None]]) -> list[float]:
    return [(end - start).total_seconds() for start, end in pairs if start and end and end >= start]
