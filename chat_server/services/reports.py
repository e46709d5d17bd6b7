"""The overview, every figure a count of dialogues of the period; and whether memory helps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from chat_server.domain.campaigns.figures import CampaignFigures, by_campaign, costs
from chat_server.domain.cohorts import LENGTH, Cohort, Unit, cohorts
from chat_server.domain.lift.comparison import Compared, compare_samples
from chat_server.domain.ports import Followed, Slice, Store
from chat_server.domain.tally import BOT, PEOPLE, Day, Tally

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


@dataclass(frozen=True)
class Counts:
    """Dialogues opened in [since, until)."""

    since: datetime
    until: datetime
    tally: Tally = field(repr=False)
    names: dict[str, str] = field(default_factory=dict)


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

    async def bot(self, caller: AgentCaller, since: datetime, until: datetime) -> Counts:
        """What the bot understood, answered alone and handed over."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            return Counts(since, until, await tx.rollups.tally(since, until, BOT))

    async def agents(self, caller: AgentCaller, since: datetime, until: datetime) -> Counts:
        """What people took, how fast and how it was rated; with their names."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            names = {agent.id: agent.name for agent in await tx.agents.all()}
            return Counts(since, until, await tx.rollups.tally(since, until, PEOPLE), names)

    async def campaigns(
        self, caller: AgentCaller, since: datetime, until: datetime, piece: Slice
    ) -> list[CampaignFigures]:
        """What each brought in [since, until), newest campaign first."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            found = await tx.elements.campaigns_of(piece)
            ids = [one.id for one in found]
            elements = await tx.elements.in_campaigns(ids)
            followed = await tx.followed_days.followed(ids, since, until)
            opened = await tx.rollups.openings(since, until)
            sums = by_campaign(await tx.rollups.tally(since, until, ()))
        made = []
        for one in found:
            own = [element for element in elements if element.campaign_id == one.id]
            begun = sums.get(one.id, Counter())
            after = followed.get(one.id, Followed())
            made.append(
                CampaignFigures(
                    campaign=one,
                    elements=len(own),
                    opened=sum(opened.get(element.code, 0) for element in own),
                    dialogues=begun["dialogues"],
                    handed_off=begun["handed_off"],
                    resolved=begun["resolved"],
                    bot_alone=begun["bot_alone"],
                    coupons=after.coupons,
                    redeemed=after.redeemed,
                    ordered=after.ordered,
                    costs=costs(own),
                )
            )
        return made

    async def retention(self, caller: AgentCaller, unit: Unit, today: date) -> list[Cohort]:
        """People by the week or month of their first dialogue, up to the one that today is in."""
        require(caller, Permission.READ_REPORTS)
        since = unit.step(unit.begin(today), 1 - LENGTH)
        until = today + timedelta(days=1)
        async with self._store.read() as tx:
            counts = await tx.rollups.cohorts(unit, _midnight(since), _midnight(until))
        return cohorts(counts, unit, today)

    async def memory(self, caller: AgentCaller, since: datetime, until: datetime) -> MemoryReport:
        """Dialogues opened in [since, until) with memory and without, and what came of them."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            shares = {inbox.name: inbox.memory_holdout for inbox in await tx.inboxes.all()}
            arms = await tx.rollups.arms(since, until)
        return MemoryReport(since, until, shares, compare_samples(arms.samples()))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
