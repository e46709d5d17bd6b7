"""The overview, every figure a count of dialogues of the period; and whether memory helps."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from chat_server.domain.lift.comparison import Compared, Outcome, compare
from chat_server.domain.ports import DialogueFilter, Store
from chat_server.domain.tally import Day, Tally

from .access import AgentCaller, Permission, require

# An order later than that owes nothing to a dialogue.
ORDER_WITHIN = timedelta(days=14)


@dataclass
class Overview:
    """Dialogues opened in [since, until)."""

    since: datetime
    until: datetime
    tally: Tally = field(repr=False)
    previous_dialogues: int = 0

    def days(self) -> list[Day]:
        """Every day of the period, empty ones too."""
        last = (self.until - timedelta(microseconds=1)).date()
        length = (last - self.since.date()).days + 1
        every = (self.since.date() + timedelta(days=n) for n in range(length))
        return [self.tally.days.get(day.isoformat(), Day(day)) for day in every]


@dataclass(frozen=True)
class MemoryReport:
    """`shares` are the inboxes' of now, by name: the contacts of a hundred who are held out."""

    since: datetime
    until: datetime
    shares: dict[str, int]
    compared: list[Compared]


class Reports:
    """For marketers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def overview(self, caller: AgentCaller, since: datetime, until: datetime) -> Overview:
        """Dialogues opened in [since, until), beside the period of the same length before."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            return Overview(
                since=since,
                until=until,
                tally=await tx.rollups.tally(since, until),
                previous_dialogues=await tx.rollups.dialogues(since - (until - since), since),
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
