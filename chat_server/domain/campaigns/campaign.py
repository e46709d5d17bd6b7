"""A campaign, and how it goes from a draft to its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from chat_server.domain.errors import Conflict

from .plan import Plan, read_plan

if TYPE_CHECKING:
    from datetime import datetime


class CampaignState(StrEnum):
    """A campaign whose elements alone count stays a draft for ever."""

    DRAFT = "draft"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    CANCELLED = "cancelled"


_OVER = {CampaignState.DONE, CampaignState.CANCELLED}
_MOVING = {CampaignState.RUNNING, CampaignState.PAUSED}


@dataclass
class Campaign:
    """What a marketer paid for, and whom it writes to.

    Its audience is read once, at `starts_at`: `planned_to` is the last contact looked at, `planned_at` when all were.
    `skipped` counts by reason those who get nothing. Openings and clicks are sums, which tell of nobody.
    """

    id: str
    name: str
    created_at: datetime
    state: CampaignState = CampaignState.DRAFT
    plan: dict[str, object] = field(default_factory=dict)
    starts_at: datetime | None = None
    planned_to: str | None = None
    planned_at: datetime | None = None
    ended_at: datetime | None = None
    skipped: dict[str, int] = field(default_factory=dict)
    problem: str | None = None
    mail_opened: int = 0
    mail_clicked: int = 0
    unsubscribed: int = 0
    archived_at: datetime | None = None

    @property
    def reading(self) -> Plan:
        """Its plan."""
        return read_plan(self.plan)

    def require_kept(self) -> None:
        """Nothing new begins in an archived one."""
        if self.archived_at is not None:
            raise Conflict("This campaign is archived.", {"campaign": "archived"})

    def archive(self, now: datetime) -> None:
        """Out of the way, with all its figures; what still sends is ended first."""
        if self.state in _MOVING:
            told = "This campaign still writes to people: cancel it first."
            raise Conflict(told, {"state": self.state.value})
        self.archived_at = self.archived_at or now

    def restore(self) -> None:
        """Back among the others."""
        self.archived_at = None

    def begin(self, starts_at: datetime) -> None:
        """From here on its plan stays as it is."""
        self.require_kept()
        if self.state is not CampaignState.DRAFT:
            raise Conflict("This campaign was started before.", {"state": self.state.value})
        self.state, self.starts_at = CampaignState.RUNNING, starts_at

    def pause(self, problem: str | None = None) -> None:
        """Nothing is sent until it goes on."""
        if self.state is not CampaignState.RUNNING:
            raise Conflict("Only a running campaign can pause.", {"state": self.state.value})
        self.state, self.problem = CampaignState.PAUSED, problem

    def resume(self) -> None:
        """On from where it was."""
        if self.state is not CampaignState.PAUSED:
            raise Conflict("Only a paused campaign can go on.", {"state": self.state.value})
        self.state, self.problem = CampaignState.RUNNING, None

    def cancel(self, now: datetime) -> None:
        """For good; what was sent was sent."""
        if self.state in _OVER or self.state is CampaignState.DRAFT:
            raise Conflict("There is nothing to be cancelled.", {"state": self.state.value})
        self.state, self.ended_at = CampaignState.CANCELLED, now

    def finish(self, now: datetime) -> None:
        """Everybody was written to, or will never be."""
        self.state, self.ended_at = CampaignState.DONE, now

    def change(self, plan: Plan) -> None:
        """While nobody got anything."""
        self.require_kept()
        if self.state is not CampaignState.DRAFT:
            raise Conflict("A started campaign keeps its plan.", {"state": self.state.value})
        self.plan = plan.written()

    def skip(self, reason: str, count: int = 1) -> None:
        """So many more get nothing."""
        self.skipped = {**self.skipped, reason: self.skipped.get(reason, 0) + count}
