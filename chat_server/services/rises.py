"""Finds sudden rises as they come, shows them, and promises a mail to who wants one."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from chat_server.domain.agent import Role
from chat_server.domain.errors import NotAllowed
from chat_server.domain.ids import new_id
from chat_server.domain.listening.rise import PAST_DAYS
from chat_server.domain.listening.risen import ONE_RISE, Risen, RiseWatcher
from chat_server.domain.listening.themes import Alert, count
from chat_server.domain.outbox import Delivery, DeliveryKind
from chat_server.domain.ports import Clock, Store, Transaction

from .access import AgentCaller, Permission, require
from .listening import themes_by_day

_DAY = timedelta(days=1)
# What goes on rising is told on its first day, which is looked for so far back.
_LOOKED_AT = 14 * _DAY
_SHOWN = 7 * _DAY
_KEPT = 60 * _DAY
_NEW = 3 * _DAY


@dataclass(frozen=True)
class RecentRises:
    """`mails`: this account wants them; `can_mail`: there is a mail server. `names` are products', by sku."""

    since: date
    found: list[Risen]
    names: dict[str, str]
    mails: bool
    can_mail: bool


class Rises:
    """For marketers."""

    def __init__(self, store: Store, clock: Clock, *, mail: bool) -> None:
        self._store = store
        self._clock = clock
        self._mail = mail

    async def recent(self, caller: AgentCaller) -> RecentRises:
        """Of the last week."""
        require(caller, Permission.READ_REPORTS)
        since = self._today() - _SHOWN
        async with self._store.read() as tx:
            return RecentRises(
                since,
                await tx.rises.since(since.isoformat()),
                await tx.purchases.names(),
                await tx.rises.watcher(caller.agent_id) is not None,
                self._mail,
            )

    async def want_mails(self, caller: AgentCaller, *, wanted: bool) -> None:
        """Of what rises from now on; the same again changes nothing."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.begin() as tx:
            account = await tx.agents.lock(caller.agent_id)
            if account is None:
                raise NotAllowed("Only an account with an address can be written to.")
            held = await tx.rises.watcher(caller.agent_id)
            if wanted and held is None:
                tx.add(RiseWatcher(caller.agent_id, self._clock()))
            elif held is not None and not wanted:
                await tx.rises.remove_watcher(held)

    async def look(self) -> int:
        """How many rises are new; each is told once, whichever hub finds it."""
        today, now = self._today(), self._clock()
        alerts = await self._alerts(today)
        if not alerts:
            return 0
        async with self._store.begin() as tx:
            before = await tx.rises.since((today - _LOOKED_AT).isoformat())
            fresh = []
            for alert in alerts:
                risen = Risen.of(alert, now)
                if not _told(risen, before) and await tx.rises.add(risen):
                    fresh.append(risen)
            await tx.rises.forget((today - _KEPT).isoformat())
            if fresh and self._mail:
                await self._promise(tx, fresh, now)
        return len(fresh)

    async def _alerts(self, today: date) -> list[Alert]:
        """Newest first; only themes whose names are the shop's own, so that nobody's words are in a mail."""
        since = today - _LOOKED_AT
        async with self._store.read() as tx:
            names = await tx.purchases.names()
            far = _midnight(since - PAST_DAYS * _DAY)
            by_day = await themes_by_day(tx, names, far, _midnight(today))
            first = await tx.listening.first()
        known = first.astimezone(UTC).date() if first else today
        _, alerts = await asyncio.to_thread(count, by_day, since, today, known, today)
        return [
            one
            for one in alerts
            if one.day >= today - _NEW and (one.theme.about is None or one.theme.about in names)
        ]

    async def _promise(self, tx: Transaction, fresh: list[Risen], now: datetime) -> None:
        """No address in it: that is looked up when it is sent."""
        for watcher in await tx.rises.watchers():
            tx.add(
                Delivery(
                    id=new_id(),
                    kind=DeliveryKind.RISE_MAIL,
                    source=f"rises:{watcher.agent_id}:{fresh[0].id}",
                    conversation_id=None,
                    created_at=now,
                    due_at=now,
                    payload={"agent": watcher.agent_id, "rises": [one.id for one in fresh]},
                )
            )

    def _today(self) -> date:
        return self._clock().astimezone(UTC).date()


def may_be_told(role: Role) -> bool:
    """Whether an account with this role reads reports still."""
    return AgentCaller("", "", role).can(Permission.READ_REPORTS)


def _told(risen: Risen, before: list[Risen]) -> bool:
    """Whether the theme rose some days ago already; the same day's row is brought up to date."""
    theme = risen.kind, risen.key, risen.about
    day = date.fromisoformat(risen.day)
    return any(
        (one.kind, one.key, one.about) == theme
        and one.id != risen.id
        and abs((day - date.fromisoformat(one.day)).days) <= ONE_RISE
        for one in before
    )


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
