"""Forgets what was kept for its purpose long enough."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from chat_server.domain.live import ErasureBegun
from chat_server.domain.ports import Clock, Store
from chat_server.domain.retention import KeptFor, Retention, Sweep

from .access import AgentCaller, Permission, require
from .consents import erase_person

# In one transaction, so that nobody who writes waits for long.
_AT_ONCE = 100


class Sweeper:
    """Goes on from piece to piece until nothing is left that is too old; again, it finds nothing."""

    def __init__(self, store: Store, clock: Clock, retention: Retention) -> None:
        self._store = store
        self._clock = clock
        self._retention = retention

    async def sweep(self) -> dict[KeptFor, int]:
        """How many people, facts and statements, newsletters, meetings and sights of variants that were."""
        now = self._clock()
        found: dict[KeptFor, int] = {}
        for purpose, forget in (
            (KeptFor.SERVICE, self._people),
            (KeptFor.MEMORY, self._remembered),
            (KeptFor.MARKETING, self._mails),
            (KeptFor.ANALYTICS, self._meetings),
            (KeptFor.EXPERIMENTS, self._seen),
        ):
            before = self._retention.before(purpose, now)
            if before is None:
                continue
            if purpose is KeptFor.ANALYTICS:
                # Who meets an element counts once a day, so only whole days are forgotten.
                before = before.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
            found[purpose] = await forget(before)
            await self._note(purpose, before, found[purpose])
        return found

    async def _note(self, purpose: KeptFor, before: datetime, gone: int) -> None:
        now = self._clock()
        async with self._store.begin() as tx:
            last = {one.purpose: one for one in await tx.outlived.sweeps()}.get(purpose)
            if last is None:
                tx.add(Sweep(purpose, before, now, gone))
            else:
                last.before, last.swept_at = max(before, last.before), now
                last.gone += gone
            if gone:
                tx.tell(ErasureBegun())

    async def _people(self, before: datetime) -> int:
        gone = 0
        while True:
            async with self._store.read() as tx:
                found = await tx.outlived.people(before, _AT_ONCE)
            for contact_id in found:
                async with self._store.begin() as tx:
                    await tx.contacts.lock(contact_id)
                    if await tx.outlived.person(contact_id, before):
                        await erase_person(tx, contact_id, self._clock())
                        gone += 1
            if len(found) < _AT_ONCE:
                return gone

    async def _remembered(self, before: datetime) -> int:
        gone = 0
        while True:
            async with self._store.begin() as tx:
                found = await tx.outlived.facts(before, _AT_ONCE)
                await tx.facts.forget(found)
                said = await tx.outlived.forget_said(before, _AT_ONCE)
            gone += len(found) + said
            if len(found) < _AT_ONCE and said < _AT_ONCE:
                return gone

    async def _meetings(self, before: datetime) -> int:
        gone, left = 0, True
        while left:
            async with self._store.begin() as tx:
                found = await tx.outlived.touching(before, _AT_ONCE)
                gone += await tx.outlived.unlink_touches(found, before)
                browsers = await tx.outlived.unlink_browsers(before, _AT_ONCE)
            gone += browsers
            left = bool(found or browsers)
        return gone

    async def _seen(self, before: datetime) -> int:
        gone = 0
        while True:
            async with self._store.begin() as tx:
                found = await tx.outlived.seen(before, _AT_ONCE)
                gone += await tx.outlived.unlink_seen(found)
            if len(found) < _AT_ONCE:
                return gone

    async def _mails(self, before: datetime) -> int:
        gone = 0
        while True:
            async with self._store.begin() as tx:
                found = await tx.outlived.mailed(before, _AT_ONCE)
                gone += await tx.outlived.unlink_mails(found, before)
            if len(found) < _AT_ONCE:
                return gone


@dataclass(frozen=True)
class Kept:
    """`days`: for so long, None until somebody erases it; `last`: the newest sweep, where there was one."""

    purpose: KeptFor
    days: int | None
    last: Sweep | None


class KeptReports:
    """For marketers and administrators: what is kept for how long, and what is gone."""

    def __init__(self, store: Store, retention: Retention) -> None:
        self._store = store
        self._retention = retention

    async def all(self, caller: AgentCaller) -> list[Kept]:
        """Every purpose."""
        require(caller, Permission.READ_REPORTS)
        async with self._store.read() as tx:
            last = {one.purpose: one for one in await tx.outlived.sweeps()}
        days = self._retention.days
        return [Kept(purpose, days.get(purpose), last.get(purpose)) for purpose in KeptFor]
