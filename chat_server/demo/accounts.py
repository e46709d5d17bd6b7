"""The people who work at Hraun: two agents, a marketer and an administrator."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from chat_server.domain.agent import Agent, Role

if TYPE_CHECKING:
    from datetime import datetime

_PEOPLE = (
    ("Anna Jónsdóttir", "anna@hraun.example.com", Role.AGENT),
    ("Björn Haraldsson", "bjorn@hraun.example.com", Role.AGENT),
    ("Katrín Ólafsdóttir", "katrin@hraun.example.com", Role.MARKETER),
    ("Einar Sveinsson", "einar@hraun.example.com", Role.ADMIN),
)


@dataclass(frozen=True)
class Account:
    """A demo account; the password is random at every build and never printed with the object."""

    id: str
    name: str
    email: str
    role: Role
    password: str = field(repr=False)

    def agent(self, password_hash: str, now: datetime) -> Agent:
        """The account as it is stored."""
        return Agent(self.id, self.email, self.name, self.role, password_hash, created_at=now)


def accounts() -> list[Account]:
    """All of them; ids follow from the e-mail address, passwords from nothing."""
    return [
        Account(
            id=str(uuid5(NAMESPACE_URL, f"samtal:demo:account:{email}")),
            name=name,
            email=email,
            role=role,
            password=secrets.token_urlsafe(12),
        )
        for name, email, role in _PEOPLE
    ]
