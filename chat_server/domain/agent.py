"""Accounts of the people who work here, and their sessions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What an account is for; `BOT` is the bot's own process, never a person."""

    AGENT = "agent"
    MARKETER = "marketer"
    ADMIN = "admin"
    BOT = "bot"


class Availability(StrEnum):
    """Whether an agent takes new conversations."""

    ONLINE = "online"
    AWAY = "away"
    OFFLINE = "offline"


@dataclass
class Agent:
    """An account; marketers and administrators are accounts too.

    `capacity` is how many conversations routing gives at once; without `languages` all are spoken;
    `idle_since` is when they last got or ended one; `gone_at` is set while no console is open.
    Of an account that was taken away (`removed_at`) the name stays, for what was said under it.
    """

    id: str
    email: str
    name: str
    role: Role
    password_hash: str
    created_at: datetime
    availability: Availability = Availability.OFFLINE
    skills: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    capacity: int = 5
    idle_since: datetime | None = None
    gone_at: datetime | None = None
    removed_at: datetime | None = None

    def remove(self, now: datetime) -> None:
        """For good; somebody else may have the address."""
        self.email, self.password_hash = f"{self.id}@removed.invalid", ""
        self.availability = Availability.OFFLINE
        self.removed_at = now
        self.gone_at = self.gone_at or now


@dataclass
class Session:
    """A signed-in account; the token itself is known to its holder only."""

    token_digest: str
    agent_id: str
    created_at: datetime
    expires_at: datetime


# The bot proves itself by a secret of the settings, never by a key.
KEY_ROLES = frozenset(Role) - {Role.BOT}


@dataclass
class ApiKey:
    """A programme's access with the rights of `role`, one of `KEY_ROLES`; the secret is known to its holder only."""

    id: str
    name: str
    role: Role
    token_digest: str
    created_at: datetime


@dataclass
class CannedReply:
    """A text agents insert by typing `/` and its shortcut."""

    id: str
    shortcut: str
    text: str
