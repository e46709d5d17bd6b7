"""Conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.conversation import Conversation, Status
from chat_server.domain.message import AuthorKind
from chat_server.domain.ownership import OwnerKind

from .mapping import ConversationRow
from .tables import conversations, messages

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.ext.asyncio import AsyncSession

_c = conversations.c
# Named, so that the index by status leads to the few among the many that are over.
_UNRESOLVED = (Status.OPEN, Status.SNOOZED)


class ConversationRows:
    """See `domain.ports.Conversations`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, conversation_id: str) -> Conversation | None:
        """As it is in this transaction."""
        return await self._session.get(ConversationRow, conversation_id)

    async def lock(self, conversation_id: str) -> Conversation | None:
        """One writer per conversation until the commit; SQLite has one writer anyway."""
        return await self._session.get(
            ConversationRow, conversation_id, with_for_update=True, populate_existing=True
        )

    async def lock_all(self, conversation_ids: Collection[str]) -> dict[str, Conversation]:
        """By their ids, as every batch of the journal."""
        found = sa.select(ConversationRow).where(_c.id.in_(conversation_ids)).order_by(_c.id)
        held = await self._session.scalars(
            found.with_for_update().execution_options(populate_existing=True)
        )
        return {one.id: one for one in held}

    async def owners(self, conversation_ids: Collection[str]) -> dict[str, str]:
        """Without the rest of the row."""
        found = sa.select(_c.id, _c.contact_id).where(_c.id.in_(conversation_ids))
        rows = await self._session.execute(found.order_by(_c.id).with_for_update())
        return {row[0]: row[1] for row in rows}

    async def by_ids(self, conversation_ids: Sequence[str]) -> list[Conversation]:
        """Those that exist."""
        found = sa.select(ConversationRow).where(_c.id.in_(conversation_ids))
        return list(await self._session.scalars(found))

    async def opened_with(self, visitor_id: str, client_id: str) -> Conversation | None:
        """The one that this visitor's command opened before."""
        return await self._session.scalar(
            sa.select(ConversationRow).where(_c.visitor_id == visitor_id, _c.client_id == client_id)
        )

    async def latest_open(self, contact_id: str) -> Conversation | None:
        """The newest that is not resolved."""
        return await self._session.scalar(
            sa.select(ConversationRow)
            .where(_c.contact_id == contact_id, _c.status != Status.RESOLVED)
            .order_by(_c.opened_at.desc())
            .limit(1)
        )

    async def began_in(self, visitor_ids: Sequence[str], contact_id: str) -> bool:
        """By the contact's."""
        found = sa.exists().where(_c.contact_id == contact_id, _c.visitor_id.in_(visitor_ids))
        return bool(await self._session.scalar(sa.select(found)))

    async def rehome(self, visitor_ids: Sequence[str], contact_id: str, new: str) -> None:
        """Who wrote in them is in their messages still."""
        theirs = sa.and_(_c.contact_id == contact_id, _c.visitor_id.in_(visitor_ids))
        await self._session.execute(sa.update(conversations).where(theirs).values(visitor_id=new))

    async def of_contact(self, contact_id: str, limit: int) -> list[Conversation]:
        """Newest first."""
        return await self._list(_c.contact_id == contact_id, order=_c.opened_at.desc(), limit=limit)

    async def waiting(self, inbox_id: str | None = None) -> list[Conversation]:
        """First come first."""
        where = [_c.status == Status.OPEN, _c.owner_kind == OwnerKind.QUEUE]
        if inbox_id is not None:
            where.append(_c.inbox_id == inbox_id)
        return await self._list(*where, order=_c.queued_at.asc(), limit=500)

    async def owned_by(self, agent_id: str) -> list[Conversation]:
        """Not resolved ones an agent answers."""
        return await self._list(
            _c.owner_agent_id == agent_id,
            _c.status.in_(_UNRESOLVED),
            order=_c.updated_at.desc(),
            limit=200,
        )

    async def loads(self) -> dict[str, int]:
        """How many open ones each agent answers."""
        counted = (
            sa.select(_c.owner_agent_id, sa.func.count())
            .where(_c.status == Status.OPEN, _c.owner_kind == OwnerKind.AGENT)
            .group_by(_c.owner_agent_id)
        )
        return {row[0]: row[1] for row in await self._session.execute(counted)}

    async def attended(
        self, inbox_ids: Sequence[str], agent_ids: Sequence[str]
    ) -> list[Conversation]:
        """Open ones of people: in these inboxes those that wait for an answer, of these agents all."""
        awaits = sa.or_(_c.routed, _c.unanswered_since.is_not(None))
        return await self._list(
            _c.status == Status.OPEN,
            _c.owner_kind == OwnerKind.AGENT,
            sa.or_(sa.and_(_c.inbox_id.in_(inbox_ids), awaits), _c.owner_agent_id.in_(agent_ids)),
            order=_c.updated_at.asc(),
            limit=1000,
        )

    async def recent(self, inbox_id: str | None, limit: int) -> list[Conversation]:
        """Not resolved ones, last changed first."""
        where: list[sa.ColumnElement[bool]] = [_c.status.in_(_UNRESOLVED)]
        if inbox_id is not None:
            where.append(_c.inbox_id == inbox_id)
        return await self._list(*where, order=_c.updated_at.desc(), limit=limit)

    async def unread(self, conversation_ids: Sequence[str]) -> dict[str, int]:
        """Visitor messages past the agents' receipt."""
        if not conversation_ids:
            return {}
        counted = (
            sa.select(messages.c.conversation_id, sa.func.count())
            .join(conversations, _c.id == messages.c.conversation_id)
            .where(
                messages.c.conversation_id.in_(conversation_ids),
                messages.c.author_kind == AuthorKind.VISITOR,
                messages.c.seq > _c.agent_read_seq,
            )
            .group_by(messages.c.conversation_id)
        )
        return {row[0]: row[1] for row in await self._session.execute(counted)}

    async def _list(
        self, *where: sa.ColumnElement[bool], order: sa.UnaryExpression[object], limit: int
    ) -> list[Conversation]:
        found = sa.select(ConversationRow).where(*where).order_by(order, _c.id).limit(limit)
        return list(await self._session.scalars(found))
