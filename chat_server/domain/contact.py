"""Visitors (anonymous browsers) and the contacts behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Contact:
    """A person of one inbox; `external_id` is the shop's `sub` once a signed identity proved it."""

    id: str
    inbox_id: str
    created_at: datetime
    last_seen_at: datetime
    external_id: str | None = None
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    locale: str | None = None

    @property
    def identified(self) -> bool:
        """Whether the shop vouched for who this is."""
        return self.external_id is not None


@dataclass
class Visitor:
    """One browser; `element_code` is what brought it and waits for the dialogue it begins."""

    id: str
    inbox_id: str
    contact_id: str
    token_digest: str
    created_at: datetime
    element_code: str | None = None
    page: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Identity:
    """The verified claims of a signed identity token."""

    subject: str
    token_id: str
    expires_at: datetime
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    locale: str | None = None
