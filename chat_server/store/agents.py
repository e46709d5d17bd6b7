"""Accounts, sessions, keys and canned replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from chat_server.domain.agent import Agent, ApiKey, Availability, CannedReply, Session

from .tables import agents, api_keys, canned_replies, sessions

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.ports import Slice


class AgentRows:
    """See `domain.ports.Agents`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, agent_id: str) -> Agent | None:
        """By id."""
        return await self._session.get(Agent, agent_id)

    async def lock(self, agent_id: str) -> Agent | None:
        """One writer per agent until the commit."""
        return await self._session.get(
            Agent, agent_id, with_for_update=True, populate_existing=True
        )

    async def by_email(self, email: str) -> Agent | None:
        """E-mails are kept in lower case."""
        return await self._session.scalar(sa.select(Agent).where(agents.c.email == email.lower()))

    async def all(self) -> list[Agent]:
        """By name."""
        return list(await self._session.scalars(sa.select(Agent).order_by(agents.c.name)))

    async def any_online(self) -> bool:
        """Whether somebody takes new conversations."""
        found = sa.select(agents.c.id).where(agents.c.availability == Availability.ONLINE).limit(1)
        return await self._session.scalar(found) is not None

    async def session(self, digest: str) -> Session | None:
        """By the digest of its token."""
        return await self._session.get(Session, digest)

    async def end_session(self, digest: str) -> None:
        """Signs out."""
        await self._session.execute(sa.delete(sessions).where(sessions.c.token_digest == digest))

    async def end_sessions(self, agent_id: str) -> list[str]:
        """Of an account everywhere; their digests."""
        ended = sa.delete(sessions).where(sessions.c.agent_id == agent_id)
        return list(await self._session.scalars(ended.returning(sessions.c.token_digest)))

    async def api_key(self, digest: str) -> ApiKey | None:
        """By the digest of its token."""
        return await self._session.scalar(
            sa.select(ApiKey).where(api_keys.c.token_digest == digest)
        )

    async def api_keys(self, piece: Slice) -> list[ApiKey]:
        """Newest first."""
        wanted = sa.select(ApiKey)
        if piece.before is not None:
            last = sa.tuple_(
                sa.literal(piece.before, api_keys.c.created_at.type), sa.literal(piece.before_id)
            )
            wanted = wanted.where(sa.tuple_(api_keys.c.created_at, api_keys.c.id) < last)
        newest = wanted.order_by(api_keys.c.created_at.desc(), api_keys.c.id.desc())
        return list(await self._session.scalars(newest.limit(piece.limit)))

    async def lock_api_key(self, key_id: str) -> ApiKey | None:
        """For one writer until the commit."""
        return await self._session.get(ApiKey, key_id, with_for_update=True)

    async def remove_api_key(self, key: ApiKey) -> None:
        """From the next request on."""
        await self._session.delete(key)

    async def canned_replies(self) -> list[CannedReply]:
        """By shortcut."""
        return list(
            await self._session.scalars(sa.select(CannedReply).order_by(canned_replies.c.shortcut))
        )

    async def canned_reply(self, reply_id: str) -> CannedReply | None:
        """By id, for one writer until the commit."""
        return await self._session.get(CannedReply, reply_id, with_for_update=True)

    async def remove_canned_reply(self, reply: CannedReply) -> None:
        """From the next look on."""
        await self._session.delete(reply)
