"""Counts of periods, from what was counted before where nothing has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from chat_server.domain.tally import OVERVIEW, Tally

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date, datetime, timedelta

    from chat_server.domain.cohorts import Unit
    from chat_server.domain.credit import Which
    from chat_server.domain.help.report import HelpTally
    from chat_server.domain.lift.arms import ArmTally

    from .arrivals import Followed

Rows = dict[str, list[dict[str, object]]]


@dataclass(frozen=True)
class Unread:
    """Changes up to a position that nobody took note of, and days they are known to be of."""

    position: int
    days: frozenset[str] = frozenset()


class CountedDays(Protocol):
    """One book of them. A span is a day or a month: `2026-11-22`, `2026-11`."""

    @property
    def rests(self) -> timedelta:
        """For how long a day that is over is not counted yet."""

    async def reached(self) -> int:
        """Rises whenever changes were taken note of."""

    async def unread(self, most: int) -> Unread | None:
        """The next so many changes."""

    async def take_note(self, unread: Unread) -> None:
        """Days of them are not counted any more."""

    async def forget(self, days: Iterable[str]) -> None:
        """These days, and their months, are not counted any more."""

    async def forget_all(self) -> None:
        """Nothing is."""

    async def counted(self) -> set[str]:
        """Spans that are."""

    async def first(self) -> datetime | None:
        """When the first thing happened that is counted."""

    async def of_day(self, since: datetime, until: datetime) -> Rows:
        """Counts of a day, as rows by table."""

    async def of_month(self, month: str) -> Rows:
        """The same, as sums of its days."""

    async def clear(self, span: str) -> None:
        """Takes its rows away."""

    async def put(self, table: str, rows: Sequence[dict[str, object]]) -> None:
        """Some of them."""

    async def finish(self, span: str) -> None:
        """All are there: it is counted."""


class Rollups(CountedDays, Protocol):
    """Of dialogues and lines of the log."""

    async def tally(
        self, since: datetime, until: datetime, kinds: tuple[str, ...] = OVERVIEW
    ) -> Tally:
        """Dialogues opened in [since, until), as of now, with marks of these kinds."""

    async def dialogues(self, since: datetime, until: datetime) -> int:
        """How many were opened in [since, until)."""

    async def daily(
        self, since: datetime, until: datetime, kinds: tuple[str, ...]
    ) -> list[tuple[str, str, date, int]]:
        """Kind, word, day and how often: marks of dialogues opened on the UTC days [since, until), as of now."""

    async def arms(self, since: datetime, until: datetime) -> ArmTally:
        """The hold-out's arms over dialogues opened in [since, until), as of now."""

    async def help(self, since: datetime, until: datetime) -> HelpTally:
        """What became of help pages in [since, until), as of now."""

    async def cohorts(
        self, unit: Unit, since: datetime, until: datetime
    ) -> dict[tuple[date, date], int]:
        """People by the first day of the week or month of their first dialogue, and of one in which they had one.

        Of whole days; only those whose first dialogue is in the period.
        """

    async def elements(self) -> dict[str, tuple[int, int]]:
        """By code: how often opened, how many dialogues."""

    async def openings(self, since: datetime, until: datetime) -> dict[str, int]:
        """How often each element was opened in [since, until), by code."""


class CreditedDays(CountedDays, Protocol):
    """Of orders that response elements are owed."""

    async def owed(
        self, days: int, since: datetime, until: datetime
    ) -> dict[Which, dict[str, tuple[int, int]]]:
        """By touch and code, of elements met in the `days` before them: orders of [since, until), and people; as of now."""

    async def owed_to(
        self, element: str, days: int, since: datetime, until: datetime
    ) -> dict[Which, tuple[int, int]]:
        """The same of one."""


class FollowedDays(CountedDays, Protocol):
    """Of what followed dialogues of campaigns."""

    async def followed(
        self, campaign_ids: Collection[str], since: datetime, until: datetime
    ) -> dict[str, Followed]:
        """Their dialogues of [since, until), by campaign; as of now."""
