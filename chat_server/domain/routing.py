"""Who is given which waiting conversation: pure functions of a snapshot.

Those who wait are served in order of `Waiting.turn`, the time they began to wait less a head start.
A head start is bounded, so whoever comes later than that can never overtake, and nobody starves.
Each is given to one who may answer it and has room: who answered it last, then who is least busy for
their capacity, then who has been idle longest.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_HEAD_START = timedelta(minutes=30)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Needs:
    """What whoever answers must have; nothing given binds nobody."""

    team_id: str | None = None
    skills: frozenset[str] = frozenset()
    language: str | None = None


@dataclass(frozen=True)
class Waiting:
    """A conversation in the queue."""

    conversation_id: str
    since: datetime
    needs: Needs = Needs()
    head_start: timedelta = timedelta()
    last_agent_id: str | None = None
    passed_over: frozenset[str] = frozenset()

    @property
    def turn(self) -> tuple[datetime, datetime, str]:
        """Smaller is served first; it does not change while they wait."""
        start = max(timedelta(), min(self.head_start, LONGEST_HEAD_START))
        return (self.since - start, self.since, self.conversation_id)


@dataclass(frozen=True)
class Desk:
    """An agent as routing sees them; skills and languages are their own and their teams'."""

    agent_id: str
    online: bool
    load: int
    capacity: int
    idle_since: datetime | None = None
    skills: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()

    @property
    def has_room(self) -> bool:
        """Whether one more may be given."""
        return self.online and self.load < self.capacity

    def may_answer(self, needs: Needs) -> bool:
        """In the team, with every skill, in the language; who names no language speaks all."""
        return (
            (needs.team_id is None or needs.team_id in self.teams)
            and needs.skills <= self.skills
            and (needs.language is None or not self.languages or needs.language in self.languages)
        )


@dataclass(frozen=True)
class Offer:
    """This agent is to answer this conversation."""

    conversation_id: str
    agent_id: str


@dataclass
class _Desks:
    """Desks as they fill up while conversations are given out."""

    now: datetime
    by_id: dict[str, Desk] = field(default_factory=dict)

    def give(self, agent_id: str) -> None:
        desk = self.by_id[agent_id]
        self.by_id[agent_id] = replace(desk, load=desk.load + 1, idle_since=self.now)

    def able(self, one: Waiting) -> list[Desk]:
        """Who may answer it; those passed over only once nobody else is online for it."""
        able = [desk for desk in self.by_id.values() if desk.online and desk.may_answer(one.needs)]
        fresh = [desk for desk in able if desk.agent_id not in one.passed_over]
        return [desk for desk in fresh or able if desk.has_room]


def in_order(waiting: Iterable[Waiting]) -> list[Waiting]:
    """Whose turn it is, first to last."""
    return sorted(waiting, key=lambda one: one.turn)


def offers(waiting: Iterable[Waiting], desks: Sequence[Desk], now: datetime) -> list[Offer]:
    """As many as can be given now, in order; nobody is given more than they have room for."""
    room = _Desks(now, {desk.agent_id: desk for desk in sorted(desks, key=lambda d: d.agent_id)})
    made = []
    for one in in_order(waiting):
        able = room.able(one)
        if not able:
            continue
        chosen = min(able, key=lambda desk: _choice(desk, one)).agent_id
        room.give(chosen)
        made.append(Offer(one.conversation_id, chosen))
    return made


def slots(desks: Iterable[Desk], team_id: str | None) -> int:
    """How many conversations can be answered side by side by those online, in a team or in all."""
    return sum(
        desk.capacity for desk in desks if desk.online and desk.may_answer(Needs(team_id=team_id))
    )


def _choice(desk: Desk, one: Waiting) -> tuple[bool, float, datetime, str]:
    return (
        desk.agent_id != one.last_agent_id,
        desk.load / desk.capacity,
        desk.idle_since or _LONG_AGO,
        desk.agent_id,
    )
