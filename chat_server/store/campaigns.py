"""Campaigns, their mails, and what is known of addresses."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from chat_server.domain.campaigns.campaign import Campaign, CampaignState
from chat_server.domain.campaigns.mail import (
    HEARD,
    UNDER_WAY,
    CampaignMail,
    MailAddress,
    MailState,
    Refusal,
)
from chat_server.domain.facts.fact import Fact, FactState
from chat_server.domain.outbox import DeliveryKind, DeliveryState

from .many import many
from .members import make_room, member_ids
from .tables import (
    campaign_mails,
    campaigns,
    contacts,
    elements,
    events,
    facts,
    incentives,
    mail_addresses,
    outbox,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.segments.rule import Belonging

_c, _m, _a, _o = campaigns.c, campaign_mails.c, mail_addresses.c, outbox.c
_FREE = (_o.kind == DeliveryKind.CAMPAIGN_MAIL, _o.state == DeliveryState.WAITING)


class CampaignRows:
    """See `domain.ports.Campaigns`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._sqlite = session.get_bind().dialect.name == "sqlite"

    async def lock(self, campaign_id: str) -> Campaign | None:
        """One writer until the commit."""
        return await self._session.get(
            Campaign, campaign_id, with_for_update=True, populate_existing=True
        )

    async def is_used(self, campaign_id: str) -> bool:
        """Dialogues come by elements, which nothing deletes: they need no look of their own."""
        for told in (elements.c.campaign_id, incentives.c.campaign_id, _m.campaign_id):
            found = sa.exists().where(told == campaign_id)
            if await self._session.scalar(sa.select(found)):
                return True
        return False

    async def erase(self, campaign: Campaign) -> None:
        """Its row."""
        await self._session.delete(campaign)

    async def running(self) -> list[str]:
        """Ids, oldest start first."""
        found = sa.select(_c.id).where(_c.state == CampaignState.RUNNING)
        return list(await self._session.scalars(found.order_by(_c.starts_at, _c.id)))

    async def next_due(self) -> datetime | None:
        """Two looks: campaigns are few, and their planned mails have an index."""
        begins = sa.select(sa.func.min(_c.starts_at, type_=_c.starts_at.type)).where(
            _c.state == CampaignState.RUNNING, _c.planned_at.is_(None)
        )
        mails = sa.select(sa.func.min(_m.due_at, type_=_m.due_at.type)).where(
            _m.state == MailState.PLANNED, _m.campaign_id.in_(await self.running())
        )
        found = [await self._session.scalar(one) for one in (begins, mails)]
        return min((one for one in found if one is not None), default=None)

    async def members(self, belonging: Belonging, after: str, limit: int) -> list[str]:
        """By id, so that who comes later is not passed by."""
        await make_room(self._session)
        found = member_ids(belonging, sqlite=self._sqlite)
        found = found.where(contacts.c.id > after).order_by(contacts.c.id).limit(limit)
        return list(await self._session.scalars(found))

    async def said_addresses(self, contact_ids: Collection[str]) -> dict[str, list[Fact]]:
        """Those that stand."""
        found: dict[str, list[Fact]] = defaultdict(list)
        said = sa.select(Fact).where(
            facts.c.contact_id.in_(contact_ids),
            facts.c.key == "email",
            facts.c.state == FactState.CURRENT,
        )
        for fact in await self._session.scalars(said):
            found[fact.contact_id].append(fact)
        return found

    async def had(self, people: Mapping[str, str | None], since: datetime) -> dict[str, int]:
        """A mail counts for a contact also where it went to their address under another name."""
        heard = (_m.state.in_(HEARD), _m.sent_at >= since)
        at = {digest: one for one, digest in people.items() if digest}
        found = await self._session.execute(
            sa.select(_m.id, _m.contact_id, _m.address_digest).where(
                sa.or_(_m.contact_id.in_(list(people)), _m.address_digest.in_(list(at))), *heard
            )
        )
        counted: dict[str, int] = defaultdict(int)
        for _, contact_id, digest in found:
            for one in {contact_id, at.get(digest, contact_id)} & people.keys():
                counted[one] += 1
        return counted

    async def addresses(self, digests: Collection[str]) -> dict[str, MailAddress]:
        """In one look."""
        return await many(self._session, MailAddress, digests)

    async def address(self, digest: str) -> MailAddress:
        """Made first, so that two at once lock the same row."""
        insert = (sqlite if self._sqlite else postgresql).insert(mail_addresses)
        await self._session.execute(
            insert.values(digest=digest, bounces=0, soft_bounces=0).on_conflict_do_nothing()
        )
        found = await self._session.get(
            MailAddress, digest, with_for_update=True, populate_existing=True
        )
        assert found is not None  # noqa: S101 - it was made just now, and nothing deletes them
        return found

    async def refused(self) -> dict[str, int]:
        """By why."""
        counted = sa.select(_a.refusal, sa.func.count()).where(_a.refused_at.is_not(None))
        found = await self._session.execute(counted.group_by(_a.refusal))
        return {Refusal(row[0]).value: row[1] for row in found}

    async def refusing(self, digest: str | None, limit: int) -> list[MailAddress]:
        """Newest first."""
        wanted = sa.select(MailAddress).where(_a.refused_at.is_not(None))
        if digest is not None:
            wanted = wanted.where(_a.digest == digest)
        wanted = wanted.order_by(_a.refused_at.desc(), _a.digest).limit(limit)
        return list(await self._session.scalars(wanted))

    async def mailed(self, campaign_id: str, digests: Collection[str]) -> set[str]:
        """In one look."""
        found = sa.select(_m.address_digest).where(
            _m.campaign_id == campaign_id, _m.address_digest.in_(digests)
        )
        return {digest for digest in await self._session.scalars(found) if digest}

    async def mail(self, mail_id: str) -> CampaignMail | None:
        """One writer until the commit."""
        return await self._session.get(
            CampaignMail, mail_id, with_for_update=True, populate_existing=True
        )

    async def mail_of(self, mail_id: str) -> CampaignMail | None:
        """By id."""
        return await self._session.get(CampaignMail, mail_id)

    async def due(self, campaign_id: str, now: datetime, limit: int) -> list[CampaignMail]:
        """Longest due first."""
        found = (
            sa.select(CampaignMail)
            .where(_m.campaign_id == campaign_id, _m.state == MailState.PLANNED, _m.due_at <= now)
            .order_by(_m.due_at, _m.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        return list(await self._session.scalars(found))

    async def waiting(self, now: datetime) -> int:
        """In the outbox."""
        counted = sa.select(sa.func.count()).where(*_FREE, _o.due_at <= now)
        return await self._session.scalar(counted) or 0

    async def take_back(self, campaign_id: str, state: MailState, now: datetime) -> int:
        """The promise goes, so that it can be made again; what is being sent comes to its end."""
        theirs = sa.select(_m.id).where(
            _m.campaign_id == campaign_id, _m.state == MailState.PROMISED
        )
        idle = sa.or_(_o.leased_until.is_(None), _o.leased_until <= now)
        gone = await self._session.scalars(
            sa.delete(outbox).where(*_FREE, idle, _o.id.in_(theirs)).returning(_o.id)
        )
        taken = list(gone)
        for start in range(0, len(taken), 500):
            await self._session.execute(
                sa.update(campaign_mails)
                .where(_m.id.in_(taken[start : start + 500]))
                .values(state=state)
            )
        return len(taken)

    async def drop_planned(self, campaign_id: str) -> None:
        """They are cancelled."""
        await self._session.execute(
            sa.update(campaign_mails)
            .where(_m.campaign_id == campaign_id, _m.state == MailState.PLANNED)
            .values(state=MailState.CANCELLED)
        )

    async def is_under_way(self, campaign_id: str) -> bool:
        """Any."""
        found = sa.exists().where(_m.campaign_id == campaign_id, _m.state.in_(UNDER_WAY))
        return bool(await self._session.scalar(sa.select(found)))

    async def counts(
        self, campaign_ids: Collection[str]
    ) -> dict[str, list[tuple[MailState, str | None, int]]]:
        """In one look."""
        counted = sa.select(_m.campaign_id, _m.state, _m.reason, sa.func.count()).where(
            _m.campaign_id.in_(campaign_ids)
        )
        found: dict[str, list[tuple[MailState, str | None, int]]] = defaultdict(list)
        for row in await self._session.execute(
            counted.group_by(_m.campaign_id, _m.state, _m.reason)
        ):
            found[row[0]].append((MailState(row[1]), row[2], row[3]))
        return found

    async def happened(self, event_id: str) -> bool:
        """By its id."""
        return bool(
            await self._session.scalar(sa.select(sa.exists().where(events.c.id == event_id)))
        )
