"""What was kept for longer than it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.events import EventType
from chat_server.domain.ids import new_id

from .tables import (
    campaign_mails,
    contacts,
    conversations,
    events,
    facts,
    messages,
    recall_statements,
    recall_vectors,
)

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

_MAILS = (
    EventType.MAIL_SENT,
    EventType.MAIL_BOUNCED,
    EventType.MAIL_DELAYED,
    EventType.MAIL_OPENED,
    EventType.MAIL_CLICKED,
    EventType.UNSUBSCRIBED,
)


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


def _mailed(before: datetime) -> sa.ColumnElement[bool]:
    return sa.func.coalesce(campaign_mails.c.sent_at, campaign_mails.c.due_at) < before
