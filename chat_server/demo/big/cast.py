"""Who writes when, led by what, and about which things: the same for the same seed."""

from __future__ import annotations

import json
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

from chat_server.domain.hold_out import arm_of
from chat_server.domain.origin import language_of

from .words import LANGUAGES

DAYS = 730
HELD_OUT = 10
_DAY_MS = 86_400_000
_RETURNS, _SIGNED_IN, _LED, _ORDERS = 0.4, 0.3, 0.6, 0.3
_HOURS = (2, 1, 1, 1, 1, 2, 4, 7, 10, 12, 12, 11, 11, 11, 11, 11, 11, 12, 13, 13, 12, 9, 6, 4)
_WEEK = (11, 11, 10, 10, 10, 7, 7)
_KINDS = ("qr", "advert", "newsletter", "link", "coupon", "hotline")
CAMPAIGNS, ELEMENTS = 8, 24


@dataclass(frozen=True)
class Code:
    """A response element of the big shop."""

    code: str
    kind: str
    campaign: str
    variant: str


class Cast(NamedTuple):
    """What differs between two dialogues with the same script."""

    n: int
    id: str
    contact: str
    visitor: str
    first: str
    script: int
    ms: int
    element: str | None
    campaign: str | None
    variant: str | None
    channel: str
    arm: str
    share: int
    agent: str
    colleague: str
    order: str
    name: str
    product: str
    city: str
    opened: str
    opening: str
    in_vain: int


@dataclass
class Person:
    """Somebody who wrote at least once."""

    id: str
    language: int
    name: str
    first: str
    customer: str | None
    since: int

    @property
    def visitor(self) -> str:
        """Their browser."""
        return f"{self.id}-v"


@dataclass
class Group:
    """Some dialogues in the order of their opening, with the people and orders that are new in them."""

    casts: list[Cast]
    people: list[Person]
    orders: list[tuple[str, str, int]]


def codes() -> list[Code]:
    """Three elements a campaign."""
    return [
        Code(f"big-{n:02}", _KINDS[n % len(_KINDS)], f"campaign-{n % CAMPAIGNS}", "AB"[n % 2])
        for n in range(ELEMENTS)
    ]


class Casting:
    """Draws dialogues one after the other; `by_language` has the scripts of newcomers and of those who return."""

    def __init__(
        self,
        seed: int,
        until: datetime,
        agents: Sequence[tuple[str, str]],
        by_language: Sequence[tuple[Sequence[int], Sequence[int]]],
    ) -> None:
        self._random = Random(f"{seed}:cast")
        self._until = until
        self._agents = agents
        self._scripts = by_language
        self._people: list[Person] = []
        self._codes = codes()
        self._shares = list(accumulate(words.share for words in LANGUAGES))

    def groups(self, dialogues: int, size: int) -> Iterator[Group]:
        """All of them."""
        group = Group([], [], [])
        for n, ms in enumerate(self._times(dialogues)):
            group.casts.append(self._cast(n, ms, group))
            if len(group.casts) == size:
                yield group
                group = Group([], [], [])
        if group.casts:
            yield group

    def _times(self, dialogues: int) -> Iterator[int]:
        """A shop that grows, with its weekends and nights."""
        random = self._random
        first = self._until - timedelta(days=DAYS)
        weights = [
            _WEEK[(first + timedelta(days=day)).weekday()] * (1 + day / DAYS) for day in range(DAYS)
        ]
        ends = [round(dialogues * s / sum(weights)) for s in accumulate(weights)]
        begin = round(first.timestamp() * 1000)
        done = 0
        for day, end in enumerate(ends):
            hours = random.choices(range(24), _HOURS, k=end - done)
            of_day = sorted(hour * 3_600_000 + random.randrange(3_600_000) for hour in hours)
            yield from (begin + day * _DAY_MS + ms for ms in of_day)
            done = end

    def _cast(self, n: int, ms: int, group: Group) -> Cast:
        random = self._random
        stamp = f"{ms:012x}"
        dialogue = f"{stamp[:8]}-{stamp[8:]}-7000-8000-{n:012x}"
        returning = bool(self._people) and random.random() < _RETURNS
        if returning:
            # Rather somebody who was here lately.
            person = self._people[int(len(self._people) * random.random() ** 0.5)]
        else:
            person = self._newcomer(n, ms, dialogue)
            group.people.append(person)
        words = LANGUAGES[person.language]
        code = random.choice(self._codes) if random.random() < _LED else None
        order = str(100_000 + random.randrange(900_000))
        if person.customer and random.random() < _ORDERS:
            placed = ms + random.randrange(20 * _DAY_MS)
            group.orders.append((f"{order}-{n}", person.customer, placed))
        agent, colleague = random.choice(self._agents)
        about: dict[str, object] = {
            "element": code.code if code else None,
            "channel": code.kind if code else "website",
            "campaign": code.campaign if code else None,
            "variant": code.variant if code else None,
        }
        arm = arm_of(person.id, HELD_OUT).value
        told = {**about, "language": language_of(words.locale), "memory_arm": arm}
        return Cast(
            n=n,
            id=dialogue,
            contact=person.id,
            visitor=person.visitor,
            first=person.first,
            script=random.choice(self._scripts[person.language][returning]),
            ms=ms,
            element=code.code if code else None,
            campaign=code.campaign if code else None,
            variant=code.variant if code else None,
            channel=code.kind if code else "website",
            arm=arm,
            share=HELD_OUT,
            agent=agent,
            colleague=colleague,
            order=order,
            name=person.name,
            product=random.choice(words.products),
            city=random.choice(words.cities),
            opened=_json({**told, "memory_share": HELD_OUT}),
            opening=_json(about) if code else "",
            in_vain=random.choice((0, 1, 2, 3, 4)) if code else 0,
        )

    def _newcomer(self, n: int, ms: int, dialogue: str) -> Person:
        random = self._random
        language = bisect(self._shares, random.random() * self._shares[-1])
        words = LANGUAGES[min(language, len(LANGUAGES) - 1)]
        stamp = f"{ms:012x}"
        person = Person(
            id=f"{stamp[:8]}-{stamp[8:]}-7000-9000-{n:012x}",
            language=LANGUAGES.index(words),
            name=random.choice(words.names),
            first=dialogue,
            customer=f"customer-{n}" if random.random() < _SIGNED_IN else None,
            since=ms,
        )
        self._people.append(person)
        return person


def midnight(now: datetime) -> datetime:
    """Where the past of the shop ends."""
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _json(values: dict[str, object]) -> str:
    return json.dumps({k: v for k, v in values.items() if v is not None}, ensure_ascii=False)
