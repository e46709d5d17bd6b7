"""Accounts and inboxes: the first are set up at the terminal, the others by administrators."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from chat_server.domain.agent import Agent, Role
from chat_server.domain.desk import AuditLine
from chat_server.domain.errors import Conflict, Invalid
from chat_server.domain.ids import new_id, new_token
from chat_server.domain.inbox import Inbox, origin_of
from chat_server.domain.ports import Clock, Store

from .accounts import Accounts
from .secret_box import SecretBox

_SHORTEST_PASSWORD = 12


@dataclass(frozen=True)
class NewSecret:
    """As the shop knows it, and as it is kept."""

    plain: str
    closed: str


class Setup:
    """Trusted: whoever may run programs on the server may do this."""

    def __init__(self, store: Store, clock: Clock, accounts: Accounts, box: SecretBox) -> None:
        self._store = store
        self._clock = clock
        self._accounts = accounts
        self._box = box

    async def add_account(
        self, email: str, name: str, role: Role, password: str, *beside: AuditLine
    ) -> Agent:
        """Raises Invalid for a short password, Conflict for a known address; `beside` is kept in the same commit."""
        require_long(password)
        if "@" not in email or not name.strip():
            raise Invalid("An account needs an e-mail address and a name.", {"email": "an address"})
        hashed = await self._accounts.hash_password(password)
        agent = Agent(new_id(), email.strip().lower(), name.strip(), role, hashed, self._clock())
        async with self._store.begin() as tx:
            if await tx.agents.by_email(agent.email) is not None:
                raise Conflict("There is an account with this e-mail address.", {"email": "taken"})
            tx.add(agent, *beside)
        return agent

    async def add_inbox(
        self,
        key: str,
        name: str,
        origins: list[str],
        *beside: AuditLine,
        locale: str,
        timezone: str,
    ) -> tuple[Inbox, str]:
        """With its secret for signing identities, which is shown this once."""
        require_origins(origins)
        try:
            ZoneInfo(timezone)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise Invalid(f"{timezone} is no time zone.", {"timezone": "unknown"}) from error
        secret = self.new_secret()
        inbox = Inbox(
            id=new_id(),
            key=key,
            name=name,
            locale=locale,
            timezone=timezone,
            greeting=f"Hello, this is {name}. How can we help?",
            accent="#1c5f52",
            bot_name=name,
            allowed_origins=origins,
            secrets={key: secret.closed},
        )
        async with self._store.begin() as tx:
            if await tx.inboxes.by_key(key) is not None:
                raise Conflict("There is an inbox with this key.", {"key": "taken"})
            tx.add(inbox, *beside)
        return inbox, secret.plain

    def new_secret(self) -> NewSecret:
        """For signing identities; only `closed` is kept."""
        plain = new_token()
        return NewSecret(plain, self._box.close(plain))


def require_long(password: str) -> None:
    """Raises Invalid for one that is soon guessed."""
    if len(password) < _SHORTEST_PASSWORD:
        raise Invalid(
            f"A password has {_SHORTEST_PASSWORD} characters or more.", {"password": "too short"}
        )


def require_origins(origins: Iterable[str]) -> None:
    """Raises Invalid for what no browser sends as Origin."""
    for origin in origins:
        if origin_of(origin) != origin:
            raise Invalid(
                f"{origin} is no origin: write https://shop.example, without a path.",
                {"allowed_origins": "no origin"},
            )
