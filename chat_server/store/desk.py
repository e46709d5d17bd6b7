"""Samples, codes and the audit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.desk import (
    AuditFilter,
    AuditLine,
    By,
    Coding,
    RevealGrant,
    Sample,
    SampledDialogue,
)
from chat_server.domain.ports import DialogueFilter
from chat_server.domain.sampling import Stratum

from .filters import conditions
from .newest import newest_first
from .tables import audit, codings, conversations, response_events, sampled_dialogues, samples

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import Slice

_r = response_events.c
_STRATA: dict[By, sa.ColumnElement[str]] = {
    By.NONE: sa.literal(""),
    By.LANGUAGE: _r.language,
    By.ELEMENT: sa.func.coalesce(_r.element, ""),
    By.OUTCOME: sa.case(
        (_r.handoffs > 0, "handed_off"),
        (_r.resolved_at.is_(None), "unresolved"),
        else_="bot_alone",
    ),
}


class DeskRows:
    """See `domain.ports.Desk`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    async def samples(self) -> list[Sample]:
        """Newest first."""
        newest = sa.select(Sample).order_by(samples.c.created_at.desc(), samples.c.id.desc())
        return list(await self._session.scalars(newest))

    async def sample(self, sample_id: str) -> Sample | None:
        """By id."""
        return await self._session.get(Sample, sample_id)

    async def lock(self, sample_id: str) -> Sample | None:
        """For one writer until the commit."""
        return await self._session.get(Sample, sample_id, with_for_update=True)

    async def dialogues(self, sample_id: str) -> list[SampledDialogue]:
        """In the order of the draw."""
        found = (
            sa.select(SampledDialogue)
            .where(sampled_dialogues.c.sample_id == sample_id)
            .order_by(sampled_dialogues.c.place)
        )
        return list(await self._session.scalars(found))

    async def codings(self, sample_id: str) -> list[Coding]:
        """Of both coders."""
        found = sa.select(Coding).where(codings.c.sample_id == sample_id)
        return list(await self._session.scalars(found))

    async def coding(self, sample_id: str, conversation_id: str, coder_id: str) -> Coding | None:
        """One coder's of one dialogue."""
        found = sa.select(Coding).where(
            codings.c.sample_id == sample_id,
            codings.c.conversation_id == conversation_id,
            codings.c.coder_id == coder_id,
        )
        return (await self._session.scalars(found)).first()

    async def opened(self, wanted: DialogueFilter) -> int:
        """See `domain.ports.Desk`."""
        period = conditions(
            DialogueFilter(since=wanted.since, until=wanted.until), sqlite=self._sqlite
        )
        found = sa.select(sa.func.count()).select_from(response_events).where(*period)
        return await self._session.scalar(found) or 0

    async def strata(
        self,
        wanted: DialogueFilter,
        by: By,
        left_out: Collection[str] = (),
        only: Collection[str] | None = None,
    ) -> dict[str, Stratum]:
        """In one pass; the order of the ids tells nothing."""
        ending = sa.func.substr(_r.conversation_id, sa.func.length(_r.conversation_id) - 1)
        looked_at: sa.ColumnElement[str] = _r.conversation_id
        if left_out:
            looked_at = sa.case((ending.not_in(left_out), _r.conversation_id))
        found = (
            sa.select(
                _STRATA[by].label("stratum"),
                sa.func.count(),
                sa.func.aggregate_strings(looked_at, " "),
            )
            .join(conversations, conversations.c.id == _r.conversation_id)
            .where(_r.visitor_messages > 0, *conditions(wanted, sqlite=self._sqlite))
            .group_by("stratum")
        )
        if only is not None:
            found = found.where(_STRATA[by].in_(only))
        rows = await self._session.execute(found)
        return {row[0]: Stratum(row[1], (row[2] or "").split()) for row in rows}

    async def grants(self) -> list[RevealGrant]:
        """All of them."""
        return list(await self._session.scalars(sa.select(RevealGrant)))

    async def grant(self, agent_id: str) -> RevealGrant | None:
        """An account's."""
        return await self._session.get(RevealGrant, agent_id)

    async def take_back(self, grant: RevealGrant) -> None:
        """From the next request on."""
        await self._session.delete(grant)

    async def audit(self, wanted: AuditFilter, piece: Slice) -> list[AuditLine]:
        """Newest first."""
        asked = sa.select(AuditLine).where(*_wanted(wanted))
        found = newest_first(asked, piece, audit.c.at, audit.c.id)
        return list(await self._session.scalars(found))


def _wanted(wanted: AuditFilter) -> list[sa.ColumnElement[bool]]:
    a = audit.c
    exact = (
        (a.actor_id, wanted.actor_id),
        (a.action, wanted.action),
        (a.conversation_id, wanted.conversation_id),
    )
    asked: list[sa.ColumnElement[bool]] = [
        column == value for column, value in exact if value is not None
    ]
    if wanted.since is not None:
        asked.append(a.at >= wanted.since)
    if wanted.until is not None:
        asked.append(a.at < wanted.until)
    return asked + [_said(word) for word in (wanted.words or "").split()]


def _said(word: str) -> sa.ColumnElement[bool]:
    # SQLite folds only the letters of ASCII: others are looked for as people write them.
    spellings = {word, word.lower(), word.capitalize(), word.upper()}
    places = (audit.c.actor_name, audit.c.action, audit.c.reason, audit.c.conversation_id)
    return sa.or_(
        *(sa.func.lower(place).contains(word.lower(), autoescape=True) for place in places),
        *(place.contains(one, autoescape=True) for place in places for one in sorted(spellings)),
    )
