"""What the trainer is asked to do, who it is, and intents made on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.lessons.job import BotJob, OwnIntent, Trainer

from .tables import bot_jobs, own_intents

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

_c = bot_jobs.c


class BotJobRows:
    """See `domain.ports.BotJobs`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, job_id: str) -> BotJob | None:
        """By id."""
        return await self._session.get(BotJob, job_id)

    async def open(self) -> BotJob | None:
        """Held."""
        found = sa.select(BotJob).where(_c.slot.is_not(None)).with_for_update()
        return (await self._session.scalars(found)).one_or_none()

    async def latest(self, limit: int) -> list[BotJob]:
        """Last asked first."""
        newest = sa.select(BotJob).order_by(_c.asked_at.desc(), _c.id.desc()).limit(limit)
        return list(await self._session.scalars(newest))

    async def trainer(self) -> Trainer | None:
        """The one that spoke last."""
        return (await self._session.scalars(sa.select(Trainer))).one_or_none()

    async def intents(self) -> list[OwnIntent]:
        """By name."""
        found = sa.select(OwnIntent).order_by(own_intents.c.name)
        return list(await self._session.scalars(found))

    async def remove(self, intent: OwnIntent) -> None:
        """Lessons about it stay and teach nothing."""
        await self._session.delete(intent)
