"""Accounts and inboxes that administrators make, each with a line in the audit of the same commit."""

from __future__ import annotations

from chat_server.domain.agent import KEY_ROLES, Agent, Role
from chat_server.domain.errors import Invalid, NotFound
from chat_server.domain.inbox import Inbox
from chat_server.domain.live import SessionEnded
from chat_server.domain.ports import Clock, Store

from .access import AgentCaller, Permission, require
from .accounts import Accounts
from .auditing import audit_line
from .setup import Setup, require_long

ACCOUNT, PASSWORD, INBOX = "account_made", "password_set", "inbox_made"


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
            if agent is None:
                raise NotFound("There is no such account.")
            agent.password_hash = hashed
            tx.add(audit_line(caller, self._clock(), PASSWORD, agent.email))
            ended = await tx.agents.end_sessions(agent_id)
            tx.tell(*(SessionEnded(digest) for digest in ended))

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
