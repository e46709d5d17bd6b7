"""Accounts and inboxes that administrators make, each with a line in the audit of the same commit."""

from __future__ import annotations

from datetime import datetime, timedelta

from chat_server.domain.agent import KEY_ROLES, Agent, Role
from chat_server.domain.errors import Conflict, Invalid, NotFound
from chat_server.domain.inbox import Inbox
from chat_server.domain.live import PresenceChanged, QueueMoved, SessionEnded
from chat_server.domain.ports import Clock, Store, Transaction

from .access import AgentCaller, Permission, require
from .accounts import Accounts
from .auditing import audit_line
from .setup import Setup, require_long

ACCOUNT, PASSWORD, INBOX = "account_made", "password_set", "inbox_made"
REMOVED, ROTATED = "account_removed", "inbox_secret_changed"
ARCHIVED, RESTORED = "inbox_archived", "inbox_restored"


class Administration:
    """What is done at the terminal for the first ones, for who may manage."""

    def __init__(self, store: Store, clock: Clock, accounts: Accounts, setup: Setup) -> None:
        self._store = store
        self._clock = clock
        self._accounts = accounts
        self._setup = setup

    async def add_account(
        self, caller: AgentCaller, email: str, name: str, role: Role, password: str
    ) -> Agent:
        """Conflict for an address that has one."""
        require(caller, Permission.MANAGE)
        if role not in KEY_ROLES:
            raise Invalid("No account has this role.", {"role": "not for accounts"})
        line = audit_line(caller, self._clock(), ACCOUNT, f"{email.strip().lower()} ({role.value})")
        return await self._setup.add_account(email, name, role, password, line)

    async def set_password(self, caller: AgentCaller, agent_id: str, password: str) -> None:
        """Whoever is signed in to this account is signed out everywhere."""
        require(caller, Permission.MANAGE)
        require_long(password)
        hashed = await self._accounts.hash_password(password)
        async with self._store.begin() as tx:
            agent = await tx.agents.lock(agent_id)
            if agent is None or agent.removed_at is not None:
                raise NotFound("There is no such account.")
            agent.password_hash = hashed
            tx.add(audit_line(caller, self._clock(), PASSWORD, agent.email))
            ended = await tx.agents.end_sessions(agent_id)
            tx.tell(*(SessionEnded(digest) for digest in ended))

    async def remove_account(self, caller: AgentCaller, agent_id: str) -> None:
        """At once and for good; their name stays under what they said, and routing gives back what they answered.

        Conflict for the last administrator.
        """
        require(caller, Permission.MANAGE)
        now = self._clock()
        async with self._store.begin() as tx:
            others = await _other_admins(tx, agent_id)
            agent = await tx.agents.lock(agent_id)
            if agent is None or agent.removed_at is not None:
                raise NotFound("There is no such account.")
            if agent.role is Role.ADMIN and not others:
                raise Conflict("This is the last administrator; make another one first.")
            tx.add(audit_line(caller, now, REMOVED, f"{agent.email} ({agent.role.value})"))
            agent.remove(now)
            await tx.flush()
            await self._take_rights(tx, agent_id)
            ended = await tx.agents.end_sessions(agent_id)
            tx.tell(*(SessionEnded(digest) for digest in ended))
            tx.tell(PresenceChanged(agent), QueueMoved())

    @staticmethod
    async def _take_rights(tx: Transaction, agent_id: str) -> None:
        await tx.teams.set_teams(agent_id, [])
        granted, watcher = await tx.desk.grant(agent_id), await tx.rises.watcher(agent_id)
        if granted is not None:
            await tx.desk.take_back(granted)
        if watcher is not None:
            await tx.rises.remove_watcher(watcher)

    async def archive_inbox(self, caller: AgentCaller, inbox_id: str, *, archived: bool) -> Inbox:
        """No new dialogues from now on, or again; those that are open go on to their end."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            inbox = await _inbox(tx, inbox_id)
            if archived is (inbox.archived_at is None):
                inbox.archived_at = self._clock() if archived else None
                action = ARCHIVED if archived else RESTORED
                tx.add(audit_line(caller, self._clock(), action, inbox.key))
                await tx.flush()
            return inbox

    async def rotate_secret(
        self, caller: AgentCaller, inbox_id: str, overlap: timedelta
    ) -> tuple[Inbox, str, datetime]:
        """A new secret, told this once; the one before stays valid for `overlap`, until the time told; without any, all end."""
        require(caller, Permission.MANAGE)
        now = self._clock()
        async with self._store.begin() as tx:
            inbox = await _inbox(tx, inbox_id)
            secret = self._setup.new_secret()
            inbox.rotate(secret.closed, now, now + overlap)
            tx.add(audit_line(caller, now, ROTATED, inbox.key))
            await tx.flush()
            return inbox, secret.plain, now + overlap

    async def add_inbox(
        self,
        caller: AgentCaller,
        key: str,
        name: str,
        origins: list[str],
        *,
        locale: str,
        timezone: str,
    ) -> tuple[Inbox, str]:
        """With the secret that signs its customers' identities, which nobody can ask for again."""
        require(caller, Permission.MANAGE)
        line = audit_line(caller, self._clock(), INBOX, key)
        return await self._setup.add_inbox(
            key, name, origins, line, locale=locale, timezone=timezone
        )


async def _other_admins(tx: Transaction, agent_id: str) -> list[Agent]:
    """Locked, so that two who take each other away do not both succeed."""
    admins = sorted(one.id for one in await tx.agents.all() if one.role is Role.ADMIN)
    locked = [await tx.agents.lock(one) for one in admins]
    return [one for one in locked if one and one.removed_at is None and one.id != agent_id]


async def _inbox(tx: Transaction, inbox_id: str) -> Inbox:
    inbox = await tx.inboxes.lock(inbox_id)
    if inbox is None:
        raise NotFound("There is no such inbox.")
    return inbox
