"""Accounts: signing in and out, availability, colleagues, keys."""

from __future__ import annotations

import asyncio
import hmac
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from chat_server.domain.agent import Agent, Availability, Role, Session
from chat_server.domain.errors import NotAllowed
from chat_server.domain.ids import new_token, token_digest
from chat_server.domain.live import PresenceChanged, SessionEnded
from chat_server.domain.ports import Clock, Store

from .access import AgentCaller, Permission, require
from .snapshots import queue_changed

SESSION_LIFETIME = timedelta(hours=12)
_BOT = "bot"
# Of these accounts some may do what their role may not.
_GIVEN_MORE = frozenset({Role.MARKETER})


class Accounts:
    """`bot_token` is the secret that hub and bot share."""

    def __init__(self, store: Store, clock: Clock, bot_token: str) -> None:
        self._store = store
        self._clock = clock
        self._bot_digest = token_digest(bot_token)
        self._hasher = PasswordHasher()
        # Checked for unknown addresses, so that they take as long as known ones.
        self._nobody = self._hasher.hash(new_token())

    async def hash_password(self, password: str) -> str:
        """argon2id, off the event loop."""
        return await asyncio.to_thread(self._hasher.hash, password)

    async def sign_in(self, email: str, password: str) -> tuple[str, Agent]:
        """A new session's token; one answer for a wrong password and an unknown address."""
        async with self._store.read() as tx:
            agent = await tx.agents.by_email(email)
        matches = await asyncio.to_thread(
            self._matches, agent.password_hash if agent else self._nobody, password
        )
        if agent is None or not matches:
            raise NotAllowed("E-mail or password is wrong.")
        token, now = new_token(), self._clock()
        async with self._store.begin() as tx:
            tx.add(Session(token_digest(token), agent.id, now, now + SESSION_LIFETIME))
        return token, agent

    async def sign_out(self, caller: AgentCaller) -> None:
        """Ends the session and closes its sockets."""
        if caller.session_digest is None:
            return
        async with self._store.begin() as tx:
            await tx.agents.end_session(caller.session_digest)
            tx.tell(SessionEnded(caller.session_digest))

    async def authenticate(self, token: str) -> AgentCaller:
        """By session, API key or the bot's secret; raises NotAllowed."""
        digest = token_digest(token)
        if hmac.compare_digest(digest, self._bot_digest):
            return AgentCaller(_BOT, _BOT, Role.BOT)
        async with self._store.read() as tx:
            session = await tx.agents.session(digest)
            if session is not None and session.expires_at > self._clock():
                agent = await tx.agents.get(session.agent_id)
                if agent is not None and agent.removed_at is None:
                    granted = await tx.desk.grant(agent.id) if agent.role in _GIVEN_MORE else None
                    return AgentCaller(
                        agent.id,
                        agent.name,
                        agent.role,
                        digest,
                        session.expires_at,
                        frozenset({Permission.REVEAL}) if granted else frozenset(),
                    )
            key = await tx.agents.api_key(digest)
        if key is None:
            raise NotAllowed("Sign in first.")
        return AgentCaller(key.id, key.name, key.role)

    def require_current(self, caller: AgentCaller) -> None:
        """A connection may outlive the session it was opened with; what it may do does not."""
        if caller.expires_at is not None and caller.expires_at <= self._clock():
            raise NotAllowed("Your session is over; sign in again.")

    async def account(self, caller: AgentCaller) -> Agent:
        """The caller's own account; keys have none."""
        async with self._store.read() as tx:
            agent = await tx.agents.get(caller.agent_id)
        if agent is None:
            raise NotAllowed("This key is no account.")
        return agent

    async def set_availability(self, caller: AgentCaller, state: Availability) -> Agent:
        """Told to colleagues."""
        require(caller, Permission.ANSWER)
        return await self._set_availability(caller.agent_id, state)

    async def _set_availability(
        self, agent_id: str, state: Availability, *, gone: bool = False
    ) -> Agent:
        async with self._store.begin() as tx:
            agent = await tx.agents.get(agent_id)
            if agent is None or agent.removed_at is not None:
                raise NotAllowed("This key is no account.")
            if agent.availability is not state or gone != (agent.gone_at is not None):
                agent.availability = state
                agent.gone_at = self._clock() if gone else None
                if state is Availability.ONLINE:
                    agent.idle_since = self._clock()
                await tx.flush()
                # Those who wait are told whether anybody is there to come.
                tx.tell(PresenceChanged(agent), await queue_changed(tx))
            return agent

    async def online(self) -> list[str]:
        """Ids of the agents who take, or pause from taking, conversations."""
        async with self._store.read() as tx:
            agents = await tx.agents.all()
        return [agent.id for agent in agents if agent.availability is not Availability.OFFLINE]

    async def went_away(self, agent_id: str) -> None:
        """No console of theirs is open any more; what they were answering goes back to the queue.

        A key that was connected is no account, and nobody misses it.
        """
        async with self._store.read() as tx:
            agent = await tx.agents.get(agent_id)
        if agent is not None and agent.removed_at is None:
            await self._set_availability(agent_id, Availability.OFFLINE, gone=True)

    async def came_back(self, caller: AgentCaller) -> None:
        """A console was opened; availability stays as they left it until they change it."""
        async with self._store.read() as tx:
            agent = await tx.agents.get(caller.agent_id)
        if agent is not None and agent.gone_at is not None:
            await self._set_availability(agent.id, agent.availability)

    def _matches(self, password_hash: str, password: str) -> bool:
        try:
            return self._hasher.verify(password_hash, password)
        except (Argon2Error, InvalidHashError):
            return False
