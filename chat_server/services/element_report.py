"""What one response element brought: its funnel, what that cost, and who met it without a dialogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chat_server.domain.credit import DAYS, WHICH, Credit, Crediting, Which
from chat_server.domain.errors import NotFound
from chat_server.domain.funnel import FunnelStep, cost_each, funnel
from chat_server.domain.lift.intervals import Interval
from chat_server.domain.ports import Store

from .access import AgentCaller, Permission, require
from .elements import CountedElement


@dataclass(frozen=True)
class ElementReport:
    """People of [since, until); `cost_each` are cents for one dialogue."""

    element: CountedElement
    since: datetime
    until: datetime
    steps: list[FunnelStep]
    robots: int
    cost_each: Interval | None


class ElementReports:
    """For marketers."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def one(
        self, caller: AgentCaller, code: str, since: datetime, until: datetime
    ) -> ElementReport:
        """By its code."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            element = await tx.elements.get(code)
            if element is None:
                raise NotFound("There is no such element.")
            campaign = await tx.elements.campaign(element.campaign_id or "")
            counts = (await tx.rollups.elements()).get(code, (0, 0))
            reached = await tx.touches.reached(code, since, until)
            robots = await tx.touches.robots(code, since, until)
        cost, begun = element.cost_cents, reached["dialogue"].dialogues or 0
        return ElementReport(
            CountedElement(element, campaign.name if campaign else None, *counts),
            since,
            until,
            funnel(reached),
            robots,
            cost_each(cost, begun) if cost else None,
        )

    async def credit(
        self, caller: AgentCaller, code: str, since: datetime, until: datetime, days: int = DAYS
    ) -> dict[Which, Credit]:
        """Orders of [since, until) whose people met the element first, or last, in the days before."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            if await tx.elements.get(code) is None:
                raise NotFound("There is no such element.")
            owed = await tx.credited_days.owed_to(code, days, since, until)
            made: dict[Which, Credit] = {}
            for which in WHICH:
                by = Crediting(which, code, days)
                before = await tx.touches.dialogues_before(by, since, until)
                made[which] = Credit(*owed[which], before)
            return made

    async def orders(
        self, caller: AgentCaller, since: datetime, until: datetime, days: int = DAYS
    ) -> dict[str, dict[Which, tuple[int, int]]]:
        """By code, of every element, as `credit` has them: orders, and people."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            codes = [one.code for one in await tx.elements.all()]
            found = await tx.credited_days.owed(days, since, until)
        return {code: {which: found[which].get(code, (0, 0)) for which in WHICH} for code in codes}
