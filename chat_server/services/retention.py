"""Forgets what was kept for its purpose long enough."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.ports import Clock, Store
from chat_server.domain.retention import KeptFor, Retention

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
        """How many people, facts and statements, and newsletters that were."""
        now = self._clock()
        found: dict[KeptFor, int] = {}
        for purpose, forget in (
            (KeptFor.SERVICE, self._people),
            (KeptFor.MEMORY, self._remembered),
            (KeptFor.MARKETING, self._mails),
        ):
            before = self._retention.before(purpose, now)
            if before is not None:
                found[purpose] = await forget(before)
        return found

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

    async def _mails(self, before: datetime) -> int:
        gone = 0
        while True:
            async with self._store.begin() as tx:
                found = await tx.outlived.mailed(before, _AT_ONCE)
                gone += await tx.outlived.unlink_mails(found, before)
            if len(found) < _AT_ONCE:
                return gone
