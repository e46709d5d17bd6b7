"""Contacts, visitors, consents and used identity tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.consent import Consent
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.experiments.experiment import EXPOSED
from chat_server.domain.ids import event_id, new_id
from chat_server.domain.message import AuthorKind

from .contact_search import seen_last
from .many import batched, many
from .recall import reassign
from .records import records_of
from .rollup_keeping import uncount
from .stale_days import mark_given, mark_gone
from .tables import (
    NOT_SPOKEN,
    audit,
    call_notes,
    campaign_mails,
    campaigns,
    consents,
    contacts,
    conversations,
    events,
    exposures,
    facts,
    forgotten_facts,
    issued_coupons,
    merges,
    messages,
    metadata,
    points,
    response_events,
    touches,
    used_identities,
    visitors,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import Slice

_BELONGINGS = (
    conversations,
    facts,
    forgotten_facts,
    consents,
    call_notes,
    visitors,
    touches,
    exposures,
    campaign_mails,
    issued_coupons,
    points,
)
# Their rows stay, as those of nobody; counted as they are changed.
UNLINKED = (events, response_events, touches, exposures, campaign_mails, issued_coupons, audit)
_PIECE = 500


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

    async def by_customer(self, external_id: str) -> Contact | None:
        """One `sub` is one customer of the shop's, and a contact of each website."""
        found = sa.select(Contact).where(contacts.c.external_id == external_id)
        return await self._session.scalar(found.order_by(contacts.c.last_seen_at.desc()).limit(1))

    async def search(self, query: str | None, piece: Slice) -> list[Contact]:
        """By part of name or e-mail, last seen first."""
        return await seen_last(self._session, query, piece)

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

    async def hold(self, contact_ids: Iterable[str]) -> dict[str, Contact]:
        """As `lock` of another transaction would have to wait for; always in the same order."""
        wanted = sa.select(Contact).where(contacts.c.id.in_(sorted(set(contact_ids))))
        held = wanted.order_by(contacts.c.id).with_for_update(read=True, key_share=True)
        return {one.id: one for one in await self._session.scalars(held)}

    async def lock(self, contact_id: str) -> None:
        """Rows that belong to a contact cannot be inserted by others meanwhile."""
        await self._session.execute(
            sa.select(contacts.c.id).where(contacts.c.id == contact_id).with_for_update()
        )

    async def consents_of(self, contact_ids: Collection[str]) -> dict[str, list[Consent]]:
        """Oldest first."""
        wanted = sa.select(Consent).where(consents.c.contact_id.in_(contact_ids))
        found: dict[str, list[Consent]] = {}
        for one in await self._session.scalars(wanted.order_by(consents.c.at, consents.c.id)):
            found.setdefault(one.contact_id, []).append(one)
        return found

    async def belongings(self, contact_id: str) -> dict[str, list[str]]:
        """Ids by table."""
        found: dict[str, list[str]] = {}
        for table in _BELONGINGS:
            theirs = sa.select(table.c.id).where(table.c.contact_id == contact_id)
            found[table.name] = list(await self._session.scalars(theirs.order_by(table.c.id)))
        return found

    async def give(self, ids: Mapping[str, Sequence[str]], new: str) -> None:
        """In pieces: a database takes only so many parameters."""
        run = self._session.execute
        dialogues = list(ids.get("conversations", ()))
        # Whose dialogue comes after whose is told by no line of the log.
        await uncount(self._session, dialogues, new)
        await mark_given(
            self._session,
            new,
            met=ids.get("touches", ()),
            dialogues=dialogues,
            coupons=ids.get("issued_coupons", ()),
        )
        for table in _BELONGINGS:
            for piece in batched(ids.get(table.name, ()), _PIECE):
                await run(sa.update(table).where(table.c.id.in_(piece)).values(contact_id=new))
        for owned in batched(ids.get("conversations", ()), _PIECE):
            said = sa.select(messages.c.id).where(messages.c.conversation_id.in_(owned))
            of_them = events.c.conversation_id.in_(owned)
            for theirs in (events.c.id.in_(said), sa.and_(of_them, sa.text(NOT_SPOKEN))):
                await run(sa.update(events).where(theirs).values(contact_id=new))
            await reassign(self._session, list(owned), new)
            told = response_events.c.conversation_id.in_(owned)
            await run(sa.update(response_events).where(told).values(contact_id=new))
        # The line about a touch has its id.
        for met in batched(ids.get("touches", ()), _PIECE):
            await run(sa.update(events).where(events.c.id.in_(met)).values(contact_id=new))
        for seen in batched(ids.get("exposures", ()), _PIECE):
            lines = events.c.id.in_([event_id(EXPOSED, one) for one in seen])
            await run(sa.update(events).where(lines).values(contact_id=new))

    async def records(self, contact_id: str) -> dict[str, list[dict[str, object]]]:
        """See `records.py`."""
        return await records_of(self._session, contact_id)

    async def remove(self, contact: Contact) -> None:
        """Only the row: what it had has gone to somebody else."""
        await self._session.execute(sa.delete(contacts).where(contacts.c.id == contact.id))
        self._session.expunge(contact)

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

    async def erase(self, contact_id: str) -> tuple[list[str], dict[str, int]]:
        """Rows go; the log and the response events stay as counts of nobody."""
        run = self._session.execute
        await mark_gone(self._session, contact_id)
        counts = await self._census(contact_id)
        owned = list(
            await self._session.scalars(
                sa.select(conversations.c.id).where(conversations.c.contact_id == contact_id)
            )
        )
        # A pseudonym that leads nowhere: the dialogues still count as those of one person. Colleagues keep their names.
        nobody = new_id()
        by_visitor = events.c.actor_kind == AuthorKind.VISITOR
        unnamed = await run(
            sa.update(events)
            .where(events.c.contact_id == contact_id)
            .values(
                contact_id=nobody,
                actor_id=sa.case((by_visitor, None), else_=events.c.actor_id),
            )
        )
        counts["events"] = getattr(unnamed, "rowcount", 0)
        await run(
            sa.update(campaign_mails)
            .where(campaign_mails.c.contact_id == contact_id)
            .values(address_digest=None)
        )
        for table in (response_events, touches, exposures, campaign_mails):
            theirs = table.c.contact_id == contact_id
            unnamed = await run(sa.update(table).where(theirs).values(contact_id=nobody))
            counts[table.name] = getattr(unnamed, "rowcount", 0)
        counts["issued_coupons"] = await self._forget_coupons(contact_id, nobody)
        # How far an audience was read: as far as before, by no contact's id.
        await run(
            sa.update(campaigns)
            .where(campaigns.c.planned_to == contact_id)
            .values(planned_to=contact_id[:-1])
        )
        browsers = sa.select(visitors.c.id).where(visitors.c.contact_id == contact_id)
        # Their used identities stay used, by nobody.
        await run(
            sa.update(used_identities)
            .where(used_identities.c.visitor_id.in_(browsers))
            .values(visitor_id="")
        )
        # That somebody looked stays; whom it was about, and what they wrote of them, does not.
        about = audit.c.conversation_id.in_(owned)
        unnamed = await run(sa.update(audit).where(about).values(conversation_id=None, reason=""))
        counts["audit"] = getattr(unnamed, "rowcount", 0)
        await run(sa.delete(conversations).where(conversations.c.contact_id == contact_id))
        await run(sa.delete(contacts).where(contacts.c.id == contact_id))
        await run(sa.delete(merges).where(merges.c.source_id == contact_id))
        return owned, {name: count for name, count in counts.items() if count}

    async def _forget_coupons(self, contact_id: str, nobody: str) -> int:
        """Given and used they still count; their codes, and whom the shop knew with them, are gone."""
        known_as = sa.select(contacts.c.external_id).where(contacts.c.id == contact_id)
        unsaid = {"redeemed_by": None, "order_number": None, "reason": None}
        theirs = await self._session.execute(
            sa.update(issued_coupons)
            .where(issued_coupons.c.contact_id == contact_id)
            .values(contact_id=nobody, code=issued_coupons.c.id, **unsaid)
        )
        friends = await self._session.execute(
            sa.update(issued_coupons)
            .where(issued_coupons.c.redeemed_by == known_as.scalar_subquery())
            .values(**unsaid)
        )
        return getattr(theirs, "rowcount", 0) + getattr(friends, "rowcount", 0)

    async def _census(self, contact_id: str) -> dict[str, int]:
        """How many rows there are of them, in every table that goes with a contact or a conversation."""
        owned = sa.select(conversations.c.id).where(conversations.c.contact_id == contact_id)
        counts = {"contacts": 1}
        for table in metadata.sorted_tables:
            if table in UNLINKED:
                continue
            if "contact_id" in table.c:
                theirs = table.c.contact_id == contact_id
            elif "conversation_id" in table.c:
                theirs = table.c.conversation_id.in_(owned)
            else:
                continue
            counted = sa.select(sa.func.count()).select_from(table).where(theirs)
            counts[table.name] = await self._session.scalar(counted) or 0
        return counts
