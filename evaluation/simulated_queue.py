"""A queue with people in it: visitors who lose patience, agents who take breaks, rush hours."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from chat_server.domain.routing import Desk, Needs, Waiting, in_order, offers, slots
from chat_server.domain.routing_rules import VIP
from chat_server.domain.waiting import Stay
from evaluation.arrivals import Arrivals

_MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)
_HOUR = 3600.0
_NO_NEEDS = Needs()


@dataclass(frozen=True)
class Load:
    """What a day is like; times are means in seconds."""

    name: str
    agents: int
    capacity: int
    visitors_an_hour: float
    talk: float
    spread: float
    patience: float
    arrivals: Arrivals
    vips: float = 0.1
    breaks: bool = True
    hours: float = 24.0


@dataclass
class _Guest:
    arrived: float
    vip: bool


@dataclass
class _Seat:
    capacity: int
    load: int = 0
    online: bool = True
    idle_since: float = 0.0


@dataclass
class Day:
    """Runs one day; `stays` grows as visitors begin to wait, and each is closed when it ends."""

    load: Load
    seed: int
    stays: list[Stay] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._random = Random(self.seed)  # noqa: S311 - a simulation must come out the same again
        self._seats = [_Seat(self.load.capacity) for _ in range(self.load.agents)]
        self._waiting: dict[int, _Guest] = {}
        self._index: dict[int, int] = {}
        self._agenda: list[tuple[float, int, str, int]] = []
        self._number = self._plans = 0

    def run(self) -> list[Stay]:
        """All stays of those who had to wait, in the order they began."""
        self._plan("arrival", self._next_arrival(0.0))
        if self.load.breaks:
            for seat in range(len(self._seats)):
                self._plan("break", self._random.uniform(1, 4) * _HOUR, seat)
        while self._agenda:
            now, _, what, which = heapq.heappop(self._agenda)
            if now > self.load.hours * _HOUR:
                break
            getattr(self, f"_on_{what}")(now, which)
            self._route(now)
            self._begin_stays(now)
        return self.stays

    # ---------------------------------------------------------------- events

    def _on_arrival(self, now: float, _: int) -> None:
        self._number += 1
        patience = self._random.expovariate(1 / self.load.patience)
        vip = self._random.random() < self.load.vips
        self._waiting[self._number] = _Guest(now, vip)
        self._plan("impatience", now + patience, self._number)
        self._plan("arrival", self._next_arrival(now))

    def _on_impatience(self, now: float, guest: int) -> None:
        if guest in self._waiting:
            self._leave(guest, now, served=False)

    def _on_end(self, now: float, seat: int) -> None:
        self._seats[seat].load -= 1
        self._seats[seat].idle_since = now

    def _on_break(self, now: float, seat: int) -> None:
        self._seats[seat].online = False
        self._plan("return", now + self._random.uniform(0.2, 0.8) * _HOUR, seat)

    def _on_return(self, now: float, seat: int) -> None:
        self._seats[seat].online, self._seats[seat].idle_since = True, now
        self._plan("break", now + self._random.uniform(2, 4) * _HOUR, seat)

    # --------------------------------------------------------------- routing

    def _route(self, now: float) -> None:
        """By the hub's own choice."""
        for offer in offers(self._line(), self._desks(), at(now)):
            seat = int(offer.agent_id)
            self._seats[seat].load += 1
            self._seats[seat].idle_since = now
            self._leave(int(offer.conversation_id), now, served=True)
            # One agent with several conversations needs longer for each.
            crowd = 1 + 0.15 * (self._seats[seat].load - 1)
            mean = math.log(self.load.talk * crowd) - self.load.spread**2 / 2
            talk = self._random.lognormvariate(mean, self.load.spread)
            self._plan("end", now + talk, seat)

    def _begin_stays(self, now: float) -> None:
        room = slots(self._desks(), None)
        for position, one in enumerate(in_order(self._line()), start=1):
            guest = int(one.conversation_id)
            if guest not in self._index:
                self._index[guest] = len(self.stays)
                self.stays.append(Stay(at(now), position, room))

    def _leave(self, guest: int, now: float, *, served: bool) -> None:
        del self._waiting[guest]
        index = self._index.get(guest)
        if index is not None:
            self.stays[index] = self.stays[index].ended(at(now), served=served)

    def _line(self) -> list[Waiting]:
        return [
            Waiting(str(number), at(guest.arrived), _NO_NEEDS, VIP if guest.vip else timedelta())
            for number, guest in self._waiting.items()
        ]

    def _desks(self) -> list[Desk]:
        return [
            Desk(str(i), seat.online, seat.load, seat.capacity, at(seat.idle_since))
            for i, seat in enumerate(self._seats)
        ]

    # ------------------------------------------------------------------ time

    def _next_arrival(self, now: float) -> float:
        """Visitors come at random, at some times of the day more of them."""
        arrivals = self.load.arrivals
        highest = self.load.visitors_an_hour * arrivals.peak / _HOUR
        while True:
            now += self._random.expovariate(highest)
            if self._random.random() * arrivals.peak <= arrivals.at(now):
                return now

    def _plan(self, what: str, when: float, which: int = 0) -> None:
        self._plans += 1
        heapq.heappush(self._agenda, (when, self._plans, what, which))


def at(seconds: float) -> datetime:
    """Of the simulated day."""
    return _MIDNIGHT + timedelta(seconds=seconds)
