"""What was kept for longer than it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.events import EventType
from chat_server.domain.experiments.experiment import EXPOSED
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.retention import Sweep

from .experiments import counting_for
from .many import batched
from .stale_days import mark_given
from .tables import (
    campaign_mails,
    contacts,
    conversations,
    events,
    experiments,
    exposures,
    facts,
    messages,
    recall_statements,
    recall_vectors,
    response_events,
    touches,
)

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports.outlived import Seen

_MAILS = (
    EventType.MAIL_SENT,
    EventType.MAIL_BOUNCED,
    EventType.MAIL_DELAYED,
    EventType.MAIL_OPENED,
    EventType.MAIL_CLICKED,
    EventType.UNSUBSCRIBED,
)
_PIECE = 500
# How the digest of a browser that was forgotten begins.
_NOBODY = "~"


class OutlivedRows:
    """See `domain.ports.Outlived`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def people(self, before: datetime, most: int) -> list[str]:
        """Longest unseen first."""
        found = sa.select(contacts.c.id).where(*_unseen(before))
        return list(
            await self._session.scalars(found.order_by(contacts.c.last_seen_at).limit(most))
        )

    async def person(self, contact_id: str, before: datetime) -> bool:
        """One look."""
        found = sa.select(contacts.c.id).where(contacts.c.id == contact_id, *_unseen(before))
        return await self._session.scalar(found) is not None

    async def facts(self, before: datetime, most: int) -> list[str]:
        """In any order."""
        said = sa.func.coalesce(facts.c.confirmed_at, facts.c.observed_at) < before
        found = sa.select(facts.c.id).where(facts.c.observed_at < before, said)
        return list(await self._session.scalars(found.limit(most)))

    async def forget_said(self, before: datetime, most: int) -> int:
        """Their words go with them."""
        position = recall_statements.c.position
        old = (
            sa.select(position)
            .join(messages, messages.c.position == position)
            .where(messages.c.created_at < before)
            .limit(most)
        )
        gone = list(await self._session.scalars(old))
        for table in (recall_vectors, recall_statements):
            await self._session.execute(sa.delete(table).where(table.c.position.in_(gone)))
        return len(gone)

    async def touching(self, before: datetime, most: int) -> list[str]:
        """Those who are still somebody."""
        found = sa.select(touches.c.contact_id).where(*_met(before)).distinct()
        return list(await self._session.scalars(found.limit(most)))

    async def unlink_touches(self, contact_ids: Collection[str], before: datetime) -> int:
        """A contact's are those of one nobody, so that they still count as one."""
        count = 0
        for contact_id in contact_ids:
            theirs = sa.select(touches.c.id).where(
                touches.c.contact_id == contact_id, *_met(before)
            )
            ids, nobody = list(await self._session.scalars(theirs)), new_id()
            await mark_given(self._session, contact_id, met=ids, dialogues=(), coupons=())
            for piece in batched(ids, _PIECE):
                # The line about a touch has its id.
                for table in (touches, events):
                    named = table.c.id.in_(piece), table.c.contact_id == contact_id
                    await self._session.execute(
                        sa.update(table).where(*named).values(contact_id=nobody)
                    )
            count += len(ids)
        return count

    async def seen(self, before: datetime, most: int) -> list[Seen]:
        """Those who are still somebody."""
        x, other = exposures.c, exposures.alias("other")
        theirs = sa.and_(
            other.c.experiment_id == x.experiment_id, other.c.contact_id == x.contact_id
        )
        kept = sa.select(other.c.id).where(
            theirs, sa.or_(other.c.until >= before, *counting_for(other))
        )
        found = (
            sa.select(x.experiment_id, x.contact_id)
            .join(experiments, experiments.c.id == x.experiment_id)
            .where(
                experiments.c.ended_at < before,
                x.contact_id.in_(sa.select(contacts.c.id)),
                ~kept.exists(),
            )
            .distinct()
            .limit(most)
        )
        return [(row[0], row[1]) for row in await self._session.execute(found)]

    async def unlink_seen(self, found: Collection[Seen]) -> int:
        """A contact's are those of one nobody, so that who was counted once is."""
        count = 0
        for experiment_id, contact_id in found:
            x, nobody = exposures.c, new_id()
            theirs = (x.experiment_id == experiment_id, x.contact_id == contact_id)
            ids = list(await self._session.scalars(sa.select(x.id).where(*theirs)))
            await self._session.execute(
                sa.update(exposures).where(*theirs).values(contact_id=nobody)
            )
            lines = events.c.id.in_([event_id(EXPOSED, one) for one in ids])
            await self._session.execute(
                sa.update(events)
                .where(lines, events.c.contact_id == contact_id)
                .values(contact_id=nobody)
            )
            count += len(ids)
        return count

    async def unlink_browsers(self, before: datetime, most: int) -> int:
        """Each browser is another nobody; the log's lines tell of none, and are counted by the touch of their moment."""
        old = touches.c.at < before
        known = sa.and_(old, touches.c.person.not_like(f"{_NOBODY}%"))
        found = sa.select(touches.c.person).where(known).distinct().limit(most)
        browsers = list(await self._session.scalars(found))
        if not browsers:
            return 0
        theirs = sa.and_(touches.c.person.in_(browsers), old)
        gone = await self._session.execute(
            sa.update(touches)
            .where(theirs)
            .values(
                person=sa.case(
                    {one: f"{_NOBODY}{new_id()}" for one in browsers}, value=touches.c.person
                )
            )
        )
        opened = events.c.type.in_((EventType.ELEMENT_OPENED, EventType.ELEMENT_FETCHED))
        lines = sa.and_(opened, events.c.at < before, events.c.actor_id.in_(browsers))
        await self._session.execute(sa.update(events).where(lines).values(actor_id=None))
        return getattr(gone, "rowcount", 0)

    async def sweeps(self) -> list[Sweep]:
        """See `domain.ports.Outlived`."""
        return list(await self._session.scalars(sa.select(Sweep)))

    async def mailed(self, before: datetime, most: int) -> list[str]:
        """Those who are still somebody."""
        found = (
            sa.select(campaign_mails.c.contact_id)
            .where(_mailed(before), campaign_mails.c.contact_id.in_(sa.select(contacts.c.id)))
            .distinct()
        )
        return list(await self._session.scalars(found.limit(most)))

    async def unlink_mails(self, contact_ids: Collection[str], before: datetime) -> int:
        """A contact's are those of one nobody, in the log as well."""
        count = 0
        for contact_id in contact_ids:
            nobody = new_id()
            mails = await self._session.execute(
                sa.update(campaign_mails)
                .where(campaign_mails.c.contact_id == contact_id, _mailed(before))
                .values(contact_id=nobody, address_digest=None)
            )
            count += getattr(mails, "rowcount", 0)
            await self._session.execute(
                sa.update(events)
                .where(
                    events.c.type.in_(_MAILS),
                    events.c.at < before,
                    events.c.contact_id == contact_id,
                )
                .values(contact_id=nobody)
            )
        return count


def _unseen(before: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    lately = sa.select(conversations.c.id).where(
        conversations.c.contact_id == contacts.c.id, conversations.c.updated_at >= before
    )
    return contacts.c.last_seen_at < before, ~lately.exists()


def _met(before: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    """What a dialogue tells of somebody all the same is not the touch's to forget, and figures stay as they are."""
    brought = sa.select(response_events.c.conversation_id).where(
        response_events.c.contact_id == touches.c.contact_id,
        response_events.c.element == touches.c.element_code,
    )
    return (
        touches.c.at < before,
        touches.c.contact_id.in_(sa.select(contacts.c.id)),
        ~brought.exists(),
    )


def _mailed(before: datetime) -> sa.ColumnElement[bool]:
    return sa.func.coalesce(campaign_mails.c.sent_at, campaign_mails.c.due_at) < before
