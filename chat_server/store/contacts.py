"""Contacts, visitors, consents and used identity tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.consent import Consent
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.ids import new_id

from .many import many
from .recall import reassign
from .search import purge
from .tables import (
    NOT_SPOKEN,
    consents,
    contacts,
    conversations,
    events,
    facts,
    forgotten_facts,
    messages,
    response_events,
    used_identities,
    visitors,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import Slice


class ContactRows:
    """See `domain.ports.Contacts`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, contact_id: str) -> Contact | None:
        """By id."""
        return await self._session.get(Contact, contact_id)

    async def many(self, contact_ids: Iterable[str]) -> dict[str, Contact]:
        """In one look, or none."""
        return await many(self._session, Contact, contact_ids)

    async def by_external_id(self, inbox_id: str, external_id: str) -> Contact | None:
        """The contact whom the shop knows by this `sub`."""
        return await self._session.scalar(
            sa.select(Contact).where(
                contacts.c.inbox_id == inbox_id, contacts.c.external_id == external_id
            )
        )

    async def search(self, query: str | None, piece: Slice) -> list[Contact]:
        """By part of name or e-mail, last seen first."""
        wanted = sa.select(Contact).order_by(contacts.c.last_seen_at.desc(), contacts.c.id.desc())
        if query:
            like = f"%{query.lower().replace('%', '').replace('_', '')}%"
            wanted = wanted.where(
                sa.or_(
                    sa.func.lower(contacts.c.name).like(like),
                    sa.func.lower(contacts.c.email).like(like),
                )
            )
        if piece.before is not None:
            wanted = wanted.where(
                sa.tuple_(contacts.c.last_seen_at, contacts.c.id)
                < sa.tuple_(
                    sa.literal(piece.before, contacts.c.last_seen_at.type),
                    sa.literal(piece.before_id),
                )
            )
        return list(await self._session.scalars(wanted.limit(piece.limit)))

    async def visitor(self, visitor_id: str) -> Visitor | None:
        """By id."""
        return await self._session.get(Visitor, visitor_id)

    async def behind(self, visitor_id: str) -> tuple[Visitor, Contact] | None:
        """Browser and person in one look."""
        return await self._pair(visitors.c.id == visitor_id)

    async def by_token(self, digest: str) -> tuple[Visitor, Contact] | None:
        """As `behind`, by the digest of the browser's token."""
        return await self._pair(visitors.c.token_digest == digest)

    async def _pair(self, which: sa.ColumnElement[bool]) -> tuple[Visitor, Contact] | None:
        found = sa.select(Visitor, Contact).join(Contact, contacts.c.id == visitors.c.contact_id)
        row = (await self._session.execute(found.where(which))).one_or_none()
        return (row[0], row[1]) if row is not None else None

    async def consents(self, contact_id: str) -> list[Consent]:
        """All answers, oldest first."""
        return list(
            await self._session.scalars(
                sa.select(Consent)
                .where(consents.c.contact_id == contact_id)
                .order_by(consents.c.at, consents.c.id)
            )
        )

    async def move(self, visitor_id: str, old: str, new: str) -> None:
        """Conversations of the visitor and facts of the old contact go to the new one; the old one goes."""
        run = self._session.execute
        owned = sa.select(conversations.c.id).where(
            conversations.c.visitor_id == visitor_id, conversations.c.contact_id == old
        )
        said = sa.select(messages.c.id).where(messages.c.conversation_id.in_(owned))
        for of_theirs in (
            events.c.id.in_(said),
            sa.and_(events.c.conversation_id.in_(owned), sa.text(NOT_SPOKEN)),
        ):
            await run(sa.update(events).where(of_theirs).values(contact_id=new))
        await run(
            sa.update(response_events)
            .where(response_events.c.conversation_id.in_(owned))
            .values(contact_id=new)
        )
        await run(
            sa.update(conversations)
            .where(conversations.c.visitor_id == visitor_id, conversations.c.contact_id == old)
            .values(contact_id=new)
        )
        moved = list(
            await self._session.scalars(
                sa.select(conversations.c.id).where(
                    conversations.c.visitor_id == visitor_id, conversations.c.contact_id == new
                )
            )
        )
        await reassign(self._session, moved, new)
        for table in (facts, forgotten_facts, consents):
            await run(sa.update(table).where(table.c.contact_id == old).values(contact_id=new))
        # Its name would outlive an erasure of the person it turned out to be.
        await run(
            sa.delete(contacts).where(
                contacts.c.id == old,
                ~sa.exists().where(visitors.c.contact_id == old),
                ~sa.exists().where(conversations.c.contact_id == old),
            )
        )

    async def claim_identity(
        self, digest: str, visitor_id: str, expires_at: datetime, now: datetime
    ) -> bool:
        """First come, first served; old ones are swept on the way."""
        run = self._session.execute
        await run(sa.delete(used_identities).where(used_identities.c.expires_at < now))
        holder = await self._session.scalar(
            sa.select(used_identities.c.visitor_id).where(used_identities.c.token_digest == digest)
        )
        if holder is None:
            values = {"token_digest": digest, "visitor_id": visitor_id, "expires_at": expires_at}
            await run(sa.insert(used_identities).values(values))
        return holder in {None, visitor_id}

    async def erase(self, contact_id: str) -> list[str]:
        """Rows go; the log and the response events stay as counts of nobody."""
        run = self._session.execute
        owned = list(
            await self._session.scalars(
                sa.select(conversations.c.id).where(conversations.c.contact_id == contact_id)
            )
        )
        await run(
            sa.update(events)
            .where(events.c.contact_id == contact_id)
            .values(contact_id=None, actor_id=None)
        )
        # A pseudonym that leads nowhere: the dialogues still count as those of one person.
        await run(
            sa.update(response_events)
            .where(response_events.c.contact_id == contact_id)
            .values(contact_id=new_id())
        )
        browsers = sa.select(visitors.c.id).where(visitors.c.contact_id == contact_id)
        # Their used identities stay used, by nobody.
        await run(
            sa.update(used_identities)
            .where(used_identities.c.visitor_id.in_(browsers))
            .values(visitor_id="")
        )
        await run(sa.delete(conversations).where(conversations.c.contact_id == contact_id))
        await run(sa.delete(contacts).where(contacts.c.id == contact_id))
        await purge(self._session)
        return owned
