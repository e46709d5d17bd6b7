"""For marketers: what customers tell and ask for, which of it rose, and wishes nobody can fulfil yet."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from chat_server.domain.listening.rise import PAST_DAYS
from chat_server.domain.listening.themes import (
    IN_PASSING,
    Alert,
    Heard,
    Theme,
    ThemeCount,
    count,
    daily,
    told,
)
from chat_server.domain.ports import Clock, Store, Transaction
from chat_server.domain.tally import HANDOFF_REASON, INTENT, SCORED

from .access import AgentCaller, Permission, require
from .masking import Masking, beside

_DAY = timedelta(days=1)
_MOST_WISHES = 100
# What so many people say is about none of them.
_LOOKED_AT = 5
# Nobody needs to know of more that are still to be heard.
_MOST_UNHEARD = 10_000


@dataclass(frozen=True)
class Wish:
    """What people wanted and the shop does not have: not at all, or not now (`sold_out`). `said_in` are its dialogues."""

    words: str
    dialogues: int
    sold_out: bool
    said_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rated:
    """How dialogues of the period were rated by one side."""

    dialogues: int
    mean: float | None


@dataclass(frozen=True)
class ListeningReport:
    """Of dialogues begun on the UTC days [since, until)."""

    since: date
    until: date
    dialogues: int
    told: int
    themes: list[ThemeCount]
    alerts: list[Alert]
    wishes: list[Wish]
    by_visitors: Rated
    by_agents: Rated
    names: dict[str, str]
    # Entries of the log that are still to be heard, or looked at once more: until then figures change.
    unheard: int = 0


class Listening:
    """Counted anew each time, so that what was forgotten is gone here too."""

    def __init__(self, store: Store, clock: Clock, masking: Masking) -> None:
        self._store = store
        self._clock = clock
        self._masking = masking

    async def report(
        self, caller: AgentCaller, since: datetime, until: datetime
    ) -> ListeningReport:
        """Whole UTC days that the period touches."""
        require(caller, Permission.READ_REPORTS)
        first_day = since.astimezone(UTC).date()
        last_day = (until - timedelta(microseconds=1)).astimezone(UTC).date() + _DAY
        begin, end = _midnight(first_day), _midnight(last_day)
        far = begin - max(end - begin, PAST_DAYS * _DAY)
        async with self._store.read() as tx:
            names = await tx.purchases.names()
            by_day = await themes_by_day(tx, names, far, end)
            first = await tx.listening.first()
            tally = await tx.rollups.tally(begin, end, (SCORED,))
            telling = await tx.listening.telling(begin, end)
            wishes = await self._shown(tx, caller, await _wishes(tx, begin, end))
            unheard = await _unheard(tx)
        known = first.astimezone(UTC).date() if first else first_day
        today = self._clock().astimezone(UTC).date()
        themes, alerts = await asyncio.to_thread(count, by_day, first_day, last_day, known, today)
        by_visitors = Counter({score: tally.total(f"rated_{score}") for score in range(1, 6)})
        by_agents = Counter({int(key): n for key, n in tally.shares(SCORED).items()})
        return ListeningReport(
            first_day,
            last_day,
            tally.total("dialogues"),
            telling,
            themes,
            alerts,
            wishes,
            _rated(by_visitors),
            _rated(by_agents),
            names,
            unheard,
        )

    async def _shown(self, tx: Transaction, caller: AgentCaller, wishes: list[Wish]) -> list[Wish]:
        """Without those whose words are about somebody, where the caller may not read that."""
        if not self._masking.concerns(caller) or not wishes:
            return wishes
        said_in = {one for wish in wishes for one in wish.said_in[:_LOOKED_AT]}
        contacts = {one.id: one.contact_id for one in await tx.conversations.by_ids(list(said_in))}
        masks = await self._masking.of(tx, set(contacts.values()))

        def is_plain(wish: Wish) -> bool:
            people = {contacts.get(one, one) for one in wish.said_in[:_LOOKED_AT]}
            return all(masks.text(wish.words, person) == wish.words for person in people)

        return await beside(lambda: [one for one in wishes if is_plain(one)])


async def themes_by_day(
    tx: Transaction, names: dict[str, str], since: datetime, until: datetime
) -> Counter[tuple[Theme, date]]:
    """Dialogues of each theme by UTC day."""
    about = await tx.listening.told_of(since, until)
    ordered = await tx.listening.ordered({subject for _, _, subject, _, _ in about})
    skus = {name: sku for sku, name in names.items()}
    made = daily(
        Heard(theme, conversation_id, at)
        for key, which, subject, conversation_id, at in about
        for theme in told(key, which, _abouts(subject, ordered, skus))
        if theme.about
    )
    for key, which, day, n in await tx.listening.told(since, until):
        (theme,) = told(key, which, [])
        made[theme, day] += n
    for kind, key, day, n in await tx.rollups.daily(since, until, (INTENT, HANDOFF_REASON)):
        if kind == HANDOFF_REASON:
            made[Theme("handoff", key), day] += n
        elif key not in IN_PASSING:
            made[Theme("intent", key), day] += n
    return made


def _abouts(subject: str, ordered: dict[str, list[str]], skus: dict[str, str]) -> list[str]:
    """An order stands for the products in it."""
    if subject in ordered:
        return ordered[subject]
    # A number that is no order's is no product's name either, and leads to a person at most.
    return [] if subject.isdecimal() else [skus.get(subject, subject)]


async def _unheard(tx: Transaction) -> int:
    """What only the rules heard may be doubted yet; a hub without the model never looks again."""
    reached, looked = await tx.hearing.reached(), await tx.hearing.marked_until()
    behind = min(reached, looked) if looked else reached
    return await tx.log.head(behind, _MOST_UNHEARD) - behind


async def _wishes(tx: Transaction, since: datetime, until: datetime) -> list[Wish]:
    spoken: dict[str, set[str]] = {}
    for value, conversation_id in await tx.listening.wishes(since, until):
        spoken.setdefault(value, set()).add(conversation_id)
    found = []
    for words, dialogues in sorted(spoken.items(), key=lambda one: (-len(one[1]), one[0])):
        goods = await tx.shop.products(words, None, None, None, 5)
        if not any(any(one.in_stock.values()) for one in goods):
            found.append(Wish(words, len(dialogues), bool(goods), tuple(sorted(dialogues))))
        if len(found) == _MOST_WISHES:
            break
    return found


def _rated(scores: Counter[int]) -> Rated:
    dialogues = scores.total()
    total = sum(score * n for score, n in scores.items())
    return Rated(dialogues, total / dialogues if dialogues else None)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
